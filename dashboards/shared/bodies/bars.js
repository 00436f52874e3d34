// How much came, bucket by bucket.
import { bucketAxis } from "../buckets.js";
import { el } from "../element.js";
import { compact, instant, number } from "../format.js";
import { axis, plot } from "../plot.js";

/** @returns {import("./index.js").Body} */
export function bars() {
  const picture = plot();
  const total = el("p", { class: "legend" });
  return {
    element: Object.assign(el("div", { class: "tile-body" }, total, picture.element)),
    update(view) {
      const answer = view.answers[view.layout.metrics[0].id];
      const cut = bucketAxis(view);
      const points = cut.place(answer.series);
      const spikes = spikesOf(view, cut);
      const most = points.reduce((top, point, index) => ((point?.value ?? 0) > (points[top]?.value ?? 0) ? index : top), 0);
      total.replaceChildren(
        el("span", {}, el("b", {}, number(answer.value ?? 0)), ` by ${cut.interval}`, answer.previous ? `, ${number(answer.previous.value ?? 0)} before` : ""),
        spikes.n > 0
          ? el(
              "button",
              { class: "spike-key", type: "button", onclick: () => view.open({ metric: "spike" }) },
              `▲ ${number(spikes.buckets.size)} ${spikes.buckets.size === 1 ? cut.interval : `${cut.interval}s`} far above usual (n = ${number(spikes.n)})`,
            )
          : "",
      );
      picture.draw(
        `${view.layout.title}: ${number(answer.value ?? 0)} by ${cut.interval}, most in ${cut.name(most)}: ${number(points[most]?.value ?? 0)}.${spikes.n > 0 ? ` Spikes: ${[...spikes.buckets].map(cut.name).slice(0, 5).join(", ")}.` : ""}`,
        (colours) => ({
          type: "bar",
          data: {
            labels: cut.starts.map((_, index) => cut.label(index)),
            datasets: [
              {
                data: points.map((point, index) => point?.value ?? (index < cut.future ? 0 : null)),
                backgroundColor: cut.starts.map((_, index) => (spikes.buckets.has(index) ? colours.rivals[0] : index === cut.future - 1 ? colours.usSoft : colours.us)),
                borderColor: colours.us,
                borderWidth: cut.starts.map((_, index) => (index === cut.future - 1 ? { top: 1, left: 1, right: 1, bottom: 0 } : 0)),
                hoverBackgroundColor: colours.ink,
                borderRadius: cut.starts.length < 80 ? 3 : 1,
                categoryPercentage: 1,
                barPercentage: cut.starts.length > 120 ? 0.8 : 0.72,
                maxBarThickness: 44,
              },
            ],
          },
          options: {
            onClick: (/** @type {unknown} */ _, /** @type {{ index: number }[]} */ hit) =>
              hit[0] && view.open({ metric: answer.id, ...cut.spanAt(hit[0].index) }),
            scales: {
              x: axis(colours, {
                grid: { display: false },
                ticks: { callback: (/** @type {number} */ index) => cut.label(index) },
                afterBuildTicks: (/** @type {any} */ scale) => (scale.ticks = cut.ticks(scale.width / 60).map((value) => ({ value }))),
              }),
              y: axis(colours, { beginAtZero: true, ticks: { autoSkip: true, maxTicksLimit: 5, precision: 0, callback: compact } }),
            },
            plugins: {
              annotation: { annotations: { ...marks([...spikes.buckets], (index) => points[index]?.value ?? 0, colours), ...written(view, cut, colours) } },
              tooltip: tooltip(
                cut.name,
                (/** @type {number} */ index) => `${number(points[index]?.value ?? 0)} posts${spikes.buckets.has(index) ? ", ▲ a spike" : ""}${index === cut.future - 1 ? ", still running" : ""}`,
              ),
            },
          },
        }),
      );
    },
    sheet(view) {
      const answer = view.answers[view.layout.metrics[0].id];
      const cut = bucketAxis(view);
      const spikes = spikesOf(view, cut);
      const rows = cut.place(answer.series).flatMap((point, index) =>
        index < cut.future
          ? [
              {
                cells: [instant(cut.starts[index], view.zone), number(point?.value ?? 0), spikes.buckets.has(index) ? "▲ spike" : ""],
                open: () => view.open({ metric: answer.id, ...cut.spanAt(index) }),
              },
            ]
          : [],
      );
      return {
        caption: `${view.layout.title} by ${cut.interval}`,
        columns: [cut.interval[0].toUpperCase() + cut.interval.slice(1), "Posts", ""],
        rows: rows.reverse(),
      };
    },
  };
}

/** @param {(index: number) => string} name @param {(index: number) => string} says */
const tooltip = (name, says) => ({
  displayColors: false,
  callbacks: { title: (/** @type {any[]} */ [item]) => name(item.dataIndex), label: (/** @type {any} */ item) => says(item.dataIndex) },
});

/**
 * The buckets in which far more was written than usual, where the tile asks for them.
 * @param {TileView} view @param {ReturnType<typeof bucketAxis>} cut
 */
function spikesOf({ answers }, cut) {
  const spike = answers.spike;
  const placed = spike ? cut.place(spike.series) : [];
  return { n: spike?.n ?? 0, buckets: new Set(placed.flatMap((point, index) => (point?.n ? [index] : []))) };
}

/** A triangle over each spike: never colour alone. @param {number[]} buckets @param {(index: number) => number} height @param {import("../plot.js").Palette} colours */
const marks = (buckets, height, colours) =>
  Object.fromEntries(
    buckets.slice(0, 60).map((index) => [
      `spike${index}`,
      { type: "point", xValue: index, yValue: height(index), yAdjust: -9, pointStyle: "triangle", radius: 4, backgroundColor: colours.rivals[0], borderWidth: 0 },
    ]),
  );

/** A line at each date that somebody wrote something about. @param {TileView} view @param {ReturnType<typeof bucketAxis>} cut @param {import("../plot.js").Palette} colours */
const written = ({ notes = [], span }, { starts }, colours) =>
  Object.fromEntries(
    notes
      .filter(({ at }) => at >= span.from && at < span.to)
      .map(({ at, text }, index) => [
        `note${index}`,
        {
          type: "line",
          scaleID: "x",
          value: starts.findLastIndex((start) => start <= at),
          borderColor: colours.ink2,
          borderWidth: 1,
          borderDash: [3, 3],
          label: { display: true, content: text.length > 28 ? `${text.slice(0, 27)}…` : text, position: "start", color: colours.ink, backgroundColor: colours.surface, font: { family: colours.text, size: 11 }, padding: 3 },
        },
      ]),
  );
