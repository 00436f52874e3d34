// The search box: one language for the queue, saved views and rules; an error says where and shows an example.
import { el, icon } from "../shared/element.js";
import { pick } from "./pick.js";

/** @param {import("./desk.js").Desk} desk @param {(query: string) => void} go @param {(name: string, query: string) => void} keep */
export function search(desk, go, keep) {
  const input = el("input", { type: "search", "aria-label": "Search cases", placeholder: "Search, or author: topic: assignee: …", autocomplete: "off", spellcheck: "false", "aria-describedby": "search-fault" });
  const save = el("button", { class: "control bare save", type: "button", "aria-label": "Save this search", title: "Save this search", hidden: true, onclick: name }, "Save");
  const says = el("span");
  const place = el("code", { class: "place" });
  const fault = el("p", { class: "wrong", id: "search-fault", role: "alert", hidden: true }, place, says);
  const element = el("form", { class: "case-search filter", role: "search", onsubmit: submit }, icon("find"), input, el("kbd", { "aria-hidden": "true" }, "/"), save, fault);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    input.value = desk.query;
    go(desk.query);
  });
  // The cross of the field empties it at once.
  input.addEventListener("search", () => input.value === "" && desk.query !== "" && go(""));

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    go(input.value.trim());
  }

  async function name() {
    const query = desk.query;
    const told = await pick({ title: "What is this search called?", options: [], placeholder: "A name", free: (text) => ({ value: text, says: `Save as “${text}”` }) });
    if (told) keep(told, query);
  }

  desk.addEventListener("state", paint);
  desk.addEventListener("queue", paint);
  function paint() {
    const wrong = desk.fault?.status === 400 && desk.query !== "" ? desk.fault : null;
    fault.hidden = !wrong;
    const here = wrong && typeof wrong.position === "number" ? Math.min(wrong.position, desk.query.length) : null;
    place.replaceChildren(...(here === null ? [] : [el("span", {}, desk.query.slice(0, here)), el("mark", {}, desk.query.slice(here).match(/^\S+/)?.[0] ?? "▸"), el("span", {}, desk.query.slice(here).replace(/^\S+/, ""))]));
    says.textContent = wrong ? `${wrong.message} The rows are as they were.` : "";
    input.toggleAttribute("aria-invalid", wrong !== null);
    save.hidden = desk.query === "" || wrong !== null || desk.saved.some(({ query }) => query === desk.query);
  }

  return {
    element,
    focus: () => {
      input.focus();
      input.select();
    },
    /** @param {string} query */
    set: (query) => (input.value = query),
    /** Whether what was searched for cannot be read; the cursor stands then where it is wrong. */
    wrong() {
      if (fault.hidden) return false;
      input.focus();
      const at = desk.fault?.position;
      if (at !== undefined) input.setSelectionRange(at, at);
      return true;
    },
  };
}
