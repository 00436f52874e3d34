// After the start: what comes in, from the first post on.
import { Problem, get } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el, time } from "../shared/element.js";
import { ago, instant, number } from "../shared/format.js";
import { postName } from "../shared/post-name.js";
import { statusOf } from "../sources/status.js";

/** @typedef {{ identity: { source: string, id: string }, author: { handle: string }, postedAt: string, text: string }} Stored */

/** @param {string} zone @param {() => string} brand */
export function firstPosts(zone, brand) {
  const says = el("p", { role: "status" });
  const list = el("ol", { class: "first-posts" });
  const sources = el("ul", { class: "source-lines" });
  const element = el(
    "div",
    { class: "step-body" },
    says,
    list,
    sources,
    el("p", { class: "actions onward" }, el("a", { class: "primary", href: "/operations" }, "Open operations"), el("a", { class: "control", href: "/triage" }, "Answer them"), el("a", { class: "control", href: "/sources" }, "Sources"), el("a", { class: "control", href: "/people" }, "Invite somebody")),
  );
  let shown = "";

  async function look() {
    try {
      const q = `brand:"${brand().replaceAll('"', " ")}"`;
      const [{ items }, listed] = /** @type {[{ items: Stored[] }, { items: ListedSource[] }]} */ (await Promise.all([get("posts", { q, limit: 10 }), get("admin/sources")]));
      paint(items, listed.items);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      says.textContent = problem.message;
    } finally {
      setTimeout(look, shown === "" ? 1000 : 5000);
    }
  }

  /** @param {Stored[]} posts @param {ListedSource[]} listed */
  function paint(posts, listed) {
    const lines = listed.map(({ name, state }) => {
      const { word, shape, tone } = statusOf(state.status);
      return el("li", {}, el("span", { class: "status", "data-tone": tone }, el("span", { class: "shape", "aria-hidden": "true" }, shape), word), ` ${name}: `, `${number(state.accepted)} posts came in`, state.reason && `. ${state.reason}`);
    });
    sources.replaceChildren(...lines);
    const key = posts.map(({ identity }) => postName(identity.source, identity.id)).join("\n");
    says.textContent =
      posts.length > 0 ? `The newest posts about ${brand()}:` : listed.some(({ state }) => state.accepted > 0) ? `Posts came in; none of them names ${brand()} yet.` : "Listening. The first posts are being fetched …";
    if (key === shown) return;
    if (shown === "" && key !== "") announce(`The first post about ${brand()} is here.`);
    shown = key;
    list.replaceChildren(...posts.map(row));
  }

  /** @param {Stored} post */
  function row(post) {
    const at = Date.parse(post.postedAt);
    return el(
      "li",
      { class: "trial-post" },
      el("p", { class: "quiet" }, el("b", {}, post.author.handle), " ", post.identity.source, " · ", time(at, ago(Date.now() - at), instant(at, zone, { dateStyle: "medium", timeStyle: "medium" })), " · ", el("a", { href: `/operations?post=${encodeURIComponent(postName(post.identity.source, post.identity.id))}` }, "open")),
      el("p", { class: "trial-text" }, post.text),
    );
  }

  return { element, look };
}
