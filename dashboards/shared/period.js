// Periods: relative ones stay relative in the address and are computed here, in the reporting zone.
import { dateOf, instantOf, localOf, midnight, weekStartOf } from "./zone.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Relative periods in the order of the picker. Each ends with the running hour, day or week, so that what arrives now is inside. */
export const periods = /** @type {const} */ ([
  { id: "today", label: "Today" },
  { id: "24h", label: "24 h" },
  { id: "7d", label: "7 d" },
  { id: "28d", label: "28 d" },
  { id: "13w", label: "13 w" },
]);

/**
 * The instants of what a person chose. Throws a RangeError with a sentence for the person when an address holds no period.
 * @param {{ period: string | null, from: string | null, to: string | null }} choice
 * @param {number} now @param {string} zone @param {string} weekStart
 * @returns {Span}
 */
export function spanOf(choice, now, zone, weekStart) {
  if (choice.from || choice.to) return customSpan(choice.from, choice.to, zone);
  const endOfHour = Math.floor(now / hour) * hour + hour;
  switch (choice.period ?? "24h") {
    case "today":
      return { from: midnight(now, zone), to: midnight(now, zone, 1) };
    case "24h":
      return { from: endOfHour - day, to: endOfHour };
    case "7d":
      return { from: midnight(now, zone, -6), to: midnight(now, zone, 1) };
    case "28d":
      return { from: midnight(now, zone, -27), to: midnight(now, zone, 1) };
    case "13w":
      return { from: weekStartOf(now, zone, weekStart, -12), to: weekStartOf(now, zone, weekStart, 1) };
    default:
      throw new RangeError(`“${choice.period}” is not a period. Try today, 24h, 7d, 28d or 13w.`);
  }
}

/**
 * A tile may look at a period of its own, "7d" or "24h", that ends with the dashboard's; the server reads it by the same rule.
 * @param {{ period?: string }} tile @param {Span} span @returns {Span}
 */
export function spanOfTile({ period }, span) {
  const [, size, unit] = /^(\d+)([hd])$/.exec(period ?? "") ?? [];
  return size ? { from: span.to - Number(size) * (unit === "h" ? hour : day), to: span.to } : span;
}

/** @param {string | null} from @param {string | null} to @param {string} zone @returns {Span} */
function customSpan(from, to, zone) {
  if (!from || !to) throw new RangeError("A period needs a first and a last day.");
  const span = { from: edge(from, zone, 0), to: edge(to, zone, 1) };
  if (!(span.from < span.to)) throw new RangeError("The period ends before it starts.");
  return span;
}

/** @param {string} text a date of the zone, or an instant @param {string} zone @param {number} days added to a date */
function edge(text, zone, days) {
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const instant = date ? instantOf({ year: Number(date[1]), month: Number(date[2]), day: Number(date[3]) + days }, zone) : Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`“${text}” is not a date. Try 2026-01-05.`);
  return instant;
}

/**
 * How a period is cut where a layout says `"interval": "fit"`; the server cuts by the same rule.
 * @param {Span} span @returns {"minute" | "hour" | "day" | "week"}
 */
export function fitInterval({ from, to }) {
  const length = to - from;
  if (length <= 3 * hour) return "minute";
  if (length <= 8 * day) return "hour";
  return length <= 200 * day ? "day" : "week";
}

/**
 * How a period is cut where a layout says `"interval": "coarse"`: medians need cases in every bucket.
 * @param {Span} span @returns {"hour" | "day" | "week" | "month"}
 */
export function coarseInterval({ from, to }) {
  const length = to - from;
  if (length <= 2 * day) return "hour";
  if (length <= 60 * day) return "day";
  return length <= 731 * day ? "week" : "month";
}

/**
 * Start of the bucket after the one that holds an instant.
 * @param {number} instant @param {string} interval @param {string} zone @param {string} weekStart
 */
export function nextBucket(instant, interval, zone, weekStart) {
  const local = localOf(instant, zone);
  switch (interval) {
    case "minute":
      return Math.floor(instant / minute) * minute + minute;
    case "hour":
      return instant + hour - local.minute * minute - local.second * 1000 - (instant % 1000);
    case "day":
      return midnight(instant, zone, 1);
    case "week":
      return weekStartOf(instant, zone, weekStart, 1);
    default:
      return instantOf({ year: local.year, month: local.month + 1, day: 1 }, zone);
  }
}

/**
 * Starts of all buckets that touch a period, the first one at its `from`.
 * @param {Span} span @param {string} interval @param {string} zone @param {string} weekStart
 */
export function bucketsOf({ from, to }, interval, zone, weekStart) {
  const starts = [];
  for (let at = from; at < to && starts.length < 2000; at = nextBucket(at, interval, zone, weekStart)) starts.push(at);
  return starts;
}

/**
 * The seven days that end with the newest post, as dates for an address.
 * @param {string} newest @param {string} zone
 */
export function periodOfNewest(newest, zone) {
  const last = Date.parse(newest);
  return { from: dateOf(midnight(last, zone, -6), zone), to: dateOf(last, zone) };
}
