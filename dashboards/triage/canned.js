// Canned replies: "/" at the beginning of a word opens the list, which is narrowed by what is typed after it.
import { Problem, get } from "../shared/api.js";
import { el } from "../shared/element.js";

/** @typedef {{ id: number | string, name: string, text: string }} Canned */

/** Puts the variables in. @param {string} text @param {Record<string, string>} values */
export const filled = (text, values) => text.replace(/\{(name|brand|agent)\}/g, (_, name) => values[name] ?? "");

/** @param {HTMLTextAreaElement} text @param {() => Record<string, string>} values */
export function canned(text, values) {
  const element = el("ul", { class: "canned", id: "canned", role: "listbox", "aria-label": "Canned replies", hidden: true });
  /** @type {Canned[] | null} */
  let all = null;
  /** @type {Canned[]} */
  let shown = [];
  let at = 0;
  let from = -1;

  async function look() {
    const before = text.value.slice(0, text.selectionStart);
    const slash = before.search(/(^|\s)\/[^\n/]{0,30}$/);
    if (slash < 0) return close();
    from = before.indexOf("/", slash);
    all ??= await read();
    const words = before.slice(from + 1).toLowerCase().split(/\s+/);
    shown = all.filter(({ name, text: says }) => words.every((word) => `${name} ${says}`.toLowerCase().includes(word))).slice(0, 8);
    at = 0;
    draw();
  }

  /** @returns {Promise<Canned[]>} */
  async function read() {
    try {
      return /** @type {{ items: Canned[] }} */ (await get("canned-replies")).items;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404) return [];
      throw problem;
    }
  }

  function draw() {
    element.hidden = shown.length === 0;
    element.replaceChildren(
      ...shown.map((one, index) =>
        el("li", { id: `canned-${index}`, role: "option", "aria-selected": index === at ? "true" : "false", onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => take(one) }, el("b", {}, one.name), el("span", { class: "quiet" }, filled(one.text, values()))),
      ),
    );
    if (element.hidden) text.removeAttribute("aria-activedescendant");
    else text.setAttribute("aria-activedescendant", `canned-${at}`);
  }

  function close() {
    if (element.hidden) return;
    shown = [];
    draw();
  }

  /** @param {Canned} one */
  function take(one) {
    text.setRangeText(filled(one.text, values()), from, text.selectionStart, "end");
    close();
    text.dispatchEvent(new Event("input"));
    text.focus();
  }

  /** Whether the key was meant for the list. @param {KeyboardEvent} event */
  function keyed(event) {
    if (element.hidden || event.ctrlKey || event.metaKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) at = (at + step + shown.length) % shown.length;
    else if (event.key === "Enter" || event.key === "Tab") take(shown[at]);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    if (!element.hidden) draw();
    return true;
  }

  return { element, look, close, keyed };
}
