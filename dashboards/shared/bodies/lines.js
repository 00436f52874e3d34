// How figures moved over the period. A gap is a bucket without data; a hollow mark is a bound: "more than that, for too many still wait".
// Time is drawn so that a minute and a day both have room.
import { bucketAxis } from "../buckets.js";
import { el } from "../element.js";
import { duration, figure, instant, number } from "../format.js";
import { legend } from "../legend.js";
import { axis, plot } from "../plot.js";
import { timeTicks } from "../time-ticks.js";

/** @returns {import("./index.js").Body} */
export function lines() {
  const picture = plot();
  const names = el("ul", { class: "legend" });
  return {
    element: el("div", { class: "tile-body" }, names, picture.element),
    update(view) {
      const { layout, answers } = view;
      const cut = bucketAxis(view);
      const all = layout.metrics.map(({ id }) => ({ id, name: layout.labels?.[id] ?? id, answer: answers[id], points: cut.place(answers[id].series) }));
      const values = all.flatMap(({ points }) => points.flatMap((point) => boundOf(point) || []));
      const low = Math.max(1, Math.min(...values, 86_400)) / 1.5;
      const high = Math.max(...values, low * 3) * 1.5;
      names.replaceChildren(
        ...legend(
          all.map(({ name, answer }, index) => ({
            name,
            figure: figure(answer, answer.unit),
            colour: index === 0 ? "var(--us)" : "var(--ink-3)",
            dash: index > 0,
            marker: index === 0 ? "circle" : "triangle",
          })),
        ),
      );
      picture.draw(
        `${layout.title}: ${all.map(({ name, answer }) => `${name} ${figure(answer, answer.unit)}`).join(", ")} over the whole period.`,
        (colours) => ({
          type: "line",
          data: {
            labels: cut.starts.map((_, index) => cut.label(index)),
            datasets: all.map(({ name, points }, index) => ({
              label: name,
              data: points.map((point) => {
                const value = boundOf(point);
                return value === null ? null : Math.max(value, low);
              }),
              pointBackgroundColor: points.map((point) => (isBound(point) ? colours.surface : index === 0 ? colours.us : colours.ink3)),
              segment: {
                borderColor: (/** @type {any} */ { p0DataIndex: a, p1DataIndex: b }) =>
                  isBound(points[a]) || isBound(points[b]) ? colours.lineStrong : undefined,
              },
              borderColor: index === 0 ? colours.us : colours.ink3,
              backgroundColor: index === 0 ? colours.us : colours.ink3,
              borderWidth: index === 0 ? 2 : 1.5,
              borderDash: index === 0 ? [] : [4, 3],
              pointStyle: index === 0 ? "circle" : "triangle",
              pointRadius: points.length > 60 ? 0 : 2.5,
              pointHoverRadius: 4,
              tension: 0,
              spanGaps: false,
            })),
          },
          options: {
            onClick: (/** @type {unknown} */ _, /** @type {{ index: number }[]} */ hit) =>
              hit[0] && view.open({ metric: layout.metrics[0].id, ...cut.spanAt(hit[0].index) }),
            scales: {
              x: axis(colours, {
                grid: { display: false },
                ticks: { callback: (/** @type {number} */ index) => cut.label(index) },
                afterBuildTicks: (/** @type {any} */ scale) => (scale.ticks = cut.ticks(scale.width / 60).map((value) => ({ value }))),
              }),
              y: axis(colours, {
                type: "logarithmic",
                min: low,
                max: high,
                ticks: { callback: duration },
                afterBuildTicks: (/** @type {any} */ scale) => (scale.ticks = timeTicks(scale.min, scale.max)),
              }),
            },
            plugins: {
              tooltip: {
                callbacks: {
                  title: (/** @type {any[]} */ [item]) => cut.name(item.dataIndex),
                  label: (/** @type {any} */ item) => {
                    const { name, answer, points } = all[item.datasetIndex];
                    const point = points[item.dataIndex];
                    return point ? `${name} ${figure(point, answer.unit)} (n = ${number(point.n)})` : `${name} no data`;
                  },
                },
              },
            },
          },
        }),
      );
    },
    sheet(view) {
      const { layout, answers } = view;
      const cut = bucketAxis(view);
      const all = layout.metrics.map(({ id }) => cut.place(answers[id].series));
      const rows = cut.starts.flatMap((start, index) =>
        all[0][index]?.n
          ? [
              {
                cells: [
                  instant(start, view.zone),
                  ...layout.metrics.map(({ id }, metric) => {
                    const point = all[metric][index];
                    return point ? figure(point, answers[id].unit) : "no data";
                  }),
                  number(all[0][index]?.n ?? 0),
                ],
                open: () => view.open({ metric: layout.metrics[0].id, ...cut.spanAt(index) }),
              },
            ]
          : [],
      );
      return { caption: layout.title, columns: ["From", ...layout.metrics.map(({ id }) => layout.labels?.[id] ?? id), "n"], rows: rows.reverse() };
    },
  };
}

/** The value, or what it is more than; null without data. @param {MetricPoint | null} point */
const boundOf = (point) => point?.value ?? point?.greaterThan ?? null;

/** @param {MetricPoint | null} point */
const isBound = (point) => point !== null && point.value === null && boundOf(point) !== null;
