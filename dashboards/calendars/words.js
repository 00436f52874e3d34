// Hours, holidays and durations as people write them, and back.

export const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** @typedef {{ day: string, from: string, to: string }} Hours */
/** @typedef {{ day: string, name: string }} Holiday */

/**
 * The stretches of a day: "09:00–12:00, 13:00–17:00".
 * @param {Hours[]} hours @param {string} day
 */
export function written(hours, day) {
  return hours
    .filter((one) => one.day === day)
    .map((one) => `${one.from}–${one.to}`)
    .join(", ");
}

/**
 * @param {string} text @param {string} day
 * @returns {Hours[] | null} null where it cannot be read
 */
export function read(text, day) {
  const found = [];
  for (const part of text.split(",").map((piece) => piece.trim()).filter(Boolean)) {
    const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?$/.exec(part);
    if (!match) return null;
    found.push({ day, from: `${match[1].padStart(2, "0")}:${match[2] ?? "00"}`, to: `${match[3].padStart(2, "0")}:${match[4] ?? "00"}` });
  }
  return found;
}

/** @param {Holiday[]} holidays */
export function lines(holidays) {
  return holidays.map((one) => `${one.day} ${one.name}`.trim()).join("\n");
}

/**
 * @param {string} text a day a line, its name behind it
 * @returns {{ holidays: Holiday[], wrong: string | null }} the first line that cannot be read
 */
export function holidaysOf(text) {
  /** @type {Map<string, Holiday>} */
  const found = new Map();
  for (const line of text.split("\n").map((one) => one.trim()).filter(Boolean)) {
    const match = /^(\d{4}-\d{2}-\d{2})(?:\s+(.*))?$/.exec(line);
    if (!match || Number.isNaN(Date.parse(`${match[1]}T00:00Z`))) return { holidays: [], wrong: line };
    if (!found.has(match[1])) found.set(match[1], { day: match[1], name: match[2] ?? "" });
  }
  return { holidays: [...found.values()].sort((one, other) => one.day.localeCompare(other.day)), wrong: null };
}

/** @param {number | null | undefined} seconds */
export function duration(seconds) {
  if (!seconds) return "";
  for (const [unit, length] of /** @type {[string, number][]} */ ([["d", 86400], ["h", 3600], ["m", 60]])) if (seconds % length === 0) return `${seconds / length}${unit}`;
  return `${seconds}s`;
}

/**
 * @param {string} text "90m", "1h", "2d"
 * @returns {number | null | undefined} seconds, undefined where nothing is written, null where it cannot be read
 */
export function secondsOf(text) {
  if (text.trim() === "") return undefined;
  const match = /^(\d+)\s*([smhd])$/.exec(text.trim().toLowerCase());
  return match ? Number(match[1]) * { s: 1, m: 60, h: 3600, d: 86400 }[/** @type {"s" | "m" | "h" | "d"} */ (match[2])] : null;
}
