// One calendar as a form: zone, hours of the week, holidays.
import { send } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { field } from "../shared/form.js";
import { days, holidaysOf, lines, read, written } from "./words.js";

/** @typedef {{ name: string, timeZone: string, hours: import("./words.js").Hours[], holidays: import("./words.js").Holiday[] }} Calendar */

/**
 * @param {Calendar} calendar @param {(act: () => Promise<void>) => Promise<boolean>} attempt @param {() => void} strike
 */
export function calendarCard(calendar, attempt, strike) {
  const name = el("input", { value: calendar.name, maxlength: 60, required: true, autocomplete: "off" });
  const zone = el("input", { value: calendar.timeZone, list: "known-zones", required: true, autocomplete: "off", spellcheck: "false" });
  const hours = days.map((day) => el("input", { value: written(calendar.hours, day), placeholder: "closed", autocomplete: "off" }));
  const holidays = el("textarea", { rows: 5, spellcheck: "false" });
  holidays.value = lines(calendar.holidays);
  const file = el("input", { type: "file", accept: ".ics,text/calendar", onchange: fromFile });
  const url = el("input", { type: "url", placeholder: "https://…/holidays.ics", autocomplete: "off" });

  async function fromFile() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    await take({ text: await chosen.text() });
    file.value = "";
  }

  /** @param {{ text?: string, url?: string }} from */
  async function take(from) {
    await attempt(async () => {
      const found = await send("POST", "admin/calendars/holidays", from);
      holidays.value = lines(holidaysOf(`${holidays.value}\n${lines(found.holidays)}`).holidays);
      announce(`${found.holidays.length} holidays read${found.skipped ? `, ${found.skipped} appointments left out` : ""}. They count once you save.`);
    });
  }

  const element = el(
    "section",
    { class: "panel calendar", "aria-label": `Calendar ${calendar.name}` },
    el("div", { class: "small-form" }, field("Calendar", name), field("Time zone", zone)),
    el("div", { class: "week" }, hours.map((input, i) => field(`${days[i][0].toUpperCase()}${days[i].slice(1)}`, input))),
    el("p", { class: "quiet" }, "Hours such as 09:00–12:00, 13:00–17:00; until midnight is 24:00. Past midnight, the rest stands at the next day."),
    el("div", { class: "small-form free" }, field("Holidays, a day a line", holidays, "For example 2026-12-25 Christmas")),
    el(
      "div",
      { class: "small-form" },
      field("Add holidays from an iCalendar file", file),
      field("Or from an address", url),
      el("div", { class: "field" }, el("button", { class: "control", type: "button", onclick: () => take({ url: url.value }) }, "Fetch")),
      el("div", { class: "field" }, el("button", { class: "control", type: "button", onclick: strike, "aria-label": `Remove calendar ${calendar.name}` }, "Remove calendar")),
    ),
  );

  /** @returns {{ calendar: Calendar | null, wrong: string }} */
  function value() {
    const week = days.map((day, i) => read(hours[i].value, day));
    const bad = week.indexOf(null);
    if (bad >= 0) return { calendar: null, wrong: `${name.value}: “${hours[bad].value}” is no time of ${days[bad]}. Example: 09:00–17:00` };
    const free = holidaysOf(holidays.value);
    if (free.wrong) return { calendar: null, wrong: `${name.value}: “${free.wrong}” is no holiday. Example: 2026-12-25 Christmas` };
    return { calendar: { name: name.value.trim(), timeZone: zone.value.trim(), hours: week.flatMap((one) => one ?? []), holidays: free.holidays }, wrong: "" };
  }

  return { element, value, name };
}
