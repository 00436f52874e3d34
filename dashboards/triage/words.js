// What a row says, in words and shapes; nothing here knows the page.
import { ago, duration, number } from "../shared/format.js";
import { postName } from "../shared/post-name.js";

/** @type {Record<string, { shape: string, word: string }>} */
const sentiments = { negative: { shape: "▼", word: "negative" }, neutral: { shape: "■", word: "neutral" }, positive: { shape: "▲", word: "positive" } };

/** A tone as word and shape; null where nothing sorted it. @param {string} sentiment */
export const toneOf = (sentiment) => sentiments[sentiment] ?? null;

/**
 * "due in 6 min", "late 4 min", "answered 3 min ago", "put off until …" is the caller's.
 * @param {Case} one @param {number} now
 * @returns {{ says: string, tone: "late" | "soon" | "calm" | "done" }}
 */
export function clockOf(one, now) {
  if (one.resolvedAt) return { says: "resolved", tone: "done" };
  if (one.answeredAt) return { says: `answered after ${whole((Date.parse(one.answeredAt) - Date.parse(one.openedAt)) / 1000)}`, tone: "done" };
  if (!one.waiting) return { says: "no longer waiting", tone: "done" };
  const left = (Date.parse(one.due) - now) / 1000;
  if (left < 0) return { says: `late ${whole(-left)}`, tone: "late" };
  return { says: `due in ${whole(left)}`, tone: left < 900 ? "soon" : "calm" };
}

/** A length of time in whole minutes, as a clock that is glanced at: never "4 min 12 s". @param {number} seconds */
function whole(seconds) {
  if (seconds < 60) return "under 1 min";
  return duration(Math.floor(seconds / 60) * 60);
}

/** How long it has stood in public. @param {Case} one @param {number} now */
export const ageOf = (one, now) => ago(now - Date.parse(one.openedAt)).replace(" ago", " in public").replace(/^now$/, "just now");

/** "12K followers"; empty when unknown. @param {number | null | undefined} followers */
export const reachOf = (followers) =>
  followers === null || followers === undefined ? "" : `${number(followers, { notation: followers < 10_000 ? "standard" : "compact", maximumFractionDigits: 1 })} followers`;

/** The first line of a text, with the handles it begins with left out: they say who is spoken to, not what. @param {string} text */
export function firstLine(text) {
  const rest = text.replace(/^(\s*[@.]\S+)+\s+/, "");
  return (rest.trim() === "" ? text : rest).split(/\r?\n/).find((line) => line.trim() !== "") ?? "(deleted)";
}

/** Who somebody is among colleagues: "you", a name, or the address as it is. @param {string} person @param {TriageView | null} desk */
export function nameOf(person, desk) {
  if (desk && person === desk.me) return "you";
  return desk?.colleagues.find(({ address }) => address === person)?.name ?? person.replace(/@.*$/, "");
}

/**
 * Takes a fresh page in without moving anything that is shown: what is shown is changed in place or is gone, what is new waits. Both lists are in the queue's
 * order; beyond the end of the fresh page nothing is known.
 * @param {CaseRow[]} shown @param {CaseRow[]} fresh @param {boolean} whole whether `fresh` is all there is @param {boolean} more whether what is shown goes on
 * @returns {{ rows: CaseRow[], changed: number[], gone: number[], waiting: CaseRow[] }}
 */
export function takeIn(shown, fresh, whole, more) {
  const now = new Map(fresh.map((row) => [row.case.id, row]));
  const known = new Set(shown.map((row) => row.case.id));
  const end = shown.findLastIndex((row) => now.has(row.case.id));
  const last = fresh.findLastIndex((row) => known.has(row.case.id));
  /** @type {number[]} */
  const changed = [];
  /** @type {number[]} */
  const gone = [];
  const rows = shown.map((row, at) => {
    const next = now.get(row.case.id);
    if (next) {
      // What was asked before something was done here is older than what is known.
      if (next.case.version < row.case.version || JSON.stringify(next) === JSON.stringify(row)) return row;
      changed.push(row.case.id);
      return next;
    }
    if (whole || at < end) gone.push(row.case.id);
    return row;
  });
  // Beneath the end of what is shown they come with "more".
  return { rows, changed, gone, waiting: fresh.filter((row, at) => !known.has(row.case.id) && (!more || at < last)) };
}

const address = /https?:\/\/\S+/g;

/**
 * How long a text is for a network: `graphemes`, `short_links` (as Mastodon: an address is 23, a handle without its server), `weighted` (as X), else code points.
 * The server counts again; this is what a writer sees.
 * @param {string} text @param {string | null | undefined} counts
 */
export function lengthOf(text, counts) {
  const links = (text.match(address) ?? []).length * 23;
  if (counts === "graphemes") return graphemes(text).length;
  if (counts === "short_links") return links + graphemes(text.replace(address, "").replace(/(@[\w.-]+)@[\w.-]+/g, "$1")).length;
  if (counts === "weighted") return links + graphemes(text.replace(address, "")).reduce((sum, each) => sum + weight(each), 0);
  return [...text].length;
}

/** @param {string} text */
const graphemes = (text) => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

/** An emoji is two, however it is made; so is what is not of the European scripts (docs.x.com/fundamentals/counting-characters). @param {string} grapheme */
function weight(grapheme) {
  if (/\p{Extended_Pictographic}/u.test(grapheme)) return 2;
  const light = (/** @type {number} */ code) => code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);
  return [...grapheme].reduce((sum, each) => sum + (light(each.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

/** What a thread has that was not there when it was seen, wherever its instant puts it: a slow source brings old posts late. @param {StoredPost[]} posts @param {Set<string>} seen names of posts */
export const unseen = (posts, seen) => posts.filter(({ identity }) => !seen.has(postName(identity.source, identity.id)));
