// What may be done to several cases at once; it stands above the rows while some are chosen.
import { el } from "../shared/element.js";
import { number } from "../shared/format.js";

/** @param {import("./desk.js").Desk} desk @param {ReturnType<typeof import("./actions.js").actions>} act */
export function bulkBar(desk, act) {
  const says = el("strong", { role: "status" });
  const button = (/** @type {string} */ name, /** @type {() => unknown} */ doing) => el("button", { class: "control", type: "button", onclick: doing }, name);
  const element = el(
    "div",
    { class: "bulk", role: "group", "aria-label": "What is done to the chosen cases", hidden: true },
    says,
    button("To me", act.claim),
    button("Assign", act.assign),
    button("Put off", act.snooze),
    button("Tag", act.tag),
    button("Resolve", act.resolve),
    button("All", () => choose(true)),
    button("None", () => choose(false)),
  );

  /** @param {boolean} all */
  function choose(all) {
    desk.chosen = new Set(all ? desk.live.map((row) => row.case.id) : []);
    for (const row of desk.rows) desk.tell("row", row.case.id);
    desk.tell("chosen");
  }

  function draw() {
    const count = desk.picked.length;
    element.hidden = count === 0;
    says.textContent = count === 0 ? "" : `${number(count)} chosen`;
  }
  desk.addEventListener("chosen", draw);
  desk.addEventListener("queue", draw);
  return element;
}
