// A real table behind every chart.
import { el } from "./element.js";

/**
 * @typedef {{ caption: string, columns: string[], rows: { cells: string[], open?: () => void }[], text?: number }} Sheet
 * the first `text` columns (1 unless told) are words, the others figures
 */

/** @param {Sheet} sheet @returns {HTMLElement} */
export function tableOf({ caption, columns, rows, text = 1 }) {
  const side = (/** @type {number} */ index) => (index < text ? null : "right");
  // What may scroll must be reachable by the keyboard.
  const scrolls = rows.length > 2;
  return el(
    "div",
    { class: "sheet", tabindex: scrolls ? 0 : null, role: scrolls ? "group" : null, "aria-label": scrolls ? `${caption}, table` : null },
    el(
      "table",
      {},
      el("caption", { class: "unseen" }, caption),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          columns.map((name, index) => el("th", { scope: "col", class: side(index) }, name)),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map(({ cells, open }) =>
          el(
            "tr",
            {},
            cells.map((cell, index) =>
              index === 0
                ? el("th", { scope: "row" }, open ? el("button", { type: "button", onclick: open }, cell) : cell)
                : el("td", { class: side(index) }, cell),
            ),
          ),
        ),
      ),
    ),
  );
}
