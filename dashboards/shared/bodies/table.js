// A tile that is a table: a row for each group of its metrics.
import { el } from "../element.js";
import { figure, number, quantity } from "../format.js";
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
      element.replaceChildren(sheet.rows.length > 0 ? tableOf(sheet) : el("p", { class: "nothing" }, "none"));
      if (focus >= 0) element.querySelectorAll("button")[focus]?.focus();
    },
    sheet: sheetOf,
  };
}

/** @param {TileView} view @returns {import("../sheet.js").Sheet} */
function sheetOf({ layout, answers, open }) {
  const columns = layout.columns ?? [];
  const {
    metrics: [{ id, by, within }],
    rows,
  } = layout;
  const named = (/** @type {string | null} */ group) => group !== null && (group !== "" || rows?.none !== undefined);
  const groups = [...new Set(Object.values(answers).flatMap(({ series }) => series.map(({ group }) => group)))].filter(named).map(String);
  const size = new Map(answers[id].series.map(({ group, n }) => [group, n]));
  if (rows?.order === "n") groups.sort((a, b) => Number(a === "") - Number(b === "") || (size.get(b) ?? 0) - (size.get(a) ?? 0));
  return {
    caption: layout.title,
    columns: [rows?.title ?? "", ...columns.map(({ title }) => title)],
    rows: groups.map((group) => ({
      cells: [group === "" ? (rows?.none ?? "") : group, ...columns.map((column) => cellOf(answers[column.metric], group, column))],
      // The empty group cannot be asked for by name.
      open: group === "" ? undefined : () => open(rows?.parameter === "brand" ? { metric: id, brand: group, within } : { metric: id, by, group }),
    })),
  };
}

/** @param {MetricAnswer} answer @param {string} group @param {TileColumn} column */
function cellOf(answer, group, { show, key = "", unit = "count", text = "{value}" }) {
  const point = answer.series.find((candidate) => candidate.group === group);
  if (show === "n") return point || answer.n ? number(point?.n ?? 0) : "no data";
  if (!point) return "no data";
  if (show === "value") return figure(point, answer.unit);
  const value = point.beside?.[key];
  return value === null || value === undefined ? "no data" : text.replace("{value}", quantity(value, unit));
}
