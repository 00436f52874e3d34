// Beside the thread: what the post is called and why, who the author is, similar complaints, notes, and what happened to the case.
import { el, icon, time } from "../shared/element.js";
import { duration, instant, number, share, words } from "../shared/format.js";
import { postName } from "../shared/post-name.js";
import { outbreakPart } from "./outbreak.js";
import { clockOf, firstLine, nameOf, toneOf } from "./words.js";

const rest = 150;
const tasks = ["sentiment", "intent", "topic", "relevance", "language"];

/**
 * @param {CaseRow} row @param {CaseFile} file @param {import("./desk.js").Desk} desk @param {Session} session
 * @param {{ correct(): void, open(id: number): void, act: ReturnType<typeof import("./actions.js").actions>, again(row: CaseRow, reply: SentReply): void,
 *   outbreak(): void, answerAll(reach: import("./outbreak.js").Reach): void }} ways
 */
export function aside(row, file, desk, session, ways) {
  const { detail } = file;
  return [
    labels(file, session, ways),
    promise(detail.case, session, ways),
    detail.replies && detail.replies.length > 0 && part("Replies from here", el("ul", { class: "lines" }, detail.replies.map((reply) => replyLine(reply, row, desk, ways)))),
    detail.questions && detail.questions.length > 0 && part("Asked inside", el("ul", { class: "lines" }, detail.questions.map((question) => questionLine(question, desk)))),
    detail.tags.length > 0 && part("Tags", el("p", { class: "facts" }, detail.tags.map((tag) => el("span", { class: "chip tag" }, `#${tag}`)))),
    detail.notes.length > 0 && part("Notes", el("ul", { class: "lines" }, detail.notes.map((note) => el("li", { class: "inside-note" }, el("p", {}, note.text), el("p", { class: "quiet" }, `${nameOf(note.by, desk.about)} · `, when(note.at, session)))))),
    (detail.case.outbreak ?? null) !== null && later("One of an outbreak", () => desk.files.maybe("outbreak", `cases/${row.case.id}/outbreak`), (/** @type {any} */ told) => outbreakPart(told, ways)),
    later("The author", () => desk.files.maybe("author", `cases/${row.case.id}/author`), (/** @type {any} */ card) => author(card, session)),
    later("Similar complaints", () => desk.files.maybe("similar", `cases/${row.case.id}/similar`), (/** @type {any} */ answer) => similar(answer, ways)),
    part("What happened", el("ol", { class: "lines history" }, detail.history.map((moment) => el("li", {}, el("span", {}, `${words(moment.action)}${moment.detail ? `: ${words(moment.detail)}` : ""}`), el("span", { class: "quiet" }, `${moment.by === "listening" ? (moment.action === "prioritized" ? "worked out here" : "seen in public") : nameOf(moment.by, desk.about)} · `, when(moment.at, session)))))),
    links(row, file),
  ].filter((each) => each instanceof Node);
}

/** @param {string} title @param {...(Node | string | null | false)} children */
const part = (title, ...children) => el("section", { class: "beside" }, el("h3", {}, title), ...children);

/** @param {string} at @param {Session} session */
const when = (at, session) => time(at, instant(at, session.timeZone), instant(at, session.timeZone, { dateStyle: "medium", timeStyle: "medium" }));

/** A part that comes when it is there, and stays away when there is none. @template T @param {string} title @param {() => Promise<T | null>} ask @param {(answer: T) => Node | null} draw */
function later(title, ask, draw) {
  const box = el("div");
  // Who goes on at once is not kept waiting by what stands beside.
  setTimeout(() => box.isConnected && ask().then(show, (problem) => box.replaceChildren(part(title, el("p", { class: "quiet" }, problem instanceof Error ? problem.message : String(problem))))), rest);
  const show = (/** @type {T | null} */ answer) => {
    const drawn = answer ? draw(answer) : null;
    if (drawn) box.replaceChildren(part(title, drawn));
  };
  return box;
}

/** @param {Case} one @param {Session} session @param {{ act: ReturnType<typeof import("./actions.js").actions> }} ways */
function promise(one, session, ways) {
  if (!one.promise || !one.promiseDue) return null;
  const late = Date.parse(one.promiseDue) < Date.now();
  return part(
    "Promised",
    el("p", {}, `“${one.promise}”`),
    el("p", { class: "clock", "data-tone": late ? "late" : "calm" }, `by ${instant(one.promiseDue, session.timeZone)}`),
    el("button", { class: "control", type: "button", onclick: ways.act.kept }, "It is kept"),
  );
}

/** @param {CaseFile} file @param {Session} session @param {{ correct(): void }} ways */
function labels(file, session, ways) {
  const said = (file.post?.labels ?? []).filter(({ task }) => tasks.includes(task)).sort((a, b) => tasks.indexOf(a.task) - tasks.indexOf(b.task));
  return part(
    "Labels",
    said.length === 0
      ? el("p", { class: "quiet" }, "Nothing sorted this post yet.")
      : el("dl", { class: "labels" }, said.map((label) => [el("dt", {}, words(label.task)), el("dd", {}, labelLine(label))])),
    el("button", { class: "control", type: "button", onclick: ways.correct, "aria-keyshortcuts": "c" }, "Correct a label", el("kbd", { "aria-hidden": "true" }, "c")),
    session.rooms.some(({ id }) => id === "models") && el("p", { class: "links" }, el("a", { href: "/models" }, "What the models learned")),
  );
}

/** @param {PostLabel} label */
function labelLine({ task, value, byPerson, confidence, model, why }) {
  const tone = task === "sentiment" ? toneOf(value) : null;
  const moved = (why ?? []).filter(({ weight }) => weight > 0).slice(0, 4);
  return [
    el("span", { class: tone ? "tone" : null, "data-tone": tone ? value : null }, tone ? `${tone.shape} ` : "", words(value)),
    el("span", { class: "quiet" }, byPerson ? ` said by ${model.replace(/@.*$/, "")}` : ` ${share(confidence)}`),
    moved.length > 0 && el("span", { class: "because" }, "because of ", moved.map(({ text }, index) => [index > 0 ? ", " : "", /^\(.*\)$/.test(text) ? text.slice(1, -1) : el("q", {}, text.trim())])),
  ];
}

/** What words() would not say. @type {Record<string, string>} */
const states = { to_approve: "Waits for a supervisor", returned: "Given back", undone: "Taken back" };

/** @param {SentReply} reply @param {CaseRow} row @param {import("./desk.js").Desk} desk @param {{ again(row: CaseRow, reply: SentReply): void }} ways */
function replyLine(reply, row, desk, ways) {
  return el(
    "li",
    { "data-state": reply.state },
    el("p", {}, reply.text),
    el("p", { class: "quiet" }, `${states[reply.state] ?? words(reply.state)}${reply.by ? ` · ${nameOf(reply.by, desk.about)}` : ""}${reply.reason ? `: ${reply.reason}` : ""}`),
    reply.kind && el("p", { class: "quiet" }, `Counts as ${words(reply.kind)}, as its writer says.`),
    reply.state !== "returned" && reply.approvedBy && el("p", { class: "quiet" }, `Approved by ${nameOf(reply.approvedBy, desk.about)}${reply.original ? `, who changed: ${reply.original}` : ""}`),
    web(reply.url) && el("p", {}, el("a", { href: web(reply.url), target: "_blank", rel: "noopener noreferrer" }, "See it there ", icon("out"))),
    reply.state === "failed" && el("button", { class: "control", type: "button", onclick: () => ways.again(row, reply) }, "Try again"),
  );
}

/** @param {InsideQuestion} question @param {import("./desk.js").Desk} desk */
function questionLine(question, desk) {
  return el(
    "li",
    { "data-state": question.state },
    el("p", {}, question.text),
    el("p", { class: "quiet" }, `${words(question.state)} in ${question.source} · ${nameOf(question.by, desk.about)}${question.reason ? `: ${question.reason}` : ""}`),
    question.answer && el("blockquote", {}, question.answer, el("p", { class: "quiet" }, `${question.answeredBy ?? ""}${question.secondsToAnswer ? `, after ${duration(question.secondsToAnswer)}` : ""}`)),
  );
}

/** @param {any} card @param {Session} session */
function author(card, session) {
  const { history, loyalty } = card;
  const facts = [
    ["first seen", history?.firstPost && instant(history.firstPost, session.timeZone, { dateStyle: "medium" })],
    ["posts", history && `${number(history.posts)}, ${number(history.about)} about us`],
    ["tone", history && `▼ ${number(history.negative)} ■ ${number(history.neutral)} ▲ ${number(history.positive)}`],
    ["waited", history && history.waits > 0 && `${number(history.waits)} ${history.waits === 1 ? "time" : "times"}, answered ${number(history.answered)}`],
    ["loyalty", loyalty?.word && `${loyalty.word}, n = ${number(loyalty.n)}`],
  ].filter(([, value]) => value);
  const record = web(card.record);
  const earlier = card.cases ?? [];
  return el(
    "div",
    {},
    el("dl", { class: "labels" }, facts.map(([name, value]) => [el("dt", {}, String(name)), el("dd", {}, String(value))])),
    (loyalty?.reasons ?? []).length > 0 && el("p", { class: "quiet" }, loyalty.reasons.join("; ")),
    record && el("p", {}, el("a", { href: record, target: "_blank", rel: "noopener noreferrer" }, "The customer's record ", icon("out"))),
    (card.same ?? []).length > 0 && el("p", {}, `Same person as ${card.same.map((/** @type {any} */ other) => `${other.author} on ${other.source}`).join(", ")}`),
    earlier.length > 0 &&
      el(
        "ul",
        { class: "lines", "aria-label": "Earlier cases" },
        earlier.slice(0, 5).map((/** @type {any} */ one) => el("li", {}, el("a", { href: `/triage?case=${one.id}` }, firstLine(one.snippet)), el("p", { class: "quiet" }, `${words(one.outcome ?? one.status)} · ${instant(one.openedAt, session.timeZone, { dateStyle: "medium" })}`))),
      ),
  );
}

/** @param {{ items: any[] }} answer @param {{ open(id: number): void }} ways */
function similar({ items }, ways) {
  if (!items || items.length === 0) return null;
  return el(
    "ul",
    { class: "lines similar" },
    items.slice(0, 6).map((item) =>
      el(
        "li",
        {},
        el("button", { class: "linklike", type: "button", onclick: () => ways.open(item.case.id) }, firstLine(item.case.snippet)),
        el("p", { class: "quiet" }, `${item.case.name || item.case.handle} · ${clockOf(item.case, Date.now()).says}`),
        answerOf(item) && el("blockquote", {}, answerOf(item)),
      ),
    ),
  );
}

/** The best past answer, whichever way it is told. @param {any} item @returns {string} */
const answerOf = (item) => item.answer?.text ?? item.bestAnswer?.text ?? (typeof item.answer === "string" ? item.answer : "");

/** @param {CaseRow} row @param {CaseFile} file */
function links({ case: one }, file) {
  const original = web(file.post?.current.url);
  const ticket = web(file.detail.ticket?.url);
  return part(
    "Links",
    el(
      "ul",
      { class: "lines links" },
      el("li", {}, el("a", { href: `/triage?case=${one.id}` }, "Permalink to this case")),
      el("li", {}, el("a", { href: `/operations?post=${encodeURIComponent(postName(one.source, one.postId))}` }, "The conversation in Operations")),
      original && el("li", {}, el("a", { href: original, target: "_blank", rel: "noopener noreferrer" }, "The original ", icon("out"))),
      (file.detail.merged ?? []).map((id) => el("li", {}, el("a", { href: `/triage?case=${id}` }, `One with case ${id}`))),
      ticket && el("li", {}, el("a", { href: ticket, target: "_blank", rel: "noopener noreferrer" }, "The ticket ", icon("out"))),
    ),
  );
}

/** A web address, or nothing. @param {unknown} url */
const web = (url) => (typeof url === "string" && /^https?:\/\//i.test(url) ? url : null);

