// Calendar arithmetic in a named time zone. The browser knows the rules of every zone but does arithmetic in its own only.

/** @typedef {{ year: number, month: number, day: number, hour: number, minute: number }} Local */

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} zone */
function clockOf(zone) {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/**
 * What a clock on the wall of the zone shows at an instant.
 * @param {number} instant milliseconds
 * @param {string} zone IANA name
 * @returns {Local & { second: number }}
 */
export function localOf(instant, zone) {
  /** @type {Record<string, number>} */
  const parts = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) parts[type] = Number(value);
  return { year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute, second: parts.second };
}

/** @param {number} instant @param {string} zone */
function offsetOf(instant, zone) {
  const { year, month, day, hour, minute, second } = localOf(instant, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the wall shows a local time; the first one where it shows it twice, and where it never does, the instant as far
 * after the gap as the time lies in it.
 * @param {Partial<Local> & { year: number, month: number, day: number }} local fields may overflow: day 0 is the last of the month before
 * @param {string} zone
 */
export function instantOf({ year, month, day, hour = 0, minute = 0 }, zone) {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const early = wall - offsetOf(wall - 86_400_000, zone);
  const late = wall - offsetOf(wall + 86_400_000, zone);
  const fits = [Math.min(early, late), Math.max(early, late)].find((instant) => instant + offsetOf(instant, zone) === wall);
  return fits ?? early;
}

/**
 * The local midnight `days` after the one that starts the day of an instant.
 * @param {number} instant @param {string} zone @param {number} [days]
 */
export function midnight(instant, zone, days = 0) {
  const { year, month, day } = localOf(instant, zone);
  return instantOf({ year, month, day: day + days }, zone);
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * Start of the local week of an instant, `weeks` later.
 * @param {number} instant @param {string} zone @param {string} weekStart English name of a day @param {number} [weeks]
 */
export function weekStartOf(instant, zone, weekStart, weeks = 0) {
  const { year, month, day } = localOf(instant, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const first = Math.max(0, weekdays.indexOf(weekStart.toLowerCase()));
  return instantOf({ year, month, day: day - ((weekday - first + 7) % 7) + 7 * weeks }, zone);
}

/** The date an instant has in the zone, as 2017-12-03. @param {number} instant @param {string} zone */
export function dateOf(instant, zone) {
  const { year, month, day } = localOf(instant, zone);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
