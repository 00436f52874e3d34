// A new schedule as a form.
import { send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { field, form, select } from "../shared/form.js";
import { addresses } from "./words.js";

/** @param {Session} session @param {{ webhook: boolean }} ways @param {() => Promise<void>} added */
export function scheduleForm(session, ways, added) {
  const brand = select([["", "All our brands"], ...session.brands.filter((one) => one.kind === "own").map((one) => /** @type {[string, string]} */ ([one.name, one.name]))]);
  const cadence = select([["daily", "Daily"], ["weekly", "Weekly"], ["monthly", "Monthly"]], "weekly");
  const hour = select(Array.from({ length: 24 }, (_, i) => /** @type {[string, string]} */ ([String(i), `${String(i).padStart(2, "0")}:00`])), "8");
  const comparison = select([["previous", "The period before"], ["baseline", "The first four weeks"], ["none", "Nothing"]]);
  const to = el("textarea", { rows: 3, spellcheck: "false", autocomplete: "off" });
  const csv = box(true);
  const pdf = box(true);
  const webhook = box(false);
  return form(
    "Add a schedule",
    [
      field("Brand", brand),
      field("How often", cadence),
      field(`At (${session.timeZone})`, hour),
      field("Compared with", comparison),
      field("Who gets it", to, "Mail addresses, one a line. Each gets a mail of its own."),
      el("fieldset", {}, el("legend", {}, "With it"), check(csv, "figures and tables as CSV"), check(pdf, "the pages as PDF"), ways.webhook && check(webhook, "to the webhook too")),
    ],
    async () => {
      await send("POST", "admin/report-schedules", {
        brand: brand.value,
        cadence: cadence.value,
        hour: Number(hour.value),
        comparison: comparison.value,
        recipients: addresses(to.value),
        formats: [csv.checked && "csv", pdf.checked && "pdf"].filter(Boolean),
        webhook: webhook.checked,
      });
      to.value = "";
      await added();
    },
  );
}

/** @param {boolean} checked */
function box(checked) {
  return el("input", { type: "checkbox", checked });
}

/** @param {HTMLInputElement} input @param {string} words */
function check(input, words) {
  return el("label", {}, input, el("span", {}, words));
}
