// The demo's agent: three customers who wait, an answer to each, and the clock that stops.
import { Address } from "../shared/address.js";
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { clockStrip } from "../shared/clock-strip.js";
import { el, time } from "../shared/element.js";
import { duration, figure, instant } from "../shared/format.js";
import { shell } from "../shared/shell.js";

const wanted = 3;
const hour = 3_600_000;
let answered = 0;
/** How many waited when the page came. */
let waitedBefore = "";

const progress = el("p", { class: "quiet", role: "status" });
const list = el("div", { class: "cases" });
const main = el("main", { id: "main", tabindex: "-1", class: "demo" }, el("h1", {}, "Three customers wait"), progress, list);
document.body.prepend(el("a", { class: "skip", href: "#main" }, "Go to the customers"), main);

try {
  const session = /** @type {Session} */ (await get("session"));
  document.getElementById("opening")?.remove();
  const head = shell("", session, new Address());
  head.setLive(navigator.onLine ? "live" : "offline");
  main.before(head.header);
  document.title = `Answer three posts · SIMULATED · Listening`;
  await begin(session);
} catch (problem) {
  list.replaceChildren(el("div", { class: "notice warn", role: "alert" }, problem instanceof Error ? problem.message : String(problem)));
}

/** @param {Session} session */
async function begin(session) {
  const now = Date.now();
  const rows = /** @type {MetricRows} */ (
    await get("metrics/backlog/posts", { from: new Date(now - 72 * hour).toISOString(), to: new Date(now).toISOString(), brand: session.brand, limit: 200 })
  );
  // The newest first: they can still be won.
  const three = rows.items.sort((one, other) => Date.parse(other.at) - Date.parse(one.at)).slice(0, wanted);
  if (three.length === 0) {
    progress.textContent = "Nobody waits just now. The simulated customers write by day more than by night; come back in some minutes.";
    return;
  }
  waitedBefore = await waiting(session);
  await say(session, three.length);
  list.replaceChildren(...three.map((row) => caseOf(row, session, three.length)));
  list.querySelector("textarea")?.focus();
}

/** How many wait for our brand now. @param {Session} session */
async function waiting(session) {
  return figure(/** @type {MetricAnswer} */ (await get("metrics/backlog", { brand: session.brand })), "count");
}

/** @param {Session} session @param {number} all */
async function say(session, all) {
  if (answered === 0) {
    progress.textContent = "They complained in public, where your competitors read too. Answer each; its clock stops, and the customer answers within seconds.";
    return;
  }
  progress.textContent = `${answered} of ${all} answered.`;
  if (answered < all) return;
  const now = await waiting(session);
  progress.textContent = `All ${all} answered, and the figures know it already: ${waitedBefore} customers waited when you came, ${now} wait now. Others go on writing meanwhile.`;
  const on = el("a", { href: "/operations?period=24h" }, "See it in Operations");
  progress.append(" ", on);
  on.focus();
}

/** @param {MetricRow} row @param {Session} session @param {number} all */
function caseOf(row, session, all) {
  const strip = el("div", {});
  const thread = el("ol", { class: "thread" });
  const state = el("p", { class: "state" }, `waiting for ${duration(row.seconds ?? 0)}`);
  const text = el("textarea", { id: `reply-${row.id}`, rows: 3, maxlength: 500, required: true, placeholder: "What would help?" });
  const fault = el("p", { class: "fault", role: "alert", hidden: true });
  const button = el("button", { class: "primary", type: "submit" }, "Answer in public");
  const form = el("form", { onsubmit: submit }, el("label", { for: `reply-${row.id}` }, `Answer ${row.handle} as ${session.brand}`), text, fault, button);
  const box = el("article", { class: "case", "aria-label": `${row.handle} on ${row.source}` }, thread, el("div", { class: "case-side" }, strip, state, form));

  async function show() {
    const view = /** @type {ConversationView} */ (await get(`conversations/${encodeURIComponent(row.source)}/${encodeURIComponent(row.id)}`));
    strip.replaceChildren(clockStrip(view, session));
    thread.replaceChildren(
      ...view.posts.map((post) =>
        el(
          "li",
          { "data-party": post.party.toLowerCase() },
          el("div", { class: "post-top" }, el("b", {}, post.author.name || post.author.handle), time(post.postedAt, instant(post.postedAt, session.timeZone), post.postedAt)),
          el("p", { lang: post.language || null }, post.deletedAt ? "Deleted by its author." : post.text),
        ),
      ),
    );
    return view;
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    fault.hidden = true;
    button.disabled = true;
    try {
      const reply = /** @type {{ identity: { id: string } }} */ (await send("POST", "demo/replies", { source: row.source, id: row.id, text: /** @type {HTMLTextAreaElement} */ (text).value }));
      form.remove();
      state.textContent = "answered; the customer reads …";
      announce(`Answered ${row.handle}.`);
      answered++;
      await say(session, all);
      /** @type {HTMLElement | null} */ (list.querySelector("textarea"))?.focus();
      await follow(reply.identity.id);
    } catch (problem) {
      fault.textContent = problem instanceof Error ? problem.message : String(problem);
      fault.hidden = false;
      button.disabled = false;
    }
  }

  /** Until the customer has answered. @param {string} reply */
  async function follow(reply) {
    for (let tries = 0, seen = 0; tries < 30; tries++) {
      const { posts, waits } = await show();
      const at = posts.findIndex(({ identity }) => identity.id === reply);
      const back = at < 0 ? undefined : posts.slice(at + 1).find(({ party, author }) => party.toLowerCase() === "customer" && author.handle === row.handle);
      // A customer who asks again waits again; one who says thanks does not.
      // The post is there a moment before its wait: what it means is said at the second look.
      if (back && seen++ > 0) {
        const again = waits.some((wait) => wait.brand === session.brand && wait.author === back.author.id && !wait.leftOut && !wait.closedAt);
        state.textContent = again ? "answered, but the customer waits again: the next clock runs" : "answered, and it helped";
        announce(`${row.handle} says: ${back.text}`);
        return;
      }
      await new Promise((done) => setTimeout(done, 1000));
    }
    state.textContent = "answered";
  }

  show().catch((problem) => (state.textContent = problem instanceof Error ? problem.message : String(problem)));
  return box;
}
