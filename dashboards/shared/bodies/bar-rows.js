// Bars that are rows of buttons: label, bar, figure. Readable without a picture, hit with a finger, reached with Tab.
import { el } from "../element.js";

/** @typedef {{ label: string, amount: string, part: string, size: number, tone: string, open: () => void }} BarRow size 0 to 1 */

export function barRows() {
  const element = el("div", { class: "rows" });
  /** @type {{ row: HTMLButtonElement, label: HTMLElement, fill: HTMLElement, amount: HTMLElement, part: HTMLElement, open: () => void }[]} */
  let kept = [];

  /** @param {BarRow[]} rows */
  function update(rows) {
    if (kept.length !== rows.length) {
      kept = rows.map(() => {
        const label = el("span", { class: "label" });
        const fill = el("span", { class: "fill" });
        const amount = el("span", { class: "amount" });
        const part = el("span", { class: "part" });
        const one = {
          row: el("button", { type: "button", title: "Show the posts", onclick: () => one.open() }, label, " ", el("span", { class: "track" }, fill), amount, " ", part),
          label,
          fill,
          amount,
          part,
          open: () => {},
        };
        return one;
      });
      element.replaceChildren(...kept.map(({ row }) => row));
    }
    rows.forEach(({ label, amount, part, size, tone, open }, index) => {
      const one = kept[index];
      one.label.textContent = label;
      one.amount.textContent = amount;
      one.part.textContent = part;
      one.fill.style.width = `${Math.max(0, Math.min(1, size)) * 100}%`;
      one.fill.style.visibility = size > 0 ? "visible" : "hidden";
      one.row.dataset.tone = tone;
      one.open = open;
    });
  }
  return { element, update };
}
