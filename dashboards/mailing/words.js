// Schedules and sent reports in words.

/**
 * @typedef {{ id: string, brand: string | null, cadence: "daily" | "weekly" | "monthly", hour: number, recipients: string[], formats: string[], webhook: boolean,
 *   comparison: "previous" | "baseline" | "none", enabled: boolean, by: string, next: string | null }} Schedule
 * @typedef {{ kind: "mail" | "webhook", to: string | null, state: "waiting" | "sending" | "sent" | "perhaps_twice" | "failed", tries: number, sentAt: string | null, problem: string | null }} Message
 * @typedef {{ id: string, brand: string | null, from: string, to: string, madeAt: string, by: string, headline: string, schedule: string | null, messages: Message[] }} Sent
 * @typedef {{ id: string, createdAt: string, by: string, expires: string, revoked: string | null, lastOpened: string | null }} Link
 */

/** @param {Schedule} schedule @param {string} weekStart as in "monday" */
export function rhythm(schedule, weekStart) {
  const day = schedule.cadence === "daily" ? "every day" : schedule.cadence === "weekly" ? `every ${weekStart[0].toUpperCase()}${weekStart.slice(1)}` : "on the first of every month";
  return `${{ daily: "Daily", weekly: "Weekly", monthly: "Monthly" }[schedule.cadence]}, ${day} at ${String(schedule.hour).padStart(2, "0")}:00`;
}

/** @param {Schedule} schedule */
export function contents(schedule) {
  const against = { previous: "against the period before", baseline: "against the first four weeks", none: "without a comparison" }[schedule.comparison];
  const attached = schedule.formats.length === 0 ? "nothing attached" : `${schedule.formats.map((one) => one.toUpperCase()).join(" and ")} attached`;
  return `${schedule.brand ?? "All our brands"}, ${against}, ${attached}`;
}

/** @param {Message} message */
export function fate(message) {
  const to = message.to ?? (message.kind === "webhook" ? "webhook" : "a mail address");
  switch (message.state) {
    case "sent":
      return `${to}: sent`;
    case "perhaps_twice":
      return `${to}: perhaps sent twice`;
    case "failed":
      return `${to}: given up. ${message.problem ?? ""}`.trim();
    default:
      return message.problem ? `${to}: not sent yet, tried again. ${message.problem}` : `${to}: on its way`;
  }
}

/**
 * Addresses as people write them: a line each, or separated by commas.
 * @param {string} text
 */
export function addresses(text) {
  return text.split(/[\s,;]+/).filter(Boolean);
}
