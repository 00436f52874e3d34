// Numbers, durations and instants as a person reads them, in the reader's own locale.

/** @type {string | undefined} the browser's; tests set one */
let locale;

/** @param {string | undefined} name */
export function useLocale(name) {
  locale = name;
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export const number = (value, options) => new Intl.NumberFormat(locale, options).format(value);

/** Large counts for an axis: 1.2K. @param {number} value */
export const compact = (value) => number(value, { notation: "compact", maximumFractionDigits: 1 });

/** A share as a percentage, with at most one decimal, as the server's sentences and mails have it: "98.7 %". @param {number} value 0 to 1 */
export const share = (value) => `${number(value * 100, { maximumFractionDigits: 1 })}\u00a0%`;

/**
 * A length of time in at most two units: "850 ms", "12 s", "1 min 30 s", "44 min", "1 h 05 min", "3 d 4 h".
 * @param {number} seconds
 */
export function duration(seconds) {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? "−" : "";
  if (size > 0 && size < 1) return `${sign}${number(Math.round(size * 1000))} ms`;
  if (size < 59.5) return `${sign}${number(size, { maximumFractionDigits: size < 10 ? 1 : 0 })} s`;
  if (size < 299.5) return `${sign}${Math.floor(Math.round(size) / 60)} min${rest(Math.round(size) % 60, "s", 2)}`;
  const minutes = Math.round(size / 60);
  if (minutes < 60) return `${sign}${minutes} min`;
  if (minutes < 24 * 60) return `${sign}${Math.floor(minutes / 60)} h${rest(minutes % 60, "min", 2)}`;
  const hours = Math.round(size / 3600);
  return `${sign}${number(Math.floor(hours / 24))} d${rest(hours % 24, "h", 1)}`;
}

/** @param {number} value @param {string} unit @param {number} digits */
const rest = (value, unit, digits) => (value === 0 ? "" : ` ${String(value).padStart(digits, "0")} ${unit}`);

/**
 * @param {number} value @param {Unit} unit
 */
export function quantity(value, unit) {
  return unit === "seconds" ? duration(value) : unit === "share" ? share(value) : number(value, { maximumFractionDigits: 1 });
}

/**
 * What an answer says: its value, "> 2 d" where the curve does not reach it, or "no data".
 * @param {{ value: number | null, greaterThan?: number | null }} answer @param {Unit} unit
 */
export function figure(answer, unit) {
  if (answer.value !== null && answer.value !== undefined) return quantity(answer.value, unit);
  if (answer.greaterThan !== null && answer.greaterThan !== undefined) return `> ${quantity(answer.greaterThan, unit)}`;
  return "no data";
}

/**
 * How an answer differs from the one before, in words: never colour alone.
 * @param {MetricAnswer} answer @param {boolean | null} higherIsBetter
 * @returns {{ text: string, verdict: "better" | "worse" | "same" | "unknown" } | null} null where nothing was compared
 */
export function change(answer, higherIsBetter) {
  const before = answer.previous;
  if (!before) return null;
  const was = figure(before, answer.unit);
  if (answer.value === null || before.value === null || before.value === undefined)
    return { text: was === "no data" ? "no data before" : `before: ${was}`, verdict: "unknown" };
  const now = figure(answer, answer.unit);
  const difference = answer.value - before.value;
  if (difference === 0 || now === was) return { text: `unchanged, ${was} before`, verdict: "same" };
  const size =
    answer.unit === "share" ? `${number(Math.abs(difference) * 100, { maximumFractionDigits: 1 })} points` : quantity(Math.abs(difference), answer.unit);
  const words = answer.unit === "seconds" ? ["longer", "shorter"] : answer.unit === "share" ? ["up", "down"] : ["more", "fewer"];
  const text = answer.unit === "share" ? `${difference > 0 ? words[0] : words[1]} ${size}` : `${size} ${difference > 0 ? words[0] : words[1]}`;
  if (higherIsBetter === null) return { text: `${text}, ${was} before`, verdict: "unknown" };
  const verdict = difference > 0 === higherIsBetter ? "better" : "worse";
  return { text: `${text}, ${verdict}`, verdict };
}

/**
 * An instant in a zone.
 * @param {number | string} instant @param {string} zone @param {Intl.DateTimeFormatOptions} [options]
 */
export function instant(instant, zone, options = { dateStyle: "medium", timeStyle: "short" }) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(typeof instant === "string" ? Date.parse(instant) : instant);
}

/** A period as a reader names it: "12 – 18 Jan 2026". @param {Span} span @param {string} zone */
export function periodName({ from, to }, zone) {
  const clock = (/** @type {number} */ at) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium" }).format(at);
  const days = clock(from) === "00:00:00" && clock(to) === "00:00:00";
  const format = new Intl.DateTimeFormat(
    locale,
    days ? { timeZone: zone, dateStyle: "medium" } : { timeZone: zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  );
  return format.formatRange(from, days ? to - 1 : to);
}

/** How long ago, in one unit. @param {number} milliseconds */
export function ago(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 2) return "now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h ago` : `${number(Math.floor(seconds / 86_400))} d ago`;
}

/**
 * "left out 42: 30 not us, 8 spam, 4 no answer needed"; empty when nothing was.
 * @param {Record<string, number>} reasons
 */
export function leftOut(reasons) {
  const parts = Object.entries(reasons ?? {})
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  if (parts.length === 0) return "";
  if (parts.length === 1) return `left out ${number(parts[0][1])}: ${words(parts[0][0])}`;
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  return `left out ${number(total)}: ${parts.map(([reason, count]) => `${number(count)} ${words(reason)}`).join(", ")}`;
}

/** Monday is 1. @param {number} day @param {"short" | "long"} length */
export const weekday = (day, length) => new Intl.DateTimeFormat(locale, { weekday: length, timeZone: "UTC" }).format(Date.UTC(2024, 0, day));

/** "1 09" is "Mon 09–10". @param {string} key */
export function hourOfWeek(key) {
  const [day, hour] = key.split(" ").map(Number);
  const clock = (/** @type {number} */ at) => String(at).padStart(2, "0");
  return `${weekday(day, "short")} ${clock(hour)}–${clock(hour + 1)}`;
}

/** A language as markup names it; null where it is none: a source may call it anything. @param {string | null | undefined} language */
export const languageTag = (language) => (/^[a-z]{2}$/i.test(language ?? "") ? (language ?? null) : null);

/** A name of the wire as words: `own_first` and `ownFirst` are "own first". @param {string} name */
export const words = (name) => name.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, (_, before, letter) => `${before} ${letter.toLowerCase()}`);
