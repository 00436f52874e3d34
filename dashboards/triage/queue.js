// The queue in the middle: rows that keep their place, what is new behind a button, and what is done to several at once.
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { number } from "../shared/format.js";
import { rowOf, tick } from "./row.js";

/**
 * @param {import("./desk.js").Desk} desk @param {Session} session
 * @param {{ open(id: number): void, outbreak(one: Case): void, bulk: HTMLElement, search: HTMLElement, empty(): Node }} parts
 */
export function queue(desk, session, { open, outbreak, bulk, search, empty }) {
  const heading = el("h2", { id: "queue-title", tabindex: "-1" });
  const list = el("ol", { class: "case-list", "aria-labelledby": "queue-title" });
  const fresh = el("button", { class: "fresh", type: "button", hidden: true, onclick: show });
  const more = el("button", { class: "control", type: "button", hidden: true, onclick: () => desk.more() }, "Show more");
  const stale = el("div", { class: "notice warn", role: "alert", hidden: true });
  const nothing = el("div", { class: "nothing" });
  const element = el(
    "section",
    { class: "queue", "aria-labelledby": "queue-title" },
    el("div", { class: "queue-head" }, heading, search),
    stale,
    fresh,
    bulk,
    el("div", { class: "queue-body" }, list, nothing, el("div", { class: "queue-end" }, more)),
  );

  // Arrows move as j and k do, and cannot be switched off.
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(step);
  });

  const parts = { session, desk, choose, open, mark, outbreak };

  /** @param {number} id */
  function choose(id) {
    desk.choose(id);
    if (matchMedia("(max-width: 759px)").matches) open(id);
  }

  /** @param {number} id */
  function mark(id) {
    // One that left by itself may be back in a moment.
    if (desk.away(id)) return;
    if (!desk.chosen.delete(id)) desk.chosen.add(id);
    redraw(id);
    desk.tell("chosen");
  }

  function draw() {
    const held = list.contains(document.activeElement) || document.activeElement === fresh;
    element.setAttribute("aria-busy", desk.loaded ? "false" : "true");
    if (!desk.loaded && !desk.fault) list.replaceChildren(...Array.from({ length: 7 }, () => el("li", { class: "case-row skeleton", "aria-hidden": "true" }, el("i"), el("i"), el("i"))));
    else list.replaceChildren(...desk.rows.map((row) => rowOf(row, parts)));
    nothing.replaceChildren(...(desk.loaded && desk.rows.length === 0 ? [empty()] : []));
    more.hidden = desk.next === null || !desk.loaded;
    state();
    waiting();
    if (held) focus();
  }

  /** @param {number} id */
  function redraw(id) {
    const old = /** @type {HTMLElement | null} */ (list.querySelector(`[data-case="${id}"]`));
    const row = desk.row(id);
    if (!old || !row) return;
    const held = old.contains(document.activeElement) ? (document.activeElement?.matches("input") ? "input" : ".open") : null;
    const drawn = rowOf(row, parts);
    old.replaceWith(drawn);
    if (held) /** @type {HTMLElement | null} */ (drawn.querySelector(held))?.focus({ preventScroll: true });
  }

  function waiting() {
    const count = desk.waiting.length;
    if (count > 0 && fresh.hidden) announce(`${count} new.`);
    fresh.hidden = count === 0 || !desk.loaded;
    fresh.textContent = `${number(count)} new`;
  }

  async function show() {
    await desk.load();
    desk.choose(desk.rows[0]?.case.id ?? null);
    focus();
  }

  function state() {
    // What is wrong with a search stands beneath it.
    stale.hidden = desk.fault === null || (desk.fault.status === 400 && desk.query !== "");
    if (desk.fault)
      stale.replaceChildren(
        `${desk.fault.message}${desk.rows.length > 0 ? " The rows are as they were." : ""}`,
        el("button", { class: "control", type: "button", onclick: () => desk.load() }, "Try again"),
      );
    if (desk.fault && !desk.loaded) list.replaceChildren();
  }

  /** The focus goes to the open row. */
  function focus() {
    const target = /** @type {HTMLElement | null} */ (list.querySelector("[data-current] .open")) ?? heading;
    target.focus({ preventScroll: true });
    target.closest("li")?.scrollIntoView({ block: "nearest" });
  }

  /** @type {number | null} */
  let before = null;
  desk.addEventListener("queue", draw);
  desk.addEventListener("more", () => {
    list.append(...desk.rows.slice(list.children.length).map((row) => rowOf(row, parts)));
    more.hidden = desk.next === null;
  });
  desk.addEventListener("row", (event) => redraw(/** @type {CustomEvent<number>} */ (event).detail));
  desk.addEventListener("waiting", waiting);
  desk.addEventListener("state", state);
  desk.addEventListener("current", () => {
    if (before !== null) redraw(before);
    before = desk.current;
    if (before !== null) redraw(before);
  });
  // A clock that stands still is wrong.
  setInterval(() => {
    if (!document.hidden) for (const item of list.children) tick(/** @type {HTMLElement} */ (item), desk.row(Number(/** @type {HTMLElement} */ (item).dataset.case)));
  }, 30_000);

  /** @param {string} title */
  const name = (title) => (heading.textContent = title);
  /** @param {number} step */
  function move(step) {
    const at = desk.rows.findIndex((row) => row.case.id === desk.current);
    const next = desk.rows[Math.max(0, Math.min(desk.rows.length - 1, at + step))];
    if (next) desk.choose(next.case.id);
    focus();
    if (step > 0 && at + step >= desk.rows.length - 5) desk.more();
  }
  return { element, focus, move, name, show };
}
