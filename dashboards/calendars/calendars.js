// Calendars: when somebody works, and how soon customers are to be answered.
import { announce } from "../shared/announce.js";
import { Problem, get, request } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { field, form } from "../shared/form.js";
import { instant } from "../shared/format.js";
import { openRoom } from "../shared/room.js";
import { calendarCard } from "./calendar-card.js";
import { targetRow } from "./target-row.js";
import { duration } from "./words.js";

/**
 * @typedef {{ version: number, at: string | null, from: string | null, actor: string, note: string, calendars: import("./calendar-card.js").Calendar[],
 *   targets: import("./target-row.js").Target[], defaults: import("./target-row.js").Target[] }} Kept
 */

await openRoom(
  { id: "calendars", title: "Calendars", purpose: "When your people work, and how soon customers are to be answered. A change counts for complaints made from then on; what was promised before stays as it was." },
  async (session, { main, attempt }) => {
    const zone = session.timeZone;
    const state = el("p", { class: "quiet" });
    const calendars = el("div", { class: "cards" });
    const targets = el("div", { class: "targets" });
    const fallback = el("p", { class: "quiet" });
    /** @type {ReturnType<typeof calendarCard>[]} */
    let cards = [];
    /** @type {ReturnType<typeof targetRow>[]} */
    let rows = [];
    /** @type {Kept} */
    let kept;
    main.append(
      state,
      el("datalist", { id: "known-zones" }, Intl.supportedValuesOf("timeZone").map((value) => el("option", { value }))),
      part("calendars-title", "Working hours", "Working time is measured by the first calendar where a target names none.", calendars, el("button", { class: "control", type: "button", onclick: newCalendar }, "Add a calendar"), saving("Save calendars", "calendars")),
      part("targets-title", "Targets", "The first target that fits a post counts. Later answers without a time of their own are due as soon as the first. A priority is that of the case, 1 to 100; when it changes, the case is due anew.", targets, fallback, el("button", { class: "control", type: "button", onclick: newTarget }, "Add a target"), saving("Save targets", "sla")),
    );
    await load();

    /** @param {string} id @param {string} title @param {string} says @param {Node[]} content */
    function part(id, title, says, ...content) {
      return el("section", { class: "part", "aria-labelledby": id }, el("h2", { id }, title), el("p", { class: "quiet" }, says), content);
    }

    /** @param {string} button @param {"calendars" | "sla"} what */
    function saving(button, what) {
      const from = el("input", { type: "date" });
      const note = el("input", { maxlength: 500, autocomplete: "off" });
      return form(button, [field("In force from (today unless told)", from, "An earlier day derives the figures since then again."), field("Why (may be left out)", note)], async () => {
        await save(what, from.value ? `${from.value}T00:00:00Z` : null, note.value);
        from.value = note.value = "";
      });
    }

    async function load() {
      show(/** @type {Kept} */ (await get("admin/calendars")));
    }

    /** @param {Kept} now */
    function show(now) {
      kept = now;
      state.replaceChildren(
        ...(now.version === 0 || !now.at
          ? ["Nothing is set yet: every hour counts, and the defaults below apply."]
          : [`Version ${now.version}, set by ${now.actor} `, time(now.at, instant(Date.parse(now.at), zone, { dateStyle: "medium", timeStyle: "short" }), now.at), now.note ? `: ${now.note}` : ""]),
      );
      fallback.textContent = `Where none fits: ${now.defaults.map((one) => `${one.intent ?? "complaint and everything else"} ${duration(one.firstAnswer)}`).join(", ")}, day and night. Figures mark these “default”.`;
      cards = [];
      calendars.replaceChildren();
      now.calendars.forEach(addCalendar);
      rows = [];
      targets.replaceChildren();
      now.targets.forEach(addTarget);
      if (now.targets.length === 0) targets.append(el("p", { class: "nothing-here" }, "No targets yet."));
    }

    /** @param {import("./calendar-card.js").Calendar} calendar */
    function addCalendar(calendar) {
      const card = calendarCard(calendar, attempt, () => {
        cards = cards.filter((one) => one !== card);
        card.element.remove();
        main.focus();
      });
      cards.push(card);
      calendars.append(card.element);
      return card;
    }

    function newCalendar() {
      const hours = ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => ({ day, from: "09:00", to: "17:00" }));
      addCalendar({ name: cards.length === 0 ? "office" : `calendar ${cards.length + 1}`, timeZone: zone, hours, holidays: [] }).name.focus();
    }

    /** @param {import("./target-row.js").Target} target */
    function addTarget(target) {
      targets.querySelector(".nothing-here")?.remove();
      const row = targetRow(target, kept.calendars.map((one) => one.name), () => {
        rows = rows.filter((one) => one !== row);
        row.element.remove();
        main.focus();
      });
      rows.push(row);
      targets.append(row.element);
      return row;
    }

    function newTarget() {
      addTarget({ name: "", intent: rows.length === 0 ? "complaint" : null, firstAnswer: 3600 }).name.focus();
    }

    /** @param {"calendars" | "sla"} what @param {string | null} from @param {string} note */
    async function save(what, from, note) {
      const values = what === "calendars" ? cards.map((card) => card.value()).map((one) => ({ value: one.calendar, wrong: one.wrong })) : rows.map((row) => row.value()).map((one) => ({ value: one.target, wrong: one.wrong }));
      const wrong = values.find((one) => one.wrong);
      if (wrong) throw new Problem(400, { detail: wrong.wrong });
      const body = { [what === "calendars" ? "calendars" : "targets"]: values.map((one) => one.value), from, note };
      const answer = await request("PUT", `admin/${what}`, body, { "If-Match": `"${kept.version}"` });
      show(await answer.json());
      announce("Saved. It counts from now on.");
    }
  },
);
