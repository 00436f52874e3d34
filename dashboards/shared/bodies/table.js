// A tile that is a table: a row for each group of its metrics.
import { el } from "../element.js";
import { figure, number } from "../format.js";
import { tableOf } from "../sheet.js";

/** @returns {import("./index.js").Body} */
export function table() {
  const element = el("div");
  let shown = "";
  return {
    element,
    update(view) {
      const sheet = sheetOf(view);
      const text = JSON.stringify(sheet);
      if (text === shown) return;
      shown = text;
      const focus = [...element.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
      element.replaceChildren(tableOf(sheet));
      if (focus >= 0) element.querySelectorAll("button")[focus]?.focus();
    },
    sheet: sheetOf,
  };
}

/** @param {TileView} view @returns {import("../sheet.js").Sheet} */
function sheetOf({ layout, answers, open }) {
  const columns = layout.columns ?? [];
  const groups = [...new Set(Object.values(answers).flatMap(({ series }) => series.flatMap(({ group }) => group || [])))];
  const {
    metrics: [{ id, by, within }],
    rows,
  } = layout;
  return {
    caption: layout.title,
    columns: [rows?.title ?? "", ...columns.map(({ title }) => title)],
    rows: groups.map((group) => ({
      cells: [group, ...columns.map((column) => cellOf(answers[column.metric], group, column.show))],
      open: () => open(rows?.parameter === "brand" ? { metric: id, brand: group, within } : { metric: id, by, group }),
    })),
  };
}

/** @param {MetricAnswer} answer @param {string} group @param {"value" | "n"} show */
function cellOf(answer, group, show) {
  const point = answer.series.find((candidate) => candidate.group === group);
  if (!point) return "no data";
  return show === "n" ? number(point.n) : figure(point, answer.unit);
}
