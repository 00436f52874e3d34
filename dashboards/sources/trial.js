// The first posts that a source would bring; nothing is stored.
import { Problem, send } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el, time } from "../shared/element.js";
import { ago, instant } from "../shared/format.js";

/** @param {string} zone */
export function trial(zone) {
  const says = el("p", { role: "status" });
  const list = el("ol", { class: "trial-posts" });
  const element = el("div", { class: "trial", hidden: true }, says, list);
  return {
    element,
    /**
     * @param {SourceDraft} draft
     * @returns {Promise<void>} throws a Problem that names a setting
     */
    async ask(draft) {
      element.hidden = false;
      element.setAttribute("aria-busy", "true");
      element.removeAttribute("data-tone");
      list.replaceChildren();
      says.textContent = "Asking the source …";
      try {
        const { posts, failure } = await tried(draft);
        if (failure) element.dataset.tone = "bad";
        says.textContent = failure ? `▼ It did not work: ${failure.reason}` : came(posts.length);
        list.replaceChildren(...posts.slice(0, 20).map((post) => trialPost(post, zone)));
        announce(says.textContent);
      } catch (problem) {
        element.hidden = true;
        throw problem;
      } finally {
        element.removeAttribute("aria-busy");
      }
    },
    hide: () => (element.hidden = true),
  };
}

/** @param {SourceDraft} draft @returns {Promise<SourceTrial>} */
export const tried = (draft) => send("POST", "admin/sources/test", { ...draft, pages: 3 });

/** @param {number} count */
const came = (count) =>
  count === 0
    ? "● It answered, and has nothing to show now. New posts will come when there are any."
    : `● It works. ${count === 1 ? "One post came" : `${count} posts came`} and nothing was stored.`;

/** @param {WirePost} post @param {string} zone @param {...import("../shared/element.js").Child} more */
export function trialPost(post, zone, ...more) {
  const at = post.postedAt && Date.parse(post.postedAt);
  return el(
    "li",
    { class: "trial-post" },
    el(
      "p",
      { class: "quiet" },
      el("b", {}, post.author.name || post.author.handle),
      " ",
      el("span", {}, post.source),
      at && [" · ", time(at, ago(Date.now() - at), instant(at, zone, { dateStyle: "medium", timeStyle: "medium" }))],
      // Only what leads to a page: an address may be any text.
      post.url && /^https?:\/\//i.test(post.url) && [" · ", el("a", { href: post.url, rel: "noreferrer noopener", target: "_blank" }, "original")],
    ),
    el("p", { class: "trial-text" }, post.text || "(no text)"),
    more,
  );
}

/** What a refusal says of settings, by `settings.NAME`. @param {unknown} problem @returns {Record<string, string[]>} */
export function errorsOf(problem) {
  if (!(problem instanceof Problem)) throw problem;
  const told = /** @type {Record<string, string[]> | undefined} */ (problem.told.errors);
  return told && Object.keys(told).length > 0 ? told : { "": [problem.message] };
}
