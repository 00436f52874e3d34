// How long the first answer took, in bands, and the share that was never answered: differences of the response curve, so that open ones count.
import { duration, number, share } from "../format.js";
import { barRows } from "./bar-rows.js";

/** @returns {import("./index.js").Body} */
export function bands() {
  const rows = barRows();
  return {
    element: rows.element,
    update(view) {
      const all = bandsOf(view);
      const most = Math.max(...all.map(({ share: part }) => part), 0.0001);
      rows.update(all.map(({ label, share: part, answered }) => ({
        label, amount: share(part), size: part / most, tone: answered ? "us" : "none",
        says: `${label}: ${share(part)}. Show the posts`,
        open: () => view.open({ metric: view.layout.metrics[0].id }),
      })));
    },
    sheet: (view) => ({
      caption: view.layout.title,
      columns: ["First answer after", `Share of ${number(view.answers[view.layout.metrics[0].id].n)}`],
      rows: bandsOf(view).map(({ label, share: part }) => ({ cells: [label, share(part)] })),
    }),
  };
}

/** @param {TileView} view */
function bandsOf({ layout, answers }) {
  const points = answers[layout.metrics[0].id].series.filter(({ at }) => at !== null).sort((a, b) => Number(a.at) - Number(b.at));
  /** @param {number} seconds */
  const answeredBy = (seconds) => points.findLast(({ at }) => Number(at) <= seconds)?.value ?? 0;
  const edges = layout.bands ?? [];
  let before = 0;
  const parts = edges.map((edge, index) => {
    const by = answeredBy(edge);
    const part = { label: index === 0 ? `up to ${duration(edge)}` : `${shortly(edges[index - 1], edge)}${duration(edge)}`, share: by - before, answered: true };
    before = by;
    return part;
  });
  const last = answeredBy(Infinity);
  return [...parts, { label: `over ${duration(edges[edges.length - 1])}`, share: last - before, answered: true }, { label: "not answered", share: 1 - last, answered: false }];
}

/** "15 – 60 min", "1 – 4 h": the unit once where both have it. @param {number} from @param {number} to */
function shortly(from, to) {
  const [first, unit] = duration(from).split(" ");
  return duration(to).endsWith(` ${unit}`) ? `${first} – ` : `${first} ${unit} – `;
}
