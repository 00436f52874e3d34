// The rows behind a number, a page at a time; as many as the number's n.
import { get } from "./api.js";
import { el, time } from "./element.js";
import { ago, duration, instant, number, periodName, words } from "./format.js";
import { avatar, pictures } from "./pictures.js";
import { postName } from "./post-name.js";

const page = 50;

/** @type {Record<string, { says: string, tone: string }>} */
const outcomes = {
  sorted: { says: "", tone: "" },
  unsorted: { says: "", tone: "" },
  answered: { says: "answered after", tone: "won" },
  own_first: { says: "we answered after", tone: "won" },
  open: { says: "waiting for", tone: "lost" },
  competitor_first: { says: "▼ competitor first, we after", tone: "lost" },
  competitor_only: { says: "▼ competitor only", tone: "lost" },
  nobody: { says: "▼ nobody for", tone: "lost" },
  deleted: { says: "deleted after", tone: "" },
};

/**
 * @param {string} metric
 * @param {Record<string, string>} parameters
 * @param {string} zone
 * @param {(post: string) => void} open `source/id`
 * @param {(line: string) => void} say
 */
export function postList(metric, parameters, zone, open, say) {
  const rows = el("div", { class: "post-list" });
  const more = el("div", { class: "more" }, "Loading …");
  const element = el("div", {}, rows, more);
  let cursor = "";
  let loading = false;
  const end = new IntersectionObserver(([entry]) => entry.isIntersecting && load(), { rootMargin: "400px" });
  end.observe(more);

  async function load() {
    if (loading) return;
    loading = true;
    try {
      const answer = /** @type {MetricRows} */ (await get(`metrics/${encodeURIComponent(metric)}/posts`, { ...parameters, cursor, limit: page }));
      rows.append(...answer.items.map((row) => rowOf(row, zone, open)));
      const span = { from: Date.parse(parameters.from), to: Date.parse(parameters.to) };
      say(`n = ${number(answer.total)} ${plural(answer.items[0]?.kind ?? "row", answer.total)} · ${periodName(span, zone)}`);
      cursor = answer.nextCursor ?? "";
      more.textContent = cursor ? "Loading …" : answer.total === 0 ? "Nothing in this period." : "That is all.";
      if (!cursor) end.disconnect();
      else {
        // The end may still be in sight: an observer tells changes only.
        end.unobserve(more);
        end.observe(more);
      }
    } catch (error) {
      end.disconnect();
      more.replaceChildren(
        el("p", {}, error instanceof Error ? error.message : String(error)),
        el("button", { class: "control", type: "button", onclick: again }, "Try again"),
      );
    } finally {
      loading = false;
    }
  }

  function again() {
    more.textContent = "Loading …";
    end.observe(more);
  }

  return element;
}

/** Arrow keys, j and k move from row to row. @param {KeyboardEvent} event @param {HTMLElement} within */
export function walk(event, within) {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(".post-row"))];
  const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (all.length === 0) return;
  all[Math.max(0, Math.min(all.length - 1, here + step))]?.focus();
  event.preventDefault();
}

/** @param {MetricRow} row @param {string} zone @param {(post: string) => void} open */
function rowOf(row, zone, open) {
  const outcome = row.state ? (outcomes[row.state] ?? { says: words(row.state), tone: "" }) : null;
  const took = row.seconds === null || row.seconds === undefined ? "" : ` ${duration(row.seconds)}`;
  const button = el(
    "button",
    { class: "post-row", type: "button" },
    el(
      "span",
      { class: "post-top" },
      avatar(row, row.hasAvatar),
      el("b", {}, row.handle),
      el(
        "span",
        { class: "when" },
        row.source,
        " · ",
        time(row.at, ago(Date.now() - Date.parse(row.at)), instant(row.at, zone, { dateStyle: "medium", timeStyle: "medium" })),
      ),
      outcome?.says && el("span", { class: "outcome", "data-tone": outcome.tone }, outcome.says + took),
    ),
    el("span", { class: "post-text" }, row.text || "(deleted)"),
    pictures(row, row.pictures),
  );
  button.addEventListener("click", () => {
    for (const other of button.parentElement?.querySelectorAll(".last") ?? []) other.classList.remove("last");
    button.classList.add("last");
    open(postName(row.source, row.id));
  });
  return button;
}

/** @param {string} kind @param {number} count */
const plural = (kind, count) => (count === 1 ? kind : `${kind}s`);
