// What a registry would change, before it is set: counted by the server on everything that is stored.
import { Problem, request } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { duration, instant, number, share } from "../shared/format.js";
import { exampleRows } from "./examples.js";

/** @type {Record<string, string>} */
const parties = { customer: "customers", own: "us", competitor: "a competitor", other_brand: "another brand", employee: "employees", automated: "automated" };
/** @type {Record<string, string>} */
const states = { left_out: "left out", waiting: "still waiting", answered: "answered", deleted: "deleted unanswered" };

/** @param {string} zone @param {(post: ChangedPost) => void} open */
export function previewPanel(zone, open) {
  const body = el("div", {});
  const element = el("section", { class: "preview", "aria-labelledby": "preview", hidden: true }, el("h2", { id: "preview", tabindex: "-1" }, "What changes"), body);
  /** @type {AbortController | null} */
  let running = null;

  /** @param {RegistryContent} content */
  async function ask(content) {
    running?.abort();
    const leaving = (running = new AbortController());
    element.hidden = false;
    const bar = el("progress", { max: 1, "aria-label": "Derived so far" });
    const says = el("span", {}, "Deriving the facts with it …");
    body.replaceChildren(
      el("div", { class: "deriving", "aria-busy": "true" }, bar, says, el("button", { class: "control", type: "button", onclick: () => leaving.abort() }, "Stop")),
    );
    element.scrollIntoView({ block: "nearest" });
    try {
      const response = await request("POST", "admin/brands/preview", { ...content, note: "" }, { Accept: "application/x-ndjson" }, leaving.signal);
      for await (const line of lines(response)) {
        if (line.problem) throw new Problem(line.problem.status, line.problem);
        if (line.change) show(line.change);
        else {
          bar.value = line.progress;
          says.textContent = line.progress < 1 ? `Deriving the facts with it: ${share(line.progress)}` : "Comparing …";
        }
      }
      if (body.querySelector(".deriving")) throw new Problem(0, { detail: "The preview broke off before its end." });
      return true;
    } catch (error) {
      if (leaving.signal.aborted) {
        if (running === leaving) body.replaceChildren(el("p", { class: "hint" }, "Stopped. Nothing was changed."));
        return false;
      }
      element.hidden = true;
      throw error;
    } finally {
      if (running === leaving) running = null;
    }
  }

  /** @param {RegistryChange} change */
  function show(change) {
    const span = change.from && change.to ? `, ${instant(change.from, zone, { dateStyle: "medium" })} to ${instant(change.to, zone, { dateStyle: "medium" })}` : "";
    const nothing = change.changedPosts === 0 && change.changedWaits === 0;
    const sentence = nothing
      ? `Nothing of ${number(change.posts)} posts is told otherwise.`
      : `${number(change.changedPosts)} of ${number(change.posts)} posts are told otherwise; ${number(change.changedWaits)} waits change.`;
    body.replaceChildren(
      el("p", { class: "sum" }, el("strong", {}, sentence)),
      el("p", { class: "hint" }, `Everything that is stored: n = ${number(change.posts)} posts${span}. Found in ${duration(change.seconds)}.`),
      nothing ? "" : el("div", { class: "preview-parts" }, waitsTable(change), part("Posts", change.postChanges.map(postLine)), part("Waits", change.waitChanges.map(waitLine))),
    );
    announce(sentence);
  }

  /** @param {string} title @param {Node[]} lines */
  const part = (title, lines) => lines.length > 0 && el("div", {}, el("h3", {}, title), lines);

  /** @param {RegistryChange["postChanges"][number]} one */
  function postLine({ kind, brand, was, now, posts, examples }) {
    const says = {
      party: `by ${parties[was] ?? was}: now ${parties[now] ?? now}`,
      named: `name ${brand} now`,
      not_named: `no longer name ${brand}`,
      excluded: "are excluded now",
      included: "are no longer excluded",
    }[kind];
    return line(posts, posts === 1 ? "post" : "posts", says ?? kind, examples);
  }

  /** @param {RegistryChange["waitChanges"][number]} one */
  function waitLine({ brand, was, now, closing, waits, examples }) {
    const says =
      was === "absent" ? `open for ${brand} (${states[now] ?? now})`
      : now === "absent" ? `vanish from ${brand} (were ${states[was] ?? was})`
      : was !== now ? `for ${brand}: ${states[was] ?? was} → ${states[now] ?? now}`
      : closing ? `for ${brand} are answered by another reply or at another instant`
      : `for ${brand} are told otherwise (who else answered, or which episode)`;
    return line(waits, waits === 1 ? "wait" : "waits", says, examples);
  }

  /** @param {number} count @param {string} what @param {string} says @param {ChangedPost[]} examples */
  function line(count, what, says, examples) {
    const list = el("div", { class: "post-list" });
    const details = el("details", { class: "difference" }, el("summary", {}, el("b", {}, number(count)), ` ${what} ${says}`), list);
    details.addEventListener("toggle", () => {
      if (!details.open || list.childElementCount > 0) return;
      list.append(...exampleRows(examples, zone, open));
      if (count > examples.length) list.append(el("p", { class: "more" }, `The newest ${number(examples.length)} of ${number(count)}.`));
    });
    return details;
  }

  return {
    element,
    ask,
    hide() {
      running?.abort();
      element.hidden = true;
    },
  };
}

/** @param {RegistryChange} change */
function waitsTable({ brands }) {
  return el(
    "div",
    { class: "sheet" },
    el(
      "table",
      {},
      el("caption", {}, "Waits for each brand, answered or not"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Brand"), ["Now", "Then", "Change"].map((head) => el("th", { scope: "col", class: "right" }, head)))),
      el(
        "tbody",
        {},
        brands.map(({ brand, before, after }) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, brand),
            [number(before), number(after), after === before ? "–" : number(after - before, { signDisplay: "always" })].map((text) => el("td", { class: "right" }, text)),
          ),
        ),
      ),
    ),
  );
}

/** @param {Response} response @returns {AsyncGenerator<{ progress: number, change?: RegistryChange, problem?: any }>} */
async function* lines(response) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const whole = rest.split("\n");
      rest = whole.pop() ?? "";
      for (const line of whole) if (line) yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
