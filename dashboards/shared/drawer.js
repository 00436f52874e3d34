// The drawer: the rows behind a number, and one conversation. What is open stands in the address.
import { addressOf } from "./api.js";
import { base } from "./base.js";
import { conversation } from "./conversation.js";
import { el, icon } from "./element.js";
import { hourOfWeek } from "./format.js";
import { postList, walk } from "./post-list.js";

/**
 * @param {import("./address.js").Address} address
 * @param {{ parameters(): Record<string, string>, catalogue: Map<string, MetricDefinition>, session: Session }} asked
 */
export function drawer(address, asked) {
  const heading = el("h2", { id: "drawer-title", tabindex: "-1" });
  const under = el("p", { "aria-live": "polite" });
  const back = el(
    "button",
    { class: "control bare square back", type: "button", "aria-label": "Back to the list", onclick: () => address.change({ post: null }) },
    icon("back"),
  );
  const shut = el("button", { class: "control bare square", type: "button", "aria-label": "Close", title: "Close (Esc)", onclick: close }, icon("close"));
  const body = el("div", { class: "drawer-body" });
  const dialog = el(
    "dialog",
    { class: "drawer", "aria-labelledby": "drawer-title" },
    el("div", { class: "drawer-head" }, back, el("div", {}, heading, under), shut),
    body,
  );
  document.body.append(dialog);
  /** @param {Event} event */
  function leave(event) {
    event.preventDefault();
    if (address.choice.post && address.choice.list) address.change({ post: null });
    else close();
  }
  dialog.addEventListener("cancel", leave);
  dialog.addEventListener("keydown", (event) => (event.key === "Escape" ? leave(event) : walk(event, body)));
  // A browser may shut it without asking, when nothing was done since it asked last: then the address must say so too.
  dialog.addEventListener("close", () => shown !== "" && close());
  dialog.addEventListener("click", (event) => event.target === dialog && event.offsetX < 0 && close());

  let shown = "";
  /** @type {{ element: HTMLElement, scroll: number, key: string, title: string, under: string } | null} */
  let list = null;
  /** @type {AbortController} */
  let leaving = new AbortController();

  function close() {
    address.change({ list: null, post: null });
  }

  /** @param {string} title @param {string} line */
  const say = (title, line) => {
    heading.textContent = title;
    under.textContent = line;
  };

  /** Shows what the address says. */
  function paint() {
    const { list: wanted, post } = address.choice;
    const listKey = wanted ? JSON.stringify([wanted, asked.parameters()]) : "";
    const key = post ? `post ${post}` : listKey;
    if (key === shown) return;
    if (list && shown === list.key) [list.scroll, list.title, list.under] = [body.scrollTop, heading.textContent ?? "", under.textContent ?? ""];
    shown = key;
    leaving.abort();
    leaving = new AbortController();
    if (key === "") {
      list = null;
      dialog.close();
      return;
    }
    back.hidden = !(post && wanted);
    if (!dialog.open) dialog.showModal();
    if (post) showPost(post);
    else if (wanted && list?.key === listKey) showAgain();
    else if (wanted) showList(wanted, listKey);
  }

  /** @param {string} post */
  function showPost(post) {
    say("Conversation", "");
    body.replaceChildren(conversation(post, asked.session, say, leaving.signal));
    body.scrollTop = 0;
    heading.focus();
  }

  function showAgain() {
    if (!list) return;
    say(list.title, list.under);
    body.replaceChildren(list.element);
    body.scrollTop = list.scroll;
    /** @type {HTMLElement | null} */ (list.element.querySelector(".post-row.last"))?.focus();
  }

  /** @param {ListChoice} wanted @param {string} key */
  function showList(wanted, key) {
    const known = asked.catalogue.get(wanted.metric);
    const title = [known?.title ?? wanted.metric, groupName(wanted) ?? wanted.brand].filter(Boolean).join(": ");
    say(title, "…");
    const both = [asked.parameters().filter, wanted.filter].filter(Boolean);
    const parameters = {
      ...asked.parameters(),
      compare: "",
      ...wanted,
      metric: "",
      filter: both.length === 2 ? `(${both[0]}) AND ${both[1]}` : (both[0] ?? ""),
    };
    const rows = postList(
      wanted.metric,
      parameters,
      asked.session.timeZone,
      (post) => address.change({ post }),
      (line) => say(title, line),
    );
    const files = ["csv", "ndjson", "parquet"].map((format) =>
      el(
        "a",
        { href: addressOf("export", { ...parameters, metric: wanted.metric, format }).slice(base.length), download: "" },
        format === "parquet" ? "Parquet" : format.toUpperCase(),
      ),
    );
    // What the desk tells beside the facts is no file.
    const asFiles = wanted.metric !== "promises_kept" && el("p", { class: "files" }, "All of them as a file: ", ...files);
    const element = el("div", {}, known && el("p", { class: "means" }, known.definition), asFiles, rows);
    list = { element, scroll: 0, key, title, under: "" };
    body.replaceChildren(element);
    body.scrollTop = 0;
    heading.focus();
  }

  return { paint };
}

/** @param {ListChoice} wanted */
const groupName = ({ by, group }) => (group && by === "hour_of_week" ? hourOfWeek(group) : group);
