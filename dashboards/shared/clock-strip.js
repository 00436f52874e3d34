// Draws the clock: one lane for each wait, from the post that opened it to the answer that closed it, with everybody's posts above.
import { el, svg } from "./element.js";
import { duration, instant } from "./format.js";
import { markerOf } from "./legend.js";

const lane = 34;
const top = 26;

/** @type {Record<string, string>} */
const shapes = { customer: "circle", own: "rect", competitor: "rectRot" };

/**
 * @param {ConversationView} view
 * @param {Session} session
 * @param {number} [width] in pixels; as wide as the drawer unless told, so that words keep their size
 */
export function clockStrip(view, session, width = Math.min(600, innerWidth - 40)) {
  const waits = view.waits.filter(({ leftOut }) => !leftOut);
  const instants = [...view.posts.map(({ postedAt }) => postedAt), ...waits.flatMap(({ closedAt }) => closedAt ?? [])].map((text) => Date.parse(text));
  const start = Math.min(...instants);
  const open = waits.some((wait) => endOf(wait) === null);
  const last = Math.max(...instants);
  // An open wait runs on to the right edge; now may be years after an imported conversation.
  const end = open ? Math.max(last + (last - start) * 0.25, Math.min(Date.now(), last + (last - start + 3_600_000))) : last;
  const x = (/** @type {number} */ at) => 8 + ((at - start) / (end - start || 1)) * (width - 16);
  const height = top + Math.max(1, waits.length) * lane + 4;

  const picture = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": sentence(waits) },
    svg("line", { class: "base", x1: 0, x2: width, y1: top - 10, y2: top - 10 }),
    view.posts.map((post) => mark(post, x(Date.parse(post.postedAt)))),
    waits.map((wait, index) => laneOf(wait, top + index * lane, x, end, width, session)),
  );
  return el(
    "div",
    { class: "strip" },
    el("h3", {}, "The clock"),
    picture,
    el(
      "ul",
      { class: "legend" },
      legendOf("customer", "customer"),
      legendOf("own", "us"),
      legendOf("competitor", "competitor"),
      el("li", {}, `from ${instant(start, session.timeZone)}${last > start ? `, ${duration((last - start) / 1000)} in all` : ""}`),
    ),
    waits.length === 0 && el("p", { class: "quiet" }, "No clock runs here: nobody who waits for a brand wrote in this conversation."),
  );
}

/** @param {StoredPost} post @param {number} x */
function mark(post, x) {
  const party = post.party.toLowerCase();
  const shape = markerOf(shapes[party] ?? "triangle", x, top - 10, 4.5);
  shape.setAttribute("class", shapes[party] ? party : "other");
  return shape;
}

/** @param {Wait} wait @param {number} y @param {(at: number) => number} x @param {number} edge @param {number} width @param {Session} session */
function laneOf(wait, y, x, edge, width, session) {
  const opened = Date.parse(wait.openedAt);
  const closed = endOf(wait);
  const from = x(opened);
  const to = Math.max(from + 3, x(closed ?? edge));
  const says = `${wait.brand}: ${outcome(wait, opened)}`;
  const room = width - from > says.length * 6.4;
  return [
    svg("rect", { class: closed === null ? "wait open" : "wait", x: from, y, width: to - from, height: 12, rx: 3 }),
    wait.rivalAt ? rival(x(Date.parse(wait.rivalAt)), y) : null,
    svg(
      "text",
      { class: "says", x: room ? from : Math.min(to, width), y: y + 26, "text-anchor": room ? "start" : "end" },
      says,
      svg("title", {}, `opened ${instant(wait.openedAt, session.timeZone)}`),
    ),
  ];
}

/** @param {number} x @param {number} y */
function rival(x, y) {
  const shape = markerOf("rectRot", x, y + 6, 4);
  shape.setAttribute("class", "competitor");
  return shape;
}

/** @param {Wait} wait @returns {number | null} when the clock stopped */
function endOf({ closedAt, censoredAt, resolvedAt }) {
  const ends = [closedAt, censoredAt, resolvedAt].flatMap((text) => (text ? [Date.parse(text)] : []));
  return ends.length === 0 ? null : Math.min(...ends);
}

/** @param {Wait} wait @param {number} opened */
function outcome(wait, opened) {
  const after = (/** @type {string} */ text) => duration((Date.parse(text) - opened) / 1000);
  const race = wait.rivalAt ? `, ${wait.rival ?? "a competitor"} after ${after(wait.rivalAt)}` : "";
  if (wait.closedAt) return `answered after ${after(wait.closedAt)}${race}`;
  if (wait.censoredAt) return `deleted unanswered after ${after(wait.censoredAt)}${race}`;
  if (wait.resolvedAt) return `closed without an answer after ${after(wait.resolvedAt)}${race}`;
  return `waiting for ${duration(Math.max(0, Date.now() - opened) / 1000)}${race}`;
}

/** @param {Wait[]} waits */
const sentence = (waits) =>
  waits.length === 0 ? "No clock runs here." : waits.map((wait) => `${wait.brand}: ${outcome(wait, Date.parse(wait.openedAt))}`).join(". ");

/** @param {string} party @param {string} name */
function legendOf(party, name) {
  const shape = markerOf(shapes[party], 5, 5, 4);
  shape.setAttribute("class", party);
  return el("li", {}, svg("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" }, shape), name);
}
