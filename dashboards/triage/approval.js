// An answer that waits for a supervisor, above where answers are written: who may approves it, changes it or gives it back with a word; its writer sees which.
import { Problem, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { number } from "../shared/format.js";
import { toast } from "./toast.js";
import { nameOf } from "./words.js";

/**
 * @param {import("./desk.js").Desk} desk @param {Session} session
 * @param {{ anew(): Promise<void>, again(text: string): void, refused(problem: unknown, row: CaseRow): void }} ways
 */
export function approvalBox(desk, session, ways) {
  const element = el("div", { class: "approval", hidden: true });
  const mayApprove = session.scopes.includes("approve") || session.scopes.includes("admin");
  /** What is drawn, so that words somebody types are not drawn over. */
  let drawn = "";
  /** The thread that was seen after it had changed, by answer. @type {Map<string, string>} */
  const seen = new Map();
  /** Answers that went from here, until the case says so. @type {Set<string>} */
  const done = new Set();

  /** @param {CaseRow | null} row @param {CaseFile | null} file */
  function draw(row, file) {
    const me = desk.about?.me ?? "";
    const held = (file?.detail.replies ?? []).filter(({ state, id, by }) => !done.has(`${id} ${state}`) && (state === "to_approve" || (state === "returned" && by === me)));
    const next = row === null ? "" : JSON.stringify([row.case.id, me, held]);
    element.hidden = held.length === 0;
    if (next === drawn) return;
    drawn = next;
    element.replaceChildren(...(row === null ? [] : held.map((reply) => (reply.state === "returned" ? returned(reply) : reply.by === me || !mayApprove ? waiting(row, reply) : asked(row, reply)))));
  }

  /** @param {string} says @param {SentReply} reply @param {...(Node | null | false)} below */
  const one = (says, reply, ...below) => el("section", { class: "notice", "aria-label": says }, el("strong", {}, says), el("blockquote", {}, reply.text), ...below);

  /** @param {CaseRow} row @param {SentReply} reply */
  const waiting = (row, reply) =>
    one(
      `${reply.by === desk.about?.me ? "Your answer" : `The answer of ${nameOf(reply.by ?? "", desk.about)}`} waits for a supervisor`,
      reply,
      el("p", { class: "actions" }, button("Take it back", () => act(row, reply, "DELETE", "", undefined, "It is taken back."))),
    );

  /** @param {SentReply} reply */
  const returned = (reply) =>
    one(
      `${nameOf(reply.approvedBy ?? "", desk.about)} gave your answer back`,
      reply,
      el("p", {}, reply.reason ?? ""),
      el("p", { class: "actions" }, button("Write it again", () => ways.again(reply.text))),
    );

  /** @param {CaseRow} row @param {SentReply} reply */
  function asked(row, reply) {
    const news = el("div", { class: "notice warn", role: "alert", hidden: true });
    const text = el("textarea", { rows: 3, "aria-label": "The answer as it is sent", hidden: true });
    const word = el("input", { type: "text", class: "control", maxlength: "1000", "aria-label": "What should be different", placeholder: "What should be different?", hidden: true });
    const approve = button("Approve", () => letOut(), true);
    const change = button("Change", () => {
      [text.hidden, word.hidden, text.value] = [false, true, reply.text];
      approve.textContent = "Approve as changed";
      text.focus();
    });
    const back = button("Give back", () => {
      if (!word.hidden && word.value.trim() !== "") act(row, reply, "POST", "/return", { word: word.value.trim() }, "It is given back.");
      else {
        [text.hidden, word.hidden] = [true, false];
        approve.textContent = "Approve";
        word.focus();
      }
    });
    word.addEventListener("keydown", (event) => event.key === "Enter" && back.click());

    async function letOut() {
      const changed = !text.hidden && text.value.trim() !== reply.text;
      const body = { text: changed ? text.value.trim() : null, thread: seen.get(reply.id) ?? null };
      const problem = await act(row, reply, "POST", "/approve", body, "It is approved and sent in 5 s.", true);
      if (problem) block(problem);
    }

    /** The conversation went on since the answer was written: somebody should read first. @param {Problem} problem */
    function block(problem) {
      const posts = /** @type {StoredPost[]} */ (problem.told.posts ?? []);
      news.hidden = false;
      approve.setAttribute("aria-disabled", "true");
      news.replaceChildren(
        el("strong", {}, `The thread changed since it was written: ${posts.length === 0 ? problem.message : `${number(posts.length)} new ${posts.length === 1 ? "reply" : "replies"}`}`),
        el("ul", {}, posts.slice(-3).map((post) => el("li", {}, el("b", {}, post.author.name || post.author.handle), " ", post.deletedAt ? "(deleted)" : post.text))),
        button("I have seen it", () => {
          seen.set(reply.id, String(problem.told.thread ?? ""));
          news.hidden = true;
          approve.removeAttribute("aria-disabled");
          approve.focus();
        }),
      );
    }

    return one(`The answer of ${nameOf(reply.by ?? "", desk.about)} waits for you`, reply, news, text, word, el("p", { class: "actions" }, approve, change, back));
  }

  /**
   * @param {CaseRow} row @param {SentReply} reply @param {"POST" | "DELETE"} method @param {string} way @param {unknown} body @param {string} says @param {boolean} [undo]
   * @returns {Promise<Problem | null>} the thread's news, where they block it
   */
  async function act(row, reply, method, way, body, says, undo = false) {
    const address = `cases/${row.case.id}/replies/${encodeURIComponent(reply.id)}`;
    try {
      await send(method, address + way, body);
    } catch (problem) {
      if (problem instanceof Problem && /thread_changed/.test(String(problem.told.type ?? ""))) return problem;
      ways.refused(problem, row);
      await ways.anew();
      return null;
    }
    done.add(`${reply.id} ${reply.state}`);
    toast(says, undo ? () => takeBack(row, reply, address) : null);
    await again(row);
    return null;
  }

  /** @param {CaseRow} row @param {SentReply} reply @param {string} address */
  async function takeBack(row, reply, address) {
    try {
      await send("DELETE", address);
      done.delete(`${reply.id} ${reply.state}`);
    } catch (problem) {
      ways.refused(problem, row);
    }
    await again(row);
  }

  /** @param {CaseRow} row */
  async function again(row) {
    desk.files.forget(row.case.id);
    await ways.anew();
    desk.look();
  }

  return { element, draw };
}

/** @param {string} says @param {() => unknown} act @param {boolean} [first] */
const button = (says, act, first = false) =>
  el("button", { class: first ? "primary" : "control", type: "button", onclick: (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-disabled") !== "true" && act() }, says);
