// The share answered by a time, as a step; open ones count in it. Us solid, competitors dashed, each with its own marker.
import { el } from "../element.js";
import { duration, number, share } from "../format.js";
import { legend } from "../legend.js";
import { axis, plot } from "../plot.js";
import { timeTicks } from "../time-ticks.js";

const markers = ["rectRot", "triangle", "rect"];
const firstSecond = 60;
const marks = [900, 3600, 14_400, 86_400];

/** @returns {import("./index.js").Body} */
export function curve() {
  const picture = plot();
  const names = el("ul", { class: "legend" });
  return {
    element: el("div", { class: "tile-body" }, names, picture.element),
    update(view) {
      const all = curvesOf(view);
      names.replaceChildren(
        ...legend(
          all.map(({ name, own, rank, steps, n }) => ({
            name,
            figure: `${share(at(steps, 3600))} in 1 h`,
            colour: own ? "var(--us)" : `var(--rival-${(rank % 3) + 1})`,
            dash: !own,
            marker: own ? "circle" : markers[rank % 3],
            n,
          })),
        ),
      );
      const end = Math.min(Math.max(...all.flatMap(({ steps }) => steps.map(({ x }) => x)), 7200), 14 * 86_400);
      picture.draw(`${view.layout.title}. Within one hour: ${all.map(({ name, steps }) => `${name} ${share(at(steps, 3600))}`).join(", ")}.`, (colours) => ({
        type: "line",
        data: {
          datasets: all.map(({ name, own, rank, steps }) => {
            const colour = own ? colours.us : colours.rivals[rank % 3];
            const drawn = [
              { x: firstSecond, y: at(steps, firstSecond) },
              ...steps.filter(({ x }) => x > firstSecond && x <= end),
              { x: end, y: at(steps, end) },
            ];
            return {
              label: name,
              data: drawn,
              stepped: "before",
              parsing: false,
              borderColor: colour,
              backgroundColor: colour,
              borderWidth: own ? 2.5 : 1.75,
              borderDash: own ? [] : [6, 4],
              order: own ? 0 : 1,
              pointStyle: own ? "circle" : markers[rank % 3],
              pointRadius: markerEvery(drawn, rank + (own ? 0 : 1)),
              pointHoverRadius: 5,
              clip: 6,
            };
          }),
        },
        options: {
          interaction: { mode: "nearest", axis: "xy", intersect: false },
          onClick: (/** @type {unknown} */ _, /** @type {{ datasetIndex: number }[]} */ hit) => hit[0] && view.open(all[hit[0].datasetIndex].list),
          scales: {
            x: axis(colours, {
              type: "logarithmic",
              min: firstSecond,
              max: end,
              ticks: { callback: duration },
              afterBuildTicks: (/** @type {any} */ scale) => (scale.ticks = timeTicks(firstSecond, end).filter((_, index) => scale.chart.width > 360 || index % 2 === 0)),
            }),
            y: axis(colours, { min: 0, max: 1, ticks: { stepSize: 0.25, callback: share } }),
          },
          plugins: {
            tooltip: {
              callbacks: {
                title: () => "",
                label: (/** @type {any} */ item) =>
                  `${item.dataset.label}: ${share(item.parsed.y)} by ${duration(item.parsed.x)} (n = ${number(all[item.datasetIndex].n)})`,
              },
            },
            annotation: {
              annotations: {
                hour: {
                  type: "line",
                  scaleID: "x",
                  value: 3600,
                  borderColor: colours.ink3,
                  borderWidth: 1,
                  borderDash: [2, 3],
                  drawTime: "beforeDatasetsDraw",
                },
              },
            },
          },
        },
      }));
    },
    sheet: (view) => ({
      caption: `${view.layout.title}: share answered`,
      columns: ["Brand", ...marks.map((seconds) => `by ${duration(seconds)}`), "n"],
      rows: curvesOf(view).map(({ name, steps, n, list }) => ({
        cells: [name, ...marks.map((seconds) => share(at(steps, seconds))), number(n)],
        open: () => view.open(list),
      })),
    }),
  };
}

/** @param {TileView} view */
function curvesOf({ answers, layout, brand }) {
  const answer = answers[layout.metrics[0].id];
  /** @type {Map<string, MetricPoint[]>} */
  const groups = new Map();
  for (const point of answer.series) {
    if (point.at === null) continue;
    const name = point.group ?? brand ?? "Us";
    groups.set(name, [...(groups.get(name) ?? []), point]);
  }
  let rivals = 0;
  return [...groups]
    .sort(([a], [b]) => Number(b === brand) - Number(a === brand))
    .map(([name, points]) => {
      const own = name === brand || groups.size === 1;
      const steps = points.map((point) => ({ x: Number(point.at), y: point.value ?? 0 })).sort((a, b) => a.x - b.x);
      return {
        name,
        own,
        rank: own ? 0 : rivals++,
        steps,
        n: Math.max(...points.map(({ n }) => n)),
        list: groups.size === 1 ? { metric: answer.id } : { metric: answer.id, brand: name },
      };
    });
}

/** @param {{ x: number, y: number }[]} steps @param {number} seconds */
const at = (steps, seconds) => steps.findLast(({ x }) => x <= seconds)?.y ?? 0;

/** Markers far enough from one another to be told apart. @param {unknown[]} points @param {number} shift */
const markerEvery = (points, shift) => points.map((_, index) => ((index + shift * 3) % Math.max(6, Math.ceil(points.length / 7)) === 5 ? 4 : 0));
