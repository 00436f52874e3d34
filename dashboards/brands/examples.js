// Example posts, and the conversation behind each.
import { conversation } from "../shared/conversation.js";
import { el, icon, time } from "../shared/element.js";
import { instant } from "../shared/format.js";
import { postName } from "../shared/post-name.js";

/** @param {ChangedPost[]} examples @param {string} zone @param {(post: ChangedPost) => void} open */
export const exampleRows = (examples, zone, open) =>
  examples.map((post) =>
    el(
      "button",
      { class: "post-row", type: "button", onclick: () => open(post) },
      el(
        "span",
        { class: "post-top" },
        el("b", {}, post.handle),
        el("span", { class: "when" }, `${post.source} · `, time(post.at, instant(post.at, zone, { dateStyle: "medium" }), instant(post.at, zone, { dateStyle: "medium", timeStyle: "medium" }))),
      ),
      el("span", { class: "post-text" }, post.text || "(deleted)"),
    ),
  );

/** @param {Session} session */
export function conversationDialog(session) {
  const heading = el("h2", { id: "drawer-title", tabindex: "-1" });
  const under = el("p", { "aria-live": "polite" });
  const body = el("div", { class: "drawer-body" });
  const shut = el("button", { class: "control bare square", type: "button", "aria-label": "Close", title: "Close (Esc)", onclick: () => dialog.close() }, icon("close"));
  const dialog = el("dialog", { class: "drawer", "aria-labelledby": "drawer-title" }, el("div", { class: "drawer-head" }, el("div", {}, heading, under), shut), body);
  dialog.addEventListener("click", (event) => event.target === dialog && event.offsetX < 0 && dialog.close());
  let leaving = new AbortController();
  dialog.addEventListener("close", () => leaving.abort());
  document.body.append(dialog);

  /** @param {ChangedPost} post */
  return function open(post) {
    leaving = new AbortController();
    const say = (/** @type {string} */ title, /** @type {string} */ line) => ([heading.textContent, under.textContent] = [title, line]);
    say("Conversation", "");
    body.replaceChildren(conversation(postName(post.source, post.id), session, say, leaving.signal));
    dialog.showModal();
    heading.focus();
  };
}
