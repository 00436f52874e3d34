// A real table behind every chart.
import { el } from "./element.js";

/**
 * @typedef {{ caption: string, columns: string[], rows: { cells: string[], open?: () => void }[], text?: number }} Sheet
 * the first `text` columns (1 unless told) are words, the others figures
 */

/** @param {Sheet} sheet @returns {HTMLElement} */
export function tableOf({ caption, columns, rows, text = 1 }) {
  const side = (/** @type {number} */ index) => (index < text ? null : "right");
  return el("div", { class: "sheet", tabindex: rows.length > 6 ? 0 : null, role: rows.length > 6 ? "region" : null, "aria-label": rows.length > 6 ? caption : null },
    el("table", {},
      el("caption", { class: "unseen" }, caption),
      el("thead", {}, el("tr", {}, columns.map((name, index) => el("th", { scope: "col", class: side(index) }, name)))),
      el("tbody", {}, rows.map(({ cells, open }) => el("tr", {}, cells.map((cell, index) => index === 0
        ? el("th", { scope: "row" }, open ? el("button", { type: "button", onclick: open }, cell) : cell)
        : el("td", { class: side(index) }, cell)))))));
}
