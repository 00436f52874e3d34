// How long the first answer took, in bands, and how many were not answered: no picture of speed without them.
import { number, share } from "../format.js";
import { barRows } from "./bar-rows.js";

/** @returns {import("./index.js").Body} */
export function bands() {
  const rows = barRows();
  return {
    element: rows.element,
    update(view) {
      const all = bandsOf(view);
      const most = Math.max(...all.map(({ count }) => count), 1);
      rows.update(
        all.map(({ label, count, part, answered, open }) => ({
          label,
          amount: number(count),
          part,
          size: count / most,
          tone: answered ? "us" : "none",
          open,
        })),
      );
    },
    sheet: (view) => ({
      caption: view.layout.title,
      columns: ["First answer after", "Count", "Share"],
      rows: bandsOf(view).map(({ label, count, part, open }) => ({ cells: [label, number(count), part], open })),
    }),
  };
}

/** @param {TileView} view */
function bandsOf({ layout, answers, open }) {
  const { id, by } = layout.metrics[0];
  const { series, n } = answers[id];
  return (layout.bands ?? []).map((band) => {
    const count = series.find(({ group }) => group === band)?.n ?? 0;
    return {
      label: layout.labels?.[band] ?? band,
      count,
      part: n > 0 ? share(count / n) : "no data",
      answered: band !== "not answered",
      open: () => open({ metric: id, by, group: band }),
    };
  });
}
