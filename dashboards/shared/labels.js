// What a post was sorted as, and the way to correct it: a person's label wins at once and teaches the models.
import { announce } from "./announce.js";
import { Problem, get, send } from "./api.js";
import { el } from "./element.js";
import { field, select } from "./form.js";
import { words } from "./format.js";

/** @type {Promise<Record<string, string[]>> | null} */
let choices = null;

/** @type {Record<string, string>} */
const titles = { intent: "Intent", topic: "Topic", sentiment: "Tone", language: "Language", use_case: "Use", answer_kind: "Kind of answer", relevance: "About us" };

/** @param {StoredPost} post @param {Session} session @returns {HTMLElement | null} */
export function labels(post, session) {
  const said = { ...post.labels };
  if (post.deletedAt || Object.keys(said).length === 0) return null;
  const summary = el("summary", {});
  const tell = () => summary.replaceChildren(`Sorted as ${["intent", "topic", "sentiment", "use_case", "answer_kind"].flatMap((task) => (said[task] && said[task] !== "none" ? words(said[task]) : [])).join(", ") || "nothing"}`);
  const fields = el("div", { class: "label-fields" });
  const element = el("details", { class: "labels" }, summary, fields);
  element.addEventListener("toggle", () => element.open && fields.childElementCount === 0 && open());
  tell();

  async function open() {
    const mayCorrect = session.scopes.includes("triage") || session.scopes.includes("admin");
    if (!mayCorrect) return fields.replaceChildren(...Object.entries(said).map(([task, value]) => el("p", {}, `${titles[task] ?? words(task)}: ${words(value)}`)));
    try {
      choices ??= /** @type {Promise<Record<string, string[]>>} */ (get("labels"));
      const known = await choices;
      // All that was said of it: relevance is no column of the conversation's posts.
      const whole = /** @type {{ labels: { task: string, value: string }[] }} */ (await get(`posts/${encodeURIComponent(post.identity.source)}/${encodeURIComponent(post.identity.id)}`));
      for (const { task, value } of whole.labels) said[task] = value;
      fields.replaceChildren(...Object.keys(known).filter((task) => titles[task] && (said[task] || task === "relevance")).map((task) => choice(task, known[task])));
    } catch (error) {
      choices = null;
      fail(error);
    }
  }

  /** @param {string} task @param {string[]} known */
  function choice(task, known) {
    const now = said[task] ?? (task === "relevance" ? "about_us" : "");
    const box = select([...new Set([now, ...known])].map((value) => [value, words(value)]), now);
    box.addEventListener("change", async () => {
      try {
        await send("PUT", `posts/${encodeURIComponent(post.identity.source)}/${encodeURIComponent(post.identity.id)}/labels`, { labels: { [task]: box.value } });
        said[task] = box.value;
        tell();
        announce(`${titles[task]}: ${words(box.value)}. It counts from now on, and the models learn from it.`);
      } catch (error) {
        box.value = said[task] ?? now;
        fail(error);
      }
    });
    return field(titles[task], box);
  }

  /** @param {unknown} error */
  function fail(error) {
    if (!(error instanceof Problem)) throw error;
    fields.append(el("p", { class: "wrong", role: "alert" }, error.message));
  }

  return element;
}
