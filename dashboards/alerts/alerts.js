// Alerts: what people were told of, and what was taken back.
import { get } from "../shared/api.js";
import { placed } from "../shared/base.js";
import { el, time } from "../shared/element.js";
import { instant, number, quantity, words } from "../shared/format.js";
import { openRoom } from "../shared/room.js";

/**
 * @typedef {{ id: number, kind: string, at: string, title: string, brand: string, baseline: number | null, observed: number | null, unit: Unit | "balance", n: number, link: string,
 *   posts: { source: string, id: string, handle: string, text: string }[], withdrawnAt: string | null, because: string | null }} Alert
 */

await openRoom(
  { id: "alerts", title: "Alerts", purpose: "What needed somebody at once: late answers, races being lost, spikes, dips of tone and silent sources. Each says what is usual, what was seen, and shows its posts." },
  async (session, { main, attempt }) => {
    const list = el("div", { class: "entries" });
    const more = el("button", { class: "control", type: "button", hidden: true, onclick: () => attempt(load) }, "Show earlier ones");
    /** @type {string | null} */
    let cursor = null;
    main.append(el("section", { class: "panel", "aria-label": "Alerts" }, list), more);
    await load();

    async function load() {
      const page = /** @type {{ items: Alert[], nextCursor: string | null }} */ (await get("alerts", { cursor }));
      if (!cursor && page.items.length === 0) list.append(el("p", { class: "nothing-here" }, "Nothing has needed anybody at once."));
      list.append(...page.items.map(row));
      cursor = page.nextCursor;
      more.hidden = cursor === null;
    }

    /** @param {Alert} alert */
    function row(alert) {
      return el(
        "article",
        { class: "entry", "data-off": alert.withdrawnAt ? "" : null },
        el(
          "div",
          {},
          el("strong", {}, alert.title),
          alert.posts.slice(0, 3).map((post) => el("div", { class: "quiet" }, `${post.handle}: ${post.text}`)),
          alert.because && el("div", {}, `Taken back. ${alert.because}`),
        ),
        el("div", { class: "quiet" }, `${words(alert.kind)} · `, time(alert.at, instant(Date.parse(alert.at), session.timeZone, { dateStyle: "medium", timeStyle: "short" }), alert.at), el("br"), figures(alert)),
        el("a", { class: "control", href: placed(alert.link), "aria-label": `Open: ${alert.title}` }, "Open"),
      );
    }
  },
);

/** @param {Alert} alert */
function figures(alert) {
  if (alert.observed === null) return `n = ${number(alert.n)}`;
  return `observed ${shown(alert.observed, alert.unit)}, usual ${alert.baseline === null ? "not known yet" : shown(alert.baseline, alert.unit)}, n = ${number(alert.n)}`;
}

/** @param {number} value @param {Unit | "balance"} unit */
function shown(value, unit) {
  return unit === "balance" ? number(value, { signDisplay: "exceptZero", maximumFractionDigits: 2 }) : quantity(value, unit);
}
