// Who answered first: a bar for each outcome, each a metric of its own with its own list.
import { number, share } from "../format.js";
import { barRows } from "./bar-rows.js";

/** @type {Record<string, string>} */
const tones = { race_own_first: "us", race_competitor_first: "rival-after", race_competitor_only: "rival", race_nobody: "none", race_open: "open" };

/** @returns {import("./index.js").Body} */
export function outcomes() {
  const rows = barRows();
  return {
    element: rows.element,
    update(view) {
      const all = outcomesOf(view);
      const most = Math.max(...all.map(({ count }) => count), 1);
      rows.update(
        all.map(({ id, label, count, of }) => ({
          label,
          amount: number(count),
          part: of ? share(count / of) : "",
          size: count / most,
          tone: tones[id] ?? "us",
          open: () => view.open({ metric: id }),
        })),
      );
    },
    sheet: (view) => ({
      caption: view.layout.title,
      columns: ["Outcome", "Count", "Share"],
      rows: outcomesOf(view).map(({ id, label, count, of }) => ({
        cells: [label, number(count), of ? share(count / of) : "no data"],
        open: () => view.open({ metric: id }),
      })),
    }),
  };
}

/** @param {TileView} view */
function outcomesOf({ layout, answers }) {
  return layout.metrics.map(({ id }) => ({ id, label: layout.labels?.[id] ?? id, count: answers[id].value ?? 0, of: answers[id].of ?? 0 }));
}
