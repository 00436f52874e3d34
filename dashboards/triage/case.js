// The case on the right: who waits and since when, the whole thread, what is written, and everything beside it.
import { clockStrip } from "../shared/clock-strip.js";
import { el, icon, time } from "../shared/element.js";
import { entry } from "../shared/conversation.js";
import { instant, languageTag, number } from "../shared/format.js";
import { postName } from "../shared/post-name.js";
import { aside } from "./aside.js";
import { composer } from "./composer.js";
import { drawn } from "./pace.js";
import { clockOf, nameOf, reachOf } from "./words.js";

/**
 * @param {import("./desk.js").Desk} desk @param {Session} session
 * @param {{ act: ReturnType<typeof import("./actions.js").actions>, correct(): void, back(): void, forward(): void, open(id: number): void,
 *   again(row: CaseRow, reply: SentReply): void, outbreak(): void }} ways
 */
export function casePane(desk, session, ways) {
  const heading = el("h2", { id: "case-title", tabindex: "-1" });
  const under = el("p", { class: "case-under" });
  const back = el("button", { class: "control bare square back", type: "button", "aria-label": "Back to the queue", onclick: ways.back }, icon("back"));
  const tools = el("div", { class: "case-tools" });
  const presence = el("div", { class: "presence-line", role: "status" });
  const thread = el("div", { class: "case-thread" });
  const beside = el("div", { class: "case-aside" });
  const writer = composer(desk, session, { ...ways, anew: () => show({ anew: true }) });
  const body = el("div", { class: "case-body" }, el("div", { class: "case-main" }, thread, writer.element), beside);
  const none = el("p", { class: "nothing-open" }, "Choose a case from the queue.");
  const head = el("div", { class: "case-head" }, back, el("div", { class: "case-name" }, heading, under), tools, presence);
  const element = el("section", { class: "case-pane", "aria-labelledby": "case-title" }, head, body, none);

  /** @type {number | null} */
  let shown = null;
  /** @type {CaseFile | null} */
  let file = null;
  let revision = 0;

  /** Draws the case that is current. @param {{ anew?: boolean }} [how] */
  async function show({ anew = false } = {}) {
    const row = desk.row(desk.current);
    const asked = ++revision;
    none.hidden = Boolean(row);
    head.hidden = body.hidden = !row;
    if (!row) {
      shown = file = null;
      writer.show(null, null);
      return;
    }
    const another = shown !== row.case.id;
    shown = row.case.id;
    top(row);
    const known = desk.files.known(row);
    if (known && !anew) {
      paint(row, known, another);
      if (another && desk.files.old(row)) show({ anew: true });
      return;
    }
    if (another) {
      file = null;
      thread.replaceChildren(waiting(row));
      beside.replaceChildren();
      body.scrollTop = 0;
      writer.show(row, null);
    }
    try {
      const read = await desk.files.read(row, { anew });
      // What is drawn already stays, with whatever has the focus in it.
      if (anew && !another && file && JSON.stringify(read) === JSON.stringify(file)) return;
      if (asked === revision) paint(desk.row(row.case.id) ?? row, read, another);
    } catch (problem) {
      if (asked === revision && !file) thread.replaceChildren(el("div", { class: "notice warn", role: "alert" }, problem instanceof Error ? problem.message : String(problem), el("button", { class: "control", type: "button", onclick: () => show({ anew: true }) }, "Try again")));
    }
  }

  /** @param {CaseRow} row @param {CaseFile} read @param {boolean} another */
  function paint(row, read, another) {
    file = read;
    top(row);
    const scroll = body.scrollTop;
    const view = read.talk;
    thread.replaceChildren(
      view ? clockStrip(view, session, Math.max(260, Math.min(720, thread.clientWidth - 40 || 600))) : "",
      view
        ? el("ol", { class: "thread" }, view.posts.map((post) => entry(post, view, session.timeZone, post.identity.source === row.case.source && post.identity.id === row.case.postId)))
        : el("p", { class: "quiet" }, "The thread is not here for you to read."),
      attachments(read.post),
    );
    beside.replaceChildren(...aside(row, read, desk, session, { ...ways, answerAll: writer.answerAll }));
    body.scrollTop = another ? 0 : scroll;
    writer.show(row, read);
    drawn();
  }

  /** @param {CaseRow} row */
  function top(row) {
    const { case: one } = row;
    const clock = clockOf(one, Date.now());
    const name = one.name || one.handle;
    if (heading.textContent !== name) heading.textContent = name;
    under.replaceChildren(
      el("span", {}, `@${one.handle.replace(/^@/, "")} on ${one.source}`),
      one.followers !== null && one.followers !== undefined ? el("span", {}, reachOf(one.followers)) : "",
      el("span", { class: "clock", "data-tone": clock.tone }, time(one.due, clock.says, `due ${instant(one.due, session.timeZone)}`)),
      el("span", {}, one.assignee ? `${nameOf(one.assignee, desk.about)} ${one.assignee === desk.about?.me ? "have" : "has"} it` : "nobody has it"),
    );
    const held = tools.contains(document.activeElement) ? document.activeElement?.getAttribute("data-act") : null;
    tools.replaceChildren(
      tool("claim", "To me", "m", ways.act.claim),
      tool("assign", "Assign", "a", ways.act.assign),
      tool("snooze", "Put off", "s", ways.act.snooze),
      tool("tag", "Tag", "t", ways.act.tag),
      one.resolvedAt ? tool("reopen", "Reopen", "", ways.act.reopen) : tool("resolve", "Resolve", "e", ways.act.resolve),
    );
    if (held) /** @type {HTMLElement | null} */ (tools.querySelector(`[data-act="${held}"]`))?.focus();
    const others = (row.presence ?? []).filter(({ person }) => person !== desk.about?.me);
    const says = others.map(({ person, doing }) => `${nameOf(person, desk.about)} is ${doing === "replying" ? "replying" : "viewing this"}`).join(", ");
    if (presence.textContent !== says) presence.textContent = says;
  }

  // The strip is as wide as the pane, so that words keep their size.
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(thread.clientWidth - width) < 40) return;
    width = thread.clientWidth;
    if (file) show();
  }).observe(thread);
  // A post that comes into a thread need not change its case.
  setInterval(() => !document.hidden && file && !desk.gone.has(desk.current ?? 0) && show({ anew: true }), 10_000);
  desk.addEventListener("current", () => show());
  desk.addEventListener("queue", () => show());
  desk.addEventListener("row", (event) => /** @type {CustomEvent<number>} */ (event).detail === desk.current && show());

  return {
    element,
    show,
    writer,
    focus: () => heading.focus(),
    get file() {
      return file;
    },
    permalink: () => (file ? postName(file.detail.case.source, file.detail.case.postId) : null),
  };
}

/** @param {string} id @param {string} says @param {string} key @param {() => unknown} act */
const tool = (id, says, key, act) => el("button", { class: "control", type: "button", "data-act": id, onclick: act, "aria-keyshortcuts": key || null }, says, key && el("kbd", { "aria-hidden": "true" }, key));

/** What the row knows, until the thread is there. @param {CaseRow} row */
const waiting = ({ case: one }) => el("div", { class: "waiting-thread", "aria-busy": "true" }, el("p", { lang: languageTag(one.language) }, one.snippet), el("div", { class: "skeleton", "aria-hidden": "true" }, el("i"), el("i"), el("i")));

/** What else hangs on the post, by its alternative text: films and cards are looked at where they were put, pictures stand in the thread. @param {PostAnswer | null} post */
function attachments(post) {
  const attached = (post?.versions.at(-1)?.attachments ?? []).filter(({ kind, url }) => !(url && /^(image|photo)$/.test(kind)));
  if (attached.length === 0) return "";
  return el("ul", { class: "attached", "aria-label": "Attached" }, attached.map(({ kind, alt }, index) => el("li", {}, icon("link"), el("span", {}, `${kind || "attachment"} ${number(index + 1)}: ${alt || "no description"}`))));
}

