// The queues on the left: the desk's own with their live counts, and saved searches.
import { announce } from "../shared/announce.js";
import { el, icon } from "../shared/element.js";
import { number } from "../shared/format.js";

/** What each queue is called; what the server does not count is not shown. @type {[string, string][]} */
export const viewNames = [
  ["needs_answer", "Needs answer"],
  ["at_risk", "At risk"],
  ["mine", "Mine"],
  ["unassigned", "Unassigned"],
  ["due_soon", "Due soon"],
  ["snoozed", "Snoozed"],
  ["answered_by_competitor", "Answered by a competitor"],
  ["to_approve", "To approve"],
  ["returned", "Given back to you"],
  ["waiting_for_expert", "Waiting for an expert"],
  ["promise_due", "Promise due"],
  ["reopened", "Reopened"],
  ["not_sure", "Not sure"],
];

/** @param {string} view */
export const viewName = (view) => viewNames.find(([id]) => id === view)?.[1] ?? view;

/** @param {import("./desk.js").Desk} desk @param {(view: string, query: string) => void} go @param {(view: SavedView) => void} drop */
export function views(desk, go, drop) {
  const own = el("ul", { class: "view-list" });
  const saved = el("ul", { class: "view-list" });
  const mine = el("div", { hidden: true }, el("h2", {}, "Saved searches"), saved);
  const panel = el("div", { class: "view-panel", id: "view-panel" }, own, mine);
  const toggle = el("button", { class: "control view-toggle", type: "button", "aria-expanded": "false", "aria-controls": "view-panel", onclick: () => open(!element.hasAttribute("data-open")) });
  const element = el("nav", { class: "views", "aria-label": "Queues" }, toggle, panel);
  element.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
  document.addEventListener("click", (event) => !element.contains(/** @type {Node} */ (event.target)) && open(false));

  /** @param {boolean} yes */
  function open(yes) {
    element.toggleAttribute("data-open", yes);
    toggle.setAttribute("aria-expanded", String(yes));
  }

  /** @param {string} view @param {string} query */
  function choose(view, query) {
    open(false);
    go(view, query);
  }

  function draw() {
    const held = element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-view") : null;
    own.replaceChildren(
      ...viewNames.filter(([id]) => id in desk.counts).map(([id, name]) => el("li", {}, entry(id, name, desk.counts[id], desk.view === id && !isSaved(), () => choose(id, "")))),
    );
    mine.hidden = desk.saved.length === 0;
    saved.replaceChildren(
      ...desk.saved.map((view) =>
        el(
          "li",
          {},
          entry(`saved ${view.id}`, view.name, view.count, desk.query === view.query, () => choose("needs_answer", view.query)),
          el("button", { class: "control bare square drop", type: "button", "aria-label": `Remove the search ${view.name}`, title: "Remove", onclick: () => drop(view) }, icon("close")),
        ),
      ),
    );
    const shown = isSaved() ? desk.saved.find(({ query }) => query === desk.query)?.name : viewName(desk.view);
    toggle.replaceChildren(icon("list"), el("span", {}, shown ?? ""), el("b", {}, number(desk.counts[desk.view] ?? 0)));
    if (held) /** @type {HTMLElement | null} */ (element.querySelector(`[data-view="${CSS.escape(held)}"]`))?.focus();
  }

  const isSaved = () => desk.query !== "" && desk.saved.some(({ query }) => query === desk.query);

  let before = -1;
  desk.addEventListener("counts", () => {
    draw();
    const risk = desk.counts.at_risk ?? 0;
    if (before >= 0 && risk > before) announce(`${risk} at risk.`);
    before = risk;
  });
  desk.addEventListener("queue", draw);
  return element;
}

/** @param {string} id @param {string} name @param {number} count @param {boolean} here @param {() => void} act */
function entry(id, name, count, here, act) {
  return el("button", { class: "view", type: "button", "data-view": id, "aria-current": here ? "true" : null, onclick: act }, el("span", {}, name), el("b", { "data-none": count === 0 ? "" : null }, number(count)));
}
