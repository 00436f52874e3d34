// The search language as the one filter. An error says where and shows an example.
import { announce } from "./announce.js";
import { el, icon } from "./element.js";

/** @param {import("./address.js").Address} address */
export function filterBox(address) {
  const input = el("input", {
    type: "search",
    "aria-label": "Filter",
    placeholder: "Filter: refund AND lang:en, source:mastodon …",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "off",
    enterkeyhint: "search",
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") apply(input.value);
      if (event.key === "Escape") input.value === "" ? input.blur() : apply("");
    },
    onchange: () => apply(input.value),
    onsearch: () => apply(input.value),
  });
  const error = el("div", { class: "filter-error", id: "filter-error", role: "alert", hidden: true });

  /** @param {string} text */
  function apply(text) {
    if (text.trim() !== address.choice.filter) address.change({ filter: text.trim() });
  }

  /** @param {import("./api.js").Problem | null} problem */
  function show(problem) {
    error.hidden = problem === null;
    input.toggleAttribute("aria-invalid", false);
    input.removeAttribute("aria-describedby");
    if (!problem) return;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", error.id);
    error.replaceChildren(
      el("span", {}, problem.message.split(" (at character ")[0]),
      where(address.choice.filter, problem.position),
      problem.example ? example(problem.example) : "",
    );
    announce(problem.message);
  }

  /** @param {string} text */
  function example(text) {
    return el("span", {}, "For example ", el("button", { type: "button", onclick: () => apply(text) }, text));
  }

  const paint = () => {
    if (document.activeElement !== input) input.value = address.choice.filter;
  };
  address.addEventListener("change", () => (input.value = address.choice.filter));
  return {
    element: el("div", { class: "filter" }, icon("find"), input, el("kbd", { "aria-hidden": "true" }, "/")),
    error,
    show,
    paint,
    focus: () => input.focus(),
    get wrong() {
      return !error.hidden;
    },
  };
}

/**
 * The filter with the place of the mistake marked; counted from 0, the end included.
 * @param {string} filter @param {number | undefined} position
 */
function where(filter, position) {
  if (position === undefined || position === null) return "";
  const at = Math.min(Math.max(position, 0), filter.length);
  return el("pre", {}, filter.slice(0, at), el("mark", {}, filter.slice(at, at + 1) || "\u00a0\u00a0"), filter.slice(at + 1));
}
