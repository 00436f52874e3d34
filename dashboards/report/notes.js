// What people wrote at dates.
import { Problem, send } from "../shared/api.js";
import { el, icon } from "../shared/element.js";

/**
 * @param {() => void} changed
 */
export function notes(changed) {
  const list = el("ul", {});
  const wrong = el("p", { class: "wrong", role: "alert" });
  const date = el("input", { type: "date", required: true, id: "note-date" });
  const text = el("input", { type: "text", required: true, maxlength: 200, id: "note-text", placeholder: "New app released" });
  const form = el(
    "form",
    { class: "small-form", onsubmit: add },
    el("div", { class: "field" }, el("label", { for: "note-date" }, "Date"), date),
    el("div", { class: "field" }, el("label", { for: "note-text" }, "What happened"), text),
    el("div", { class: "field" }, el("button", { class: "control", type: "submit" }, "Annotate")),
    wrong,
  );
  const element = el("section", { class: "tile notes", "data-width": 12, "aria-labelledby": "notes-title" }, el("h2", { id: "notes-title" }, "What happened at which date"), list, form);

  /** @param {Event} event */
  async function add(event) {
    event.preventDefault();
    if (await attempt(() => send("POST", "annotations", { date: date.value, text: text.value }))) text.value = "";
  }

  /** @param {() => Promise<unknown>} act */
  async function attempt(act) {
    wrong.textContent = "";
    try {
      await act();
      changed();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      wrong.textContent = problem.message;
      return false;
    }
  }

  /** @param {Annotation[]} all */
  function show(all) {
    list.replaceChildren(
      ...(all.length === 0 ? [el("li", { class: "quiet" }, "Nobody wrote anything yet. A note stands in the charts, and in print.")] : []),
      ...all.map((note) =>
        el(
          "li",
          {},
          el("time", { datetime: note.date }, note.date),
          ` ${note.text} `,
          el("span", { class: "quiet" }, note.by),
          el("button", { class: "control bare square", type: "button", "aria-label": `Remove: ${note.text}`, title: "Remove", onclick: () => attempt(() => send("DELETE", `annotations/${note.id}`)) }, icon("close")),
        ),
      ),
    );
  }
  return { element, show };
}
