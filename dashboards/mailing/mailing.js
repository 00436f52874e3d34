// Mailing: reports that are sent by themselves, what was sent, and links that share it.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { ask } from "../shared/form.js";
import { instant, periodName } from "../shared/format.js";
import { redraw } from "../shared/redraw.js";
import { openRoom } from "../shared/room.js";
import { linksOf } from "./links.js";
import { scheduleForm } from "./schedule-form.js";
import { contents, fate, rhythm } from "./words.js";

/** @typedef {{ items: import("./words.js").Schedule[], mail: boolean, webhook: boolean, pdf: boolean }} Kept */

await openRoom(
  { id: "mailing", title: "Mailing", purpose: "The engagement report as mail, by itself. What was sent stays as it was; a link shares one report with who has no account." },
  async (session, { main, attempt }) => {
    const schedules = el("div", { class: "entries" });
    const sent = el("div", { class: "entries" });
    const more = el("button", { class: "control", type: "button", hidden: true, onclick: () => attempt(loadMore) }, "Show earlier ones");
    /** @type {string | null} */
    let cursor = null;
    let moving = false;
    const kept = /** @type {Kept} */ (await get("admin/report-schedules"));
    main.append(
      ...[
        !kept.mail && el("p", { class: "notice warn" }, "No mail server is set (Alerts:Mail:Host): mail waits until there is one."),
        kept.mail && !kept.pdf && el("p", { class: "notice" }, "There is no Chromium on this server: mail goes without PDF, and says so."),
      ].filter((one) => one instanceof Node),
      el("section", { class: "panel", "aria-labelledby": "schedules" }, el("h2", { id: "schedules" }, "Schedules"), el("p", {}, `Hours are those of ${session.timeZone}. What was missed while the server was off is made up for once, by the newest.`), schedules),
      el("section", { class: "panel", "aria-labelledby": "add" }, el("h2", { id: "add" }, "Add a schedule"), el("p", {}, "Each report tells of the day, week or month before."), scheduleForm(session, kept, async () => {
        await load();
        announce("The schedule is added.");
      })),
      el("section", { class: "panel", "aria-labelledby": "sent" }, el("h2", { id: "sent" }, "Sent"), el("p", {}, "“Perhaps sent twice”: the server or the network failed just when it was sent. A repeat has the same Message-ID, and most mail programs show it once."), sent, more),
    );
    show(kept);
    await loadSent();

    async function load() {
      show(/** @type {Kept} */ (await get("admin/report-schedules")));
    }

    // What is on its way is looked at again, unless somebody is busy in the list.
    setInterval(() => {
      if (!document.hidden && moving && !sent.querySelector("details[open]")) loadSent().catch(() => {});
    }, 5000);

    async function loadSent() {
      const page = /** @type {{ items: import("./words.js").Sent[], nextCursor: string | null }} */ (await get("reports", { limit: 20 }));
      moving = page.items.some((one) => one.messages.some((message) => message.state === "waiting" || message.state === "sending"));
      redraw(sent, page.items.length > 0 ? page.items.map(sentRow) : [el("p", { class: "nothing-here" }, "No report was sent yet.")]);
      cursor = page.nextCursor;
      more.hidden = cursor === null;
    }

    async function loadMore() {
      const page = /** @type {{ items: import("./words.js").Sent[], nextCursor: string | null }} */ (await get("reports", { limit: 20, cursor }));
      sent.append(...page.items.map(sentRow));
      cursor = page.nextCursor;
      more.hidden = cursor === null;
    }

    /** @param {Kept} now */
    function show(now) {
      redraw(schedules, now.items.length > 0 ? now.items.map(scheduleRow) : [el("p", { class: "nothing-here" }, "No report is sent by itself yet.")]);
    }

    /** @param {import("./words.js").Schedule} schedule */
    function scheduleRow(schedule) {
      const name = `${rhythm(schedule, session.weekStart)}: ${schedule.brand ?? "all our brands"}`;
      return el(
        "div",
        { class: "entry", "data-key": schedule.id },
        el("div", {}, el("strong", {}, rhythm(schedule, session.weekStart)), !schedule.enabled && el("span", { class: "badge" }, "paused"), el("div", { class: "quiet" }, contents(schedule)), el("div", { class: "quiet" }, [...schedule.recipients, ...(schedule.webhook ? ["webhook"] : [])].join(", "))),
        el("div", { class: "quiet" }, schedule.next ? ["next ", when(schedule.next)] : "not sent until it is resumed"),
        el(
          "div",
          { class: "actions" },
          el("button", { class: "control", type: "button", "aria-label": `Send to me now: ${name}`, onclick: () => sendNow(schedule) }, "Send to me now"),
          el("button", { class: "control", type: "button", "aria-label": `${schedule.enabled ? "Pause" : "Resume"}: ${name}`, onclick: () => change(schedule) }, schedule.enabled ? "Pause" : "Resume"),
          el("button", { class: "control", type: "button", "aria-label": `Remove: ${name}`, onclick: () => remove(schedule) }, "Remove"),
        ),
      );
    }

    /** @param {import("./words.js").Sent} report */
    function sentRow(report) {
      const period = periodName({ from: Date.parse(report.from), to: Date.parse(report.to) }, session.timeZone);
      const links = linksOf(report, attempt, when);
      const fold = el("details", { class: "sharing" }, el("summary", {}, "Share"), links.element);
      fold.addEventListener("toggle", () => fold.open && attempt(links.load));
      return el(
        "article",
        { class: "entry sent", "data-key": report.id },
        el("div", {}, el("strong", {}, `${report.brand ?? "All our brands"}, ${period}`), el("div", {}, report.headline || "No significant change."), el("div", { class: "quiet" }, `for ${report.by}, `, when(report.madeAt))),
        el("div", { class: "quiet" }, report.messages.length === 0 ? "kept, not sent" : report.messages.map((message) => el("div", { class: message.state }, fate(message)))),
        el("a", { class: "control", href: `/report?sent=${report.id}`, "aria-label": `Open the report of ${period}` }, "Open"),
        fold,
      );
    }

    /** @param {string} at */
    function when(at) {
      return time(at, instant(Date.parse(at), session.timeZone, { dateStyle: "medium", timeStyle: "short" }), at);
    }

    /** @param {import("./words.js").Schedule} schedule */
    async function sendNow(schedule) {
      await attempt(async () => {
        await send("POST", `admin/report-schedules/${schedule.id}/send`, {});
        announce("The report is on its way to you.");
        await loadSent();
      });
    }

    /** @param {import("./words.js").Schedule} schedule */
    async function change(schedule) {
      await attempt(async () => {
        await send("PATCH", `admin/report-schedules/${schedule.id}`, { enabled: !schedule.enabled });
        announce(schedule.enabled ? "It is not sent until it is resumed." : "It is sent again from its next turn on.");
        await load();
      });
    }

    /** @param {import("./words.js").Schedule} schedule */
    async function remove(schedule) {
      if (!(await ask("This report is not sent any more. What was sent stays.", "Remove"))) return;
      await attempt(async () => {
        await send("DELETE", `admin/report-schedules/${schedule.id}`);
        announce("The schedule is removed.");
        await load();
      });
    }
  },
);
