// Where an answer, a note or a question to colleagues is written. Nothing is sent that answers a thread which has gone on meanwhile.
import { announce } from "../shared/announce.js";
import { Problem, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { number } from "../shared/format.js";
import { postName } from "../shared/post-name.js";
import { approvalBox } from "./approval.js";
import { canned } from "./canned.js";
import { kindBox, meansOf } from "./kind.js";
import { reachBox, saysOf } from "./outbreak.js";
import { modes } from "./modes.js";
import { began } from "./pace.js";
import { toast } from "./toast.js";
import { lengthOf, unseen } from "./words.js";

/** @typedef {import("./modes.js").Mode} Mode */

/**
 * @param {import("./desk.js").Desk} desk @param {Session} session
 * @param {{ act: ReturnType<typeof import("./actions.js").actions>, forward(): void, anew(): Promise<void> }} ways
 */
export function composer(desk, session, ways) {
  /** @type {Mode} */
  let mode = "reply";
  /** @type {CaseRow | null} */
  let row = null;
  /** @type {CaseFile | null} */
  let file = null;
  /** What was written and not sent, by case and mode. @type {Map<string, string>} */
  const drafts = new Map();
  let seen = ""; // the thread, while writing
  /** The posts that were there. @type {Set<string>} */
  let known = new Set();
  let sending = false;

  const tabs = el("div", { class: "composer-tabs", role: "group", "aria-label": "What is written" });
  const text = el("textarea", { rows: 3, "aria-describedby": "composer-says", onkeydown: keyed, oninput: typed, onblur: () => setTimeout(() => list.close(), 150) });
  const says = el("p", { class: "quiet", id: "composer-says" });
  const left = el("span", { class: "left", "aria-live": "off" });
  const then = el("input", { type: "checkbox", onchange: () => localStorage.setItem("listening.resolve", then.checked ? "yes" : "") });
  then.checked = localStorage.getItem("listening.resolve") === "yes";
  const thenBox = el("label", { class: "then" }, then, " then resolve");
  const reach = reachBox();
  reach.element.addEventListener("change", draw);
  const kind = kindBox(draw);
  const where = el("select", { class: "control", "aria-label": "Who is asked" });
  const there = el("a", { class: "control", target: "_blank", rel: "noopener noreferrer", hidden: true }, "Answer there");
  const button = el("button", { class: "primary", type: "button", onclick: submit });
  const changed = el("div", { class: "notice warn thread-changed", role: "alert", hidden: true });
  const list = canned(text, () => names());
  const approval = approvalBox(desk, session, { anew: ways.anew, again: rewrite, refused: (problem, at) => ways.act.refused(problem, at) });
  const element = el("div", { class: "composer" }, approval.element, tabs, changed, list.element, text, el("div", { class: "composer-foot" }, says, there, left, where, reach.element, kind.element, thenBox, button));

  const key = () => `${row?.case.id} ${mode}`;
  const names = () => ({ name: row?.case.name || row?.case.handle || "", brand: row?.case.brand ?? session.brand ?? "", agent: session.name });
  const channel = () => file?.composer?.channel === true;
  const held = () => file?.composer?.approval === true;

  /** @param {CaseRow | null} next @param {CaseFile | null} read */
  function show(next, read) {
    const another = next?.case.id !== row?.case.id;
    if (another) keep();
    [row, file] = [next, read];
    element.hidden = !row;
    if (another) {
      seen = "";
      known = new Set();
      mode = "reply";
      text.value = drafts.get(key()) ?? "";
      changed.hidden = true;
      reach.reset();
      kind.reset();
      list.close();
    }
    approval.draw(row, file);
    const inside = read?.composer?.inside ?? [];
    if (inside.join("\n") !== [...where.options].map(({ value }) => value).join("\n")) where.replaceChildren(...inside.map((name) => el("option", { value: name }, name)));
    if (read) news(read);
    draw();
  }

  /** Looks whether the thread went on while somebody writes. @param {CaseFile} read */
  function news(read) {
    const posts = read.talk?.posts ?? [];
    const thread = read.composer?.thread ?? String(posts.length);
    if (seen === "" || (thread !== seen && text.value.trim() === "" && !sending && changed.hidden)) [seen, known] = [thread, new Set(posts.map(({ identity }) => postName(identity.source, identity.id)))];
    else if (thread !== seen && mode === "reply") block(unseen(posts, known));
  }

  /** @param {StoredPost[]} posts what came in meanwhile @param {string} [told] what else is to be said */
  function block(posts, told = "a post in it is another now, or another answer is on its way") {
    // What was shown already is not shown less.
    if (!changed.hidden && (posts.length === 0 || changed.dataset.count === String(posts.length))) return;
    changed.dataset.count = String(posts.length);
    changed.hidden = false;
    const what = posts.length === 0 ? told : `${number(posts.length)} new ${posts.length === 1 ? "reply" : "replies"}`;
    changed.replaceChildren(
      el("strong", {}, `The thread changed: ${what}`),
      el("ul", {}, posts.slice(-3).map((post) => el("li", {}, el("b", {}, post.author.name || post.author.handle), " ", post.deletedAt ? "(deleted)" : post.text))),
      el("button", { class: "control", type: "button", onclick: read }, "I have seen it"),
    );
    draw();
  }

  async function read() {
    changed.hidden = true;
    seen = "";
    await ways.anew();
    if (seen === "" && file) news(file);
    text.focus();
    draw();
  }

  function keep() {
    if (!row) return;
    if (text.value.trim()) drafts.set(key(), text.value);
    else drafts.delete(key());
  }

  /** An answer that was given back, to be written again. @param {string} words */
  function rewrite(words) {
    turn("reply");
    text.value = words;
    typed();
  }

  /** @param {Mode} next */
  function turn(next) {
    if (!row) return;
    keep();
    mode = next;
    text.value = drafts.get(key()) ?? "";
    if (mode === "reply" && file) news(file);
    draw();
    text.focus();
    text.scrollIntoView({ block: "nearest" });
  }

  function draw() {
    tabs.replaceChildren(
      .../** @type {Mode[]} */ (Object.keys(modes)).map((each) =>
        el("button", { class: "control bare", type: "button", "aria-pressed": mode === each ? "true" : "false", "data-mode": each, onclick: () => turn(each), "aria-keyshortcuts": modes[each].key }, modes[each].name, el("kbd", { "aria-hidden": "true" }, modes[each].key)),
      ),
    );
    const limit = mode === "reply" ? (file?.composer?.limit ?? null) : 4000;
    const handle = row?.case.handle.replace(/^@/, "").toLowerCase() ?? "";
    const prefix = text.value.toLowerCase().includes(`@${handle}`) ? "" : (file?.composer?.prefix ?? "");
    const length = mode === "reply" ? lengthOf(prefix + text.value, file?.composer?.counts) : lengthOf(text.value, "graphemes");
    const mute = mode === "ask" && file?.composer?.inside?.length === 0;
    const closed = (mode === "reply" && file !== null && !channel()) || mute;
    const over = limit !== null && length > limit;
    text.setAttribute("aria-label", modes[mode].name);
    text.placeholder = closed ? "" : modes[mode].asks;
    text.readOnly = closed || (sending && mode === "reply");
    says.textContent = mute ? "No internal source is set up that could be asked." : closed ? (file?.composer?.reason ?? `Replies to ${row?.case.source ?? "this source"} are not sent from here: answer at the original, then resolve.`) : over ? "Longer than the network takes." : mode === "reply" ? `${held() ? "A supervisor reads it first; then everybody will." : modes.reply.says} ${meansOf(kind.counts)}`.trim() : modes[mode].says;
    const link = file?.composer?.link ?? file?.post?.current.url ?? "";
    there.hidden = mode !== "reply" || !closed || !/^https?:\/\//i.test(link);
    if (there.hidden) there.removeAttribute("href");
    else there.href = link;
    left.textContent = limit === null || closed ? "" : `${number(length)} of ${number(limit)}`;
    left.title = prefix && mode === "reply" ? `With ${prefix.trim()}, which is put in front` : "";
    left.toggleAttribute("data-over", over);
    reach.draw(row, mode === "reply" && !closed);
    // What is said to many resolves nothing.
    thenBox.hidden = mode !== "reply" || closed || reach.value !== "one";
    // What opens the list of canned replies is no answer yet.
    kind.look(/^\/\S*$/.test(text.value.trim()) ? "" : text.value.trim(), mode === "reply" && !closed);
    where.hidden = mode !== "ask" || where.options.length < 2;
    button.replaceChildren(mode === "reply" && held() ? "Send for approval" : modes[mode].button, el("kbd", { "aria-hidden": "true" }, "Ctrl ↵"));
    const blocked = mode === "reply" && !changed.hidden;
    button.setAttribute("aria-disabled", String(closed || over || blocked || text.value.trim() === ""));
    changed.toggleAttribute("data-quiet", mode !== "reply");
  }

  function typed() {
    list.look();
    draw();
  }

  /** @param {KeyboardEvent} event */
  function keyed(event) {
    if (list.keyed(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.altKey && event.code === "KeyK") {
      event.preventDefault();
      kind.step();
    } else if (event.key === "Escape") {
      event.preventDefault();
      keep();
      ways.forward();
    }
  }

  async function submit() {
    if (!row || sending || button.getAttribute("aria-disabled") === "true") return;
    const [at, words, how] = [row, text.value.trim(), mode];
    sending = true;
    // At once: the next key is meant for the queue, and what is typed while it is on its way would go with it.
    text.value = "";
    if (how !== "reply") ways.forward();
    draw();
    try {
      if (how === "reply") await reply(at, words);
      else if (how === "note") await desk.act(at.case.id, "notes", { text: words }, null);
      else await send("POST", `cases/${at.case.id}/ask`, { text: words, source: where.value || null });
      if (how !== "reply") toast(how === "note" ? "The note is kept." : "Asked inside.");
      drafts.delete(`${at.case.id} ${how}`);
      desk.files.forget(at.case.id);
      if (how !== "reply") desk.look();
    } catch (problem) {
      giveBack(at, how, words);
      await refused(problem, at);
    } finally {
      sending = false;
      draw();
    }
  }

  /** What was not taken stands where it was written, before what was written since. @param {CaseRow} at @param {Mode} how @param {string} words */
  function giveBack(at, how, words) {
    const open = row?.case.id === at.case.id && mode === how;
    const since = open ? text.value : (drafts.get(`${at.case.id} ${how}`) ?? "");
    const whole = since.trim() && since.trim() !== words ? `${words}\n${since}` : words;
    drafts.set(`${at.case.id} ${how}`, whole);
    if (open) text.value = whole;
  }

  /** @param {CaseRow} at @param {string} words */
  async function reply(at, words) {
    const resolve = then.checked;
    const said = kind.value;
    began();
    if (reach.value !== "one") return replyAll(at, words);
    const answer = await send("POST", `cases/${at.case.id}/reply`, { text: words, thread: seen, resolve, kind: said });
    const name = at.case.name || at.case.handle;
    const when = answer.sendsAt ? `is sent in ${Math.max(1, Math.round((Date.parse(answer.sendsAt) - Date.now()) / 1000))}` : "waits for a supervisor";
    drafts.delete(`${at.case.id} reply`);
    if (row?.case.id === at.case.id) kind.reset();
    const next = desk.after(at.case.id);
    desk.put(at.case.id, !answer.sendsAt ? "waits for approval" : resolve ? "answered and resolved" : "answer on its way");
    if (next !== null) desk.choose(next);
    ways.forward();
    announce(`The answer to ${name} ${when}${answer.sendsAt ? " seconds" : ""}.`);
    toast(`The answer to ${name} ${when}${answer.sendsAt ? " s" : ""}.`, async () => {
      try {
        await send("DELETE", `cases/${at.case.id}/replies/${encodeURIComponent(answer.id)}`);
        drafts.set(`${at.case.id} reply`, words);
        desk.back(at.case.id);
        desk.files.forget(at.case.id);
        desk.choose(at.case.id);
        turn("reply");
        kind.value = said;
        announce("Not sent.");
      } catch (problem) {
        ways.act.refused(problem, at);
      }
    });
    if (desk.live.length === 0) desk.load();
  }

  /** One answer to a whole outbreak: that it is known, or later that it is done. @param {CaseRow} at @param {string} words */
  async function replyAll(at, words) {
    const answer = await send("POST", `cases/${at.case.id}/outbreak/reply`, { text: words, answered: reach.value === "all", kind: kind.value });
    drafts.delete(`${at.case.id} reply`);
    if (row?.case.id === at.case.id) {
      reach.reset();
      kind.reset();
    }
    const sent = new Set(answer.items.filter((/** @type {any} */ { reply }) => reply).map((/** @type {any} */ item) => item.case));
    for (const { case: one } of [...desk.rows]) if (sent.has(one.id)) desk.put(one.id, "answer on its way");
    const next = sent.has(at.case.id) ? desk.after(at.case.id) : null;
    if (next !== null) desk.choose(next);
    draw();
    ways.forward();
    toast(saysOf(answer), null, { bad: answer.sent < answer.items.length || answer.left > 0 });
    desk.look();
  }

  /** @param {unknown} problem @param {CaseRow} at */
  async function refused(problem, at) {
    if (!(problem instanceof Problem)) throw problem;
    const type = String(problem.told.type ?? "");
    if (problem.status === 409 && /thread/.test(type) && row?.case.id === at.case.id) {
      const posts = /** @type {StoredPost[]} */ (problem.told.posts ?? []);
      desk.files.forget(at.case.id);
      block(posts, problem.message);
      ways.anew();
      return;
    }
    ways.act.refused(problem, at);
  }

  return {
    element,
    show,
    turn,
    /** Writes to several of an outbreak. @param {import("./outbreak.js").Reach} to */
    answerAll(to) {
      turn("reply");
      reach.value = to;
      draw();
    },
    /** Whether somebody writes an answer now. */
    get writing() {
      return document.activeElement === text && mode === "reply" && text.value.trim() !== "";
    },
  };
}
