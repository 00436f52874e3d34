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
      const most = points.reduce((top, point, index) => ((point?.value ?? 0) > (points[top]?.value ?? 0) ? index : top), 0);
      total.replaceChildren(
        el("span", {}, el("b", {}, number(answer.value ?? 0)), ` by ${cut.interval}`, answer.previous ? `, ${number(answer.previous.value ?? 0)} before` : ""),
      );
      picture.draw(
        `${view.layout.title}: ${number(answer.value ?? 0)} by ${cut.interval}, most in ${cut.name(most)}: ${number(points[most]?.value ?? 0)}.`,
        (colours) => ({
          type: "bar",
          data: {
            labels: cut.starts.map((_, index) => cut.label(index)),
            datasets: [
              {
                data: points.map((point, index) => point?.value ?? (index < cut.future ? 0 : null)),
                backgroundColor: cut.starts.map((_, index) => (index === cut.future - 1 ? colours.usSoft : colours.us)),
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
              tooltip: tooltip(
                cut.name,
                (/** @type {number} */ index) => `${number(points[index]?.value ?? 0)} posts${index === cut.future - 1 ? ", still running" : ""}`,
              ),
            },
          },
        }),
      );
    },
    sheet(view) {
      const answer = view.answers[view.layout.metrics[0].id];
      const cut = bucketAxis(view);
      const rows = cut.place(answer.series).flatMap((point, index) =>
        index < cut.future
          ? [
              {
                cells: [instant(cut.starts[index], view.zone), number(point?.value ?? 0)],
                open: () => view.open({ metric: answer.id, ...cut.spanAt(index) }),
              },
            ]
          : [],
      );
      return {
        caption: `${view.layout.title} by ${cut.interval}`,
        columns: [cut.interval[0].toUpperCase() + cut.interval.slice(1), "Posts"],
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
