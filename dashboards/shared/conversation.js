// A whole conversation in time order, competitors, edits and deletions marked, with the strip that draws the clock.
import { get } from "./api.js";
import { clockStrip } from "./clock-strip.js";
import { el, icon, time } from "./element.js";
import { duration, instant, languageTag, number } from "./format.js";
import { labels } from "./labels.js";
import { avatar, pictures } from "./pictures.js";
import { readPostName } from "./post-name.js";

/** @type {Record<string, string>} */
const parties = { customer: "customer", own: "us", competitor: "competitor", other_brand: "another brand", employee: "employee", automated: "automated" };

/**
 * @param {string} post `source/id`
 * @param {Session} session
 * @param {(title: string, line: string) => void} say
 * @param {AbortSignal} signal
 */
export function conversation(post, session, say, signal) {
  const element = el("div", {}, el("p", { class: "quiet" }, "Loading …"));
  const [source, id] = readPostName(post);

  async function load() {
    try {
      const view = /** @type {ConversationView} */ (await get(`conversations/${encodeURIComponent(source)}/${encodeURIComponent(id)}`, {}, signal));
      const first = view.posts[0];
      say(
        first ? `Conversation of ${first.author.name || first.author.handle}` : "Conversation",
        `${number(view.posts.length)} ${view.posts.length === 1 ? "post" : "posts"} on ${source}${view.root ? "" : " · its first post was never seen"}`,
      );
      element.replaceChildren(
        clockStrip(view, session),
        el(
          "ol",
          { class: "thread" },
          view.posts.map((one) => entry(one, view, session.timeZone, one.identity.source === source && one.identity.id === id, labels(one, session))),
        ),
      );
    } catch (error) {
      if (signal.aborted) return;
      element.replaceChildren(el("p", { class: "quiet" }, error instanceof Error ? error.message : String(error)));
    }
  }
  load();
  return element;
}

/** @param {StoredPost} post @param {ConversationView} view @param {string} zone @param {boolean} here @param {Node | null} [below] what stands beneath the text */
export function entry(post, view, zone, here, below = null) {
  const since = (Date.parse(post.postedAt) - Date.parse(view.posts[0].postedAt)) / 1000;
  const marks = [
    post.editedAt && `edited ${instant(post.editedAt, zone)}`,
    post.deletedAt && `deleted ${instant(post.deletedAt, zone)}`,
    post.clamped && "its source gave another time",
  ].filter(Boolean);
  const party = post.party.toLowerCase();
  return el(
    "li",
    { "data-party": party, class: here ? "here" : null, "aria-current": here ? "true" : null },
    el(
      "div",
      { class: "post-top" },
      avatar(post.identity, post.hasAvatar),
      el("b", {}, post.author.name || post.author.handle),
      el("span", { class: "party" }, parties[party] ?? party),
      time(
        post.postedAt,
        since === 0 ? instant(post.postedAt, zone) : `+ ${duration(since)}`,
        instant(post.postedAt, zone, { dateStyle: "medium", timeStyle: "medium" }),
      ),
      marks.length > 0 && el("span", {}, `· ${marks.join(" · ")}`),
      original(post.url),
    ),
    post.deletedAt ? el("p", { class: "gone" }, "Deleted by its author; its text is gone.") : el("p", { lang: languageTag(post.language) }, post.text),
    !post.deletedAt && pictures(post.identity, post.pictures),
    below,
  );
}

/** A link to the post at its source; anything but a web address is no link. @param {string | null | undefined} url */
function original(url) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: "Open the original", "aria-label": "Open the original" }, icon("out"));
}
