// One question with a list of answers: typed to narrow, or taken by its number at once.
import { el } from "../shared/element.js";

/** @typedef {{ value: string, says: string, hint?: string }} Option */

/**
 * @param {{ title: string, options: Option[], free?: (text: string) => Option | null, placeholder?: string }} question
 * `free` makes an answer of what was typed
 * @returns {Promise<string | null>} null when it was left
 */
export function pick({ title, options, free, placeholder }) {
  return new Promise((resolve) => {
    /** @type {Option[]} */
    let shown = [];
    let at = 0;
    const list = el("ul", { class: "pick-list", id: "pick-list", role: "listbox", "aria-label": title });
    const input = el("input", {
      type: "text",
      role: "combobox",
      "aria-label": title,
      "aria-expanded": "true",
      "aria-controls": "pick-list",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: placeholder ?? (options.length > 9 ? "Type to narrow" : "Type, or press a number"),
      oninput: narrow,
    });
    const dialog = el("dialog", { class: "pick", "aria-label": title }, el("h2", {}, title), input, list);
    dialog.addEventListener("keydown", keyed);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => leave(null));
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
    narrow();

    function narrow() {
      const typed = input.value.trim().toLowerCase();
      const words = typed.split(/\s+/);
      shown = options.filter(({ says, hint }) => words.every((word) => `${says} ${hint ?? ""}`.toLowerCase().includes(word)));
      const own = typed && free ? free(input.value.trim()) : null;
      if (own && !shown.some(({ value }) => value === own.value)) shown.push(own);
      at = 0;
      draw();
    }

    function draw() {
      const numbered = input.value === "";
      list.replaceChildren(
        ...(shown.length === 0 ? [el("li", { class: "quiet", role: "presentation" }, "Nothing fits.")] : shown.map((option, index) =>
          el(
            "li",
            { id: `pick-${index}`, role: "option", "aria-selected": index === at ? "true" : "false", onclick: () => take(option) },
            el("kbd", { "aria-hidden": "true" }, numbered && index < 9 ? String(index + 1) : ""),
            el("span", {}, option.says),
            option.hint && el("span", { class: "quiet" }, option.hint),
          ),
        )),
      );
      input.setAttribute("aria-activedescendant", shown.length > 0 ? `pick-${at}` : "");
      document.getElementById(`pick-${at}`)?.scrollIntoView({ block: "nearest" });
    }

    /** @param {Option} option */
    function take(option) {
      dialog.close();
      leave(option.value);
    }

    /** At once, not with the event of closing: the next key may be there before it. @param {string | null} answer */
    function leave(answer) {
      dialog.remove();
      resolve(answer);
    }

    /** @param {KeyboardEvent} event */
    function keyed(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const numbered = input.value === "" && /^[1-9]$/.test(event.key) ? shown[Number(event.key) - 1] : null;
      if (step && shown.length > 0) at = (at + step + shown.length) % shown.length;
      else if (event.key === "Enter" && shown[at]) take(shown[at]);
      else if (numbered) take(numbered);
      else return;
      event.preventDefault();
      event.stopPropagation();
      if (dialog.open) draw();
    }
  });
}
