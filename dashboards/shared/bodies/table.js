// A tile that is a table: one row for each group of the first metric.
import { el } from "../element.js";
import { figure, number, words } from "../format.js";
import { tableOf } from "../sheet.js";

/** @returns {import("./index.js").Body} */
export function table() {
  const element = el("div");
  let shown = "";
  return {
    element,
    update(view) {
      const sheet = this.sheet(view);
      const text = JSON.stringify(sheet);
      if (text === shown) return;
      shown = text;
      element.replaceChildren(tableOf(sheet));
    },
    sheet(view) {
      const { layout } = view;
      const answer = view.answers[layout.metrics[0].id];
      const extra = extraColumns(answer);
      const rows = answer.series.filter(({ group }) => group !== null).map((point) => {
        const group = String(point.group);
        return {
          cells: [group, figure(point, answer.unit), number(point.n), ...extra.map((name) => besideOf(answer, group, name))],
          open: () => view.open(layout.drill === "brand" ? { metric: answer.id, brand: group } : { metric: answer.id, filter: `source:${quoted(group)}` }),
        };
      });
      return { caption: layout.title, columns: [layout.columns?.group ?? "", layout.columns?.value ?? "Value", layout.columns?.n ?? "n", ...extra.map((name) => layout.columns?.[name] ?? words(name))], rows };
    },
  };
}

/** Beside of a grouped answer is named `group.name`. @param {MetricAnswer} answer */
function extraColumns(answer) {
  const groups = new Set(answer.series.map(({ group }) => group));
  return [...new Set(Object.keys(answer.beside).filter((key) => groups.has(key.slice(0, key.lastIndexOf(".")))).map((key) => key.slice(key.lastIndexOf(".") + 1)))];
}

/** @param {MetricAnswer} answer @param {string} group @param {string} name */
function besideOf(answer, group, name) {
  const value = answer.beside[`${group}.${name}`];
  return value === null || value === undefined ? "no data" : number(value);
}

/** @param {string} text */
const quoted = (text) => (/^[\w.-]+$/.test(text) ? text : `"${text}"`);
