// One source: how it does, and what may be done with it. It is painted anew in place, so that who stands in it stays.
import { el, time } from "../shared/element.js";
import { ago, duration, instant, number } from "../shared/format.js";
import { sight } from "./kinds.js";
import { statusOf } from "./status.js";

/**
 * @param {ListedSource} first
 * @param {{ zone: string, kind: SourceKind | undefined, run(): void, pause(): void, edit(): void, remove(): void }} act
 */
export function sourceCard(first, { zone, kind, run, pause, edit, remove }) {
  const status = el("span", { class: "status" });
  const name = el("h3", { id: `source-${first.id}`, tabindex: "-1" });
  const under = el("p", { class: "quiet" });
  const seen = el("div");
  const reason = el("p", { class: "reason", hidden: true });
  const facts = el("dl", { class: "source-facts" });
  const gaps = el("details", { class: "gaps", hidden: true });
  const buttons = {
    run: el("button", { class: "control", type: "button", onclick: run }, "Run now"),
    pause: el("button", { class: "control", type: "button", onclick: pause }),
    edit: el("button", { class: "control", type: "button", onclick: edit }, "Edit"),
    remove: el("button", { class: "control", type: "button", onclick: remove }, "Remove"),
  };
  const place = el("div", { class: "edit-place" });
  const element = el(
    "article",
    { class: "source-card", "aria-labelledby": name.id },
    el("div", { class: "source-head" }, status, el("div", { class: "source-name" }, name, under, seen), el("div", { class: "actions" }, Object.values(buttons))),
    reason,
    facts,
    gaps,
    place,
  );

  /** @param {ListedSource} source */
  function show(source) {
    const { state } = source;
    const { word, shape, tone } = statusOf(state.status);
    element.dataset.status = state.status;
    put(status, [el("span", { class: "shape", "aria-hidden": "true" }, shape), word]);
    status.dataset.tone = tone;
    put(name, [source.name]);
    put(under, [kind?.title ?? source.kind, ` · asked every ${duration(source.every)}`]);
    put(seen, source.sees ? [sight({ sees: source.sees, cannotSee: source.cannotSee })] : []);
    reason.hidden = !state.reason;
    put(reason, [state.reason ?? "", state.failures > 1 ? ` ${number(state.failures)} tries in a row failed.` : ""]);
    put(facts, factsOf(source));
    for (const [what, button] of Object.entries(buttons)) {
      if (what === "pause") button.textContent = source.paused ? "Resume" : "Pause";
      button.setAttribute("aria-label", `${button.textContent} ${source.name}`);
    }
    gaps.hidden = source.gaps.length === 0;
    const said = source.gaps.map((gap) => `${gap.from ? `${at(gap.from)} – ` : "before "}${at(gap.to)}: ${gap.reason}${gap.stream ? ` (${gap.stream})` : ""}`);
    put(gaps, [el("summary", {}, `◇ ${source.gaps.length === 1 ? "1 gap" : `${number(source.gaps.length)} gaps`}: posts may be missing for good`), el("ul", {}, said.map((line) => el("li", {}, line)))]);
  }

  /** @param {string} instantOf */
  const at = (instantOf) => instant(instantOf, zone, { dateStyle: "medium", timeStyle: "short" });
  /** @param {string} instantOf */
  const since = (instantOf) => time(instantOf, ago(Date.now() - Date.parse(instantOf)), at(instantOf));

  /** @param {ListedSource} source */
  function factsOf({ paused, state }) {
    const { budget } = state;
    const next = state.nextTry && Date.parse(state.nextTry) - Date.now();
    /** @type {[string, import("../shared/element.js").Child[]][]} */
    const rows = [
      ["Last success", [state.succeeded ? since(state.succeeded) : state.tried ? "never" : "not tried yet"]],
      ["Next try", [paused ? "when it goes on" : !state.nextTry ? "none" : time(state.nextTry, Number(next) > 1000 ? `in ${duration(Number(next) / 1000)}` : "now", at(state.nextTry))]],
      ["Complete up to", [state.lag === null ? "no data" : since(new Date(Date.now() - state.lag * 1000).toISOString())]],
      ["Newest post", [state.newest ? since(state.newest) : "none yet"]],
      ["Posts", [number(state.accepted)]],
      ["Duplicates", [number(state.duplicates)]],
      ["Not readable", [number(state.rejected)]],
      ["Rate budget", budget ? budgetOf(budget) : ["no data"]],
    ];
    return rows.map(([title, value]) => el("div", {}, el("dt", {}, title), el("dd", {}, value)));
  }

  /** @param {NonNullable<SourceState["budget"]>} budget @returns {import("../shared/element.js").Child[]} */
  function budgetOf({ limit, remaining, resets, told }) {
    const left = `${number(remaining)}${limit === null ? "" : ` of ${number(limit)}`} left`;
    const until = resets && Date.parse(resets) - Date.now() >= 1000 ? [", all again ", time(resets, `in ${duration((Date.parse(resets) - Date.now()) / 1000)}`, at(resets))] : [];
    return [left, ...until, el("span", { class: "quiet" }, told ? " · its own word" : " · our limit for it")];
  }

  show(first);
  return { element, show, place, buttons, name };
}

/** Only what changed is put: an opened list stays open, a selection stays. @param {HTMLElement} element @param {import("../shared/element.js").Child[]} children */
function put(element, children) {
  const next = el("div", {}, ...children);
  if (element.innerHTML !== next.innerHTML) element.replaceChildren(...next.childNodes);
}
