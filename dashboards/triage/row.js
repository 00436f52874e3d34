// One case as a row of the queue.
import { el, icon, time } from "../shared/element.js";
import { instant, languageTag, number, words } from "../shared/format.js";
import { ageOf, clockOf, firstLine, nameOf, reachOf, toneOf } from "./words.js";

/**
 * @param {CaseRow} row
 * @param {{ session: Session, desk: import("./desk.js").Desk, choose(id: number): void, open(id: number): void, mark(id: number): void, outbreak(one: Case): void }} with_
 */
export function rowOf(row, { session, desk, choose, open, mark, outbreak }) {
  const { case: one } = row;
  const gone = desk.gone.get(one.id);
  const current = desk.current === one.id;
  const chosen = desk.chosen.has(one.id) && !gone;
  const name = one.name || one.handle;
  const button = el(
    "button",
    {
      class: "open",
      type: "button",
      "aria-current": current ? "true" : null,
      tabindex: current ? null : "-1",
      onclick: (/** @type {MouseEvent} */ event) => (event.detail === 0 ? open(one.id) : choose(one.id)),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        mark(one.id);
      },
      // Some browsers press a button when the space bar comes up.
      onkeyup: (/** @type {KeyboardEvent} */ event) => event.key === " " && event.preventDefault(),
    },
    head(row, name, session),
    el("span", { class: "first-line", lang: languageTag(one.language) }, firstLine(one.snippet)),
    el("span", { class: "facts" }, facts(row, desk, session)),
    el("span", { class: "why" }, gone ? `— ${gone}` : reasons(row)),
  );
  return el(
    "li",
    { class: "case-row", "data-case": one.id, "data-gone": gone ? "" : null, "data-current": current ? "" : null, "data-chosen": chosen ? "" : null },
    el("label", { class: "pick-box" }, el("input", { type: "checkbox", checked: chosen, "aria-label": `Select ${name}`, tabindex: current ? null : "-1", onchange: () => mark(one.id) })),
    button,
    (row.similar ?? 0) > 0 &&
      el("button", { class: "control bare square alike", type: "button", "aria-label": `Show all ${number((row.similar ?? 0) + 1)} that say what ${name} says`, title: "Show all of them", tabindex: current ? null : "-1", onclick: () => outbreak(one) }, icon("list")),
  );
}

/** @param {CaseRow} row @param {string} name @param {Session} session */
function head({ case: one }, name, session) {
  const clock = clockOf(one, Date.now());
  return el(
    "span",
    { class: "row-head" },
    el("span", { class: "source-mark", "aria-hidden": "true" }, one.source.slice(0, 1).toUpperCase()),
    el("b", {}, name),
    el("span", { class: "reach" }, one.source, one.followers === null || one.followers === undefined ? "" : ` · ${reachOf(one.followers)}`),
    el("span", { class: "clock", "data-tone": clock.tone }, time(one.due, clock.says, `due ${instant(one.due, session.timeZone)}`)),
  );
}

/** @param {CaseRow} row @param {import("./desk.js").Desk} desk @param {Session} session */
function facts(row, desk, session) {
  const { case: one } = row;
  const tone = toneOf(one.sentiment);
  const others = (row.presence ?? []).filter(({ person }) => person !== desk.about?.me);
  return [
    tone && el("span", { class: "tone", "data-tone": one.sentiment }, `${tone.shape} ${tone.word}`),
    one.topic && one.topic !== "none" && one.topic !== "not_sure" && el("span", {}, words(one.topic)),
    languageTag(one.language) && el("span", { class: "lang" }, one.language.toUpperCase()),
    el("span", { class: "age" }, time(one.openedAt, ageOf(one, Date.now()), instant(one.openedAt, session.timeZone))),
    one.episode > 1 && el("span", { class: "chip" }, `came back, episode ${one.episode}`),
    one.rival && el("span", { class: "chip rival" }, `◆ ${one.rival} answered`),
    (row.similar ?? 0) > 0 && el("span", { class: "chip" }, `+${number(row.similar ?? 0)} similar`),
    row.status === "snoozed" && one.snoozedUntil && el("span", { class: "chip" }, `put off until ${instant(one.snoozedUntil, session.timeZone)}`),
    one.assignee && el("span", { class: "chip who" }, `${nameOf(one.assignee, desk.about)} ${one.assignee === desk.about?.me ? "have" : "has"} it`),
    one.promise && el("span", { class: "chip" }, "promised"),
    one.team && el("span", { class: "chip" }, one.team),
    others.map(({ person, doing }) => el("span", { class: "chip presence" }, `${nameOf(person, desk.about)} ${doing === "replying" ? "is replying" : "is viewing"}`)),
    (row.tags ?? []).map((tag) => el("span", { class: "chip tag" }, `#${tag}`)),
  ];
}

/** Why it stands where it stands. @param {CaseRow} row */
function reasons({ priority, case: one }) {
  if (!priority) return one.waiting ? "first due, first shown" : "";
  return priority.reasons.length > 0 ? `Priority ${Math.round(priority.score)} · ${priority.reasons.join(" · ")}` : "";
}

/** What the time alone changes, in place. @param {HTMLElement} item @param {CaseRow | undefined} row */
export function tick(item, row) {
  const [clock, age] = [item.querySelector(".clock"), item.querySelector(".age time")];
  if (!row || !(clock instanceof HTMLElement) || !age) return;
  const { says, tone } = clockOf(row.case, Date.now());
  clock.dataset.tone = tone;
  clock.firstElementChild?.replaceChildren(says);
  age.replaceChildren(ageOf(row.case, Date.now()));
}
