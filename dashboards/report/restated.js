// A report that was sent, beside what is known now: what was reported stays reported.
import { get } from "../shared/api.js";
import { el } from "../shared/element.js";
import { instant, number } from "../shared/format.js";
import { valueOf } from "./figures.js";

/**
 * @typedef {{ id: string, sentAt: string, sent: EngagementReport, now: EngagementReport, changes: string[], figures: { card: string, sent: ReportFigure, now: ReportFigure }[] }} Restated
 */

/** The sent report that the address names, or null. @param {string} search @returns {Promise<Restated | null>} */
export async function sentOf(search) {
  const id = new URLSearchParams(search).get("sent");
  return id ? get(`reports/${encodeURIComponent(id)}`) : null;
}

/** @param {Restated} restated @param {string} zone */
export function restatedNotice({ sentAt, changes, figures }, zone) {
  return el(
    "section",
    { class: "notice restated", "aria-label": "What changed since this report was sent" },
    el("p", {}, el("strong", {}, `As sent on ${instant(sentAt, zone, { dateStyle: "medium", timeStyle: "short" })}. `), changes.length > 0 ? `Since then: ${changes.join(", ")}.` : "Nothing that its figures are made of has changed since."),
    figures.length > 0 &&
      el(
        "ul",
        {},
        figures.map(({ sent, now }) => el("li", {}, `${sent.title}: reported ${valueOf(sent)} (n = ${number(sent.n)}), now ${valueOf(now)} (n = ${number(now.n)})`)),
      ),
  );
}
