// What the desk knows: the queue that is shown, what waits behind it, which case is open; and what is done to cases.
import { Problem, get, send } from "../shared/api.js";
import { Files } from "./files.js";
import { Turns } from "./turns.js";
import { takeIn } from "./words.js";

const page = 50;
const most = 200;
const patience = 250;

/** Tells `queue` (the list was drawn anew), `row` (one changed), `waiting`, `counts`, `current`, `chosen`, `state`. */
export class Desk extends EventTarget {
  view = "needs_answer";
  query = "";
  /** @type {CaseRow[]} */
  rows = [];
  /** New ones, which wait until they are asked for. @type {CaseRow[]} */
  waiting = [];
  /** Those that are shown and no longer in the queue, with the reason. @type {Map<number, string>} */
  gone = new Map();
  /** Those that were put away here: what was asked before does not bring them back. @type {Set<number>} */
  #away = new Set();
  /** @type {Record<string, number>} */
  counts = {};
  /** @type {SavedView[]} */
  saved = [];
  /** @type {TriageView | null} */
  about = null;
  /** @type {string | null} */
  next = null;
  /** @type {number | null} */
  current = null;
  /** @type {Set<number>} */
  chosen = new Set();
  /** @type {Problem | null} */
  fault = null;
  loaded = false;
  files = new Files();
  #turns = new Turns();
  /** Grows with every question, so that an old answer changes nothing. */
  #asked = 0;
  /** Grows with everything done here: what was asked before it is older than what is shown. */
  #done = 0;
  /** @type {Promise<void> | null} */
  #loading = null;
  /** @type {Promise<void> | null} */
  #fetching = null;

  /** @param {string} name @param {unknown} [detail] */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @param {number | null} id @returns {CaseRow | undefined} */
  row(id) {
    return this.rows.find((row) => row.case.id === id);
  }

  /** The rows that are chosen. One that left by itself may come back, and is then chosen as before. */
  get picked() {
    return this.live.filter((row) => this.chosen.has(row.case.id));
  }

  /** The rows that can still be worked on. */
  get live() {
    return this.rows.filter((row) => !this.gone.has(row.case.id));
  }

  /** Shows a queue from its beginning. @param {string} view @param {string} query */
  async open(view, query) {
    [this.view, this.query, this.loaded] = [view, query, false];
    this.chosen.clear();
    this.tell("queue");
    await this.load();
  }

  /** Asks for the queue anew and shows it in the order of now; the old rows stay where that fails. */
  async load() {
    const loading = this.#load();
    this.#loading = loading;
    await loading;
    if (this.#loading === loading) this.#loading = null;
  }

  async #load() {
    const asked = ++this.#asked;
    try {
      const answer = await this.#read(null, Math.min(most, Math.max(page, this.rows.length)));
      if (asked !== this.#asked) return;
      [this.rows, this.next, this.waiting, this.fault, this.loaded] = [answer.items, answer.nextCursor, [], null, true];
      this.gone.clear();
      this.#away.clear();
      this.#count(answer);
      for (const id of [...this.chosen]) if (!this.row(id)) this.chosen.delete(id);
      if (!this.row(this.current)) this.choose(this.rows[0]?.case.id ?? null);
      this.tell("queue");
      this.#ahead();
    } catch (problem) {
      this.#failed(problem, asked);
    }
  }

  /** Looks what is new, and moves nothing. @returns {Promise<void>} */
  async look() {
    // A look that overtakes would throw away what is on its way, and who waits for that would go on too early.
    if (this.#loading) return this.#loading;
    if (!this.loaded) return this.load();
    const [asked, done] = [++this.#asked, this.#done];
    try {
      const answer = await this.#read(null, Math.min(most, Math.max(page, this.rows.length)));
      if (asked !== this.#asked) return;
      // It may not know yet what was done meanwhile; who works fast is not asked for at every stroke.
      if (done !== this.#done) return new Promise((then) => setTimeout(then, patience)).then(() => this.look());
      const { rows, changed, gone, waiting } = takeIn(this.rows, answer.items, answer.nextCursor === null, this.next !== null);
      [this.rows, this.fault] = [rows, null];
      for (const id of changed) {
        this.files.forget(id, this.row(id)?.case.version);
        this.tell("row", id);
      }
      for (const id of [...this.gone.keys()]) if (!this.#away.has(id) && answer.items.some((row) => row.case.id === id)) this.#back(id);
      for (const id of gone) if (!this.gone.has(id)) this.#leave(id, "no longer in this queue");
      this.#count(answer);
      this.waiting = waiting;
      if (this.live.length === 0) await this.load();
      else this.tell("waiting");
      this.tell("state");
    } catch (problem) {
      this.#failed(problem, asked);
    }
  }

  /** The next page; looks for what is new do not stop it. */
  more() {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetch() {
    const { next, view, query } = this;
    if (!next) return;
    try {
      const answer = await this.#read(next, page);
      // Meanwhile another queue was opened, or this one from its beginning.
      if (this.next !== next || this.view !== view || this.query !== query) return;
      const known = new Set(this.rows.map((row) => row.case.id));
      this.rows = [...this.rows, ...answer.items.filter((row) => !known.has(row.case.id))];
      this.next = answer.nextCursor;
      this.tell("more");
    } catch (problem) {
      this.#failed(problem, this.#asked);
    }
  }

  /** Opens a case and gets what comes after it. @param {number | null} id */
  choose(id) {
    if (id === this.current) return;
    this.current = id;
    this.tell("current");
    this.#ahead();
  }

  /** Puts a case that an address names in front of the queue, where it is not in it. @param {number} id */
  async bring(id) {
    if (this.row(id)) return;
    const detail = /** @type {CaseDetail} */ (await get(`cases/${id}`));
    this.rows = [detail, ...this.rows];
    this.tell("queue");
  }

  /** The row that comes after one, or before it at the end. @param {number} id @returns {number | null} */
  after(id) {
    const at = this.rows.findIndex((row) => row.case.id === id);
    const free = (/** @type {CaseRow} */ row) => row.case.id !== id && !this.gone.has(row.case.id);
    return (this.rows.slice(at + 1).find(free) ?? this.rows.slice(0, Math.max(0, at)).findLast(free))?.case.id ?? null;
  }

  /** Takes a row out of the queue where it stands: dimmed, until the queue is drawn anew. @param {number} id @param {string} why */
  put(id, why) {
    this.#away.add(id);
    this.chosen.delete(id);
    this.#leave(id, why);
  }

  /** Whether it was put away here, and has not come back. @param {number} id */
  away(id) {
    return this.#away.has(id);
  }

  /** Takes that back. @param {number} id */
  back(id) {
    this.#back(id);
  }

  /**
   * Does something to a case as it was seen.
   * @param {number} id @param {string} action below the case's address @param {unknown} [body] @param {number | null} [seen] the version that was seen; null where it does not matter
   * @returns {Promise<CaseRow>} as it stands then; throws a Problem with `told.present` where it stands otherwise
   */
  async act(id, action, body, seen = this.row(id)?.case.version) {
    return this.#turns.act(id, action, body, seen ?? null, (version, now) => {
      if (version !== null) this.stepped(id, version, now.case.version);
      this.replace(now);
    });
  }

  /** One's own change took a case from one version to another. @param {number} id @param {number} from @param {number} to */
  stepped(id, from, to) {
    this.#done++;
    this.#turns.stepped(id, from, to);
  }

  /** Takes a case as it stands now. @param {CaseRow} now */
  replace(now) {
    const before = this.row(now.case.id);
    if (before && before.case.version <= now.case.version) {
      this.rows = this.rows.map((row) => (row === before ? { ...row, ...now } : row));
      this.tell("row", now.case.id);
    }
    this.files.forget(now.case.id, now.case.version);
  }

  /** Somebody came to a case or left it. @param {number} id @param {Presence[]} presence */
  attend(id, presence) {
    if (!this.row(id)) return;
    this.rows = this.rows.map((row) => (row.case.id === id ? { ...row, presence } : row));
    this.tell("row", id);
  }

  /** What is told beside cases. */
  async inquire() {
    this.about = /** @type {TriageView} */ (await get("triage"));
    try {
      this.saved = /** @type {{ items: SavedView[] }} */ (await get("views")).items;
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 404)) throw problem;
    }
    this.tell("counts");
  }

  /** @param {string} name @param {string} query */
  async keep(name, query) {
    await send("POST", "views", { name, query });
    await this.inquire();
  }

  /** @param {SavedView} view */
  async drop(view) {
    await send("DELETE", `views/${encodeURIComponent(String(view.id))}`);
    await this.inquire();
  }

  /** @param {string | null} cursor @param {number} limit @returns {Promise<CasePage>} */
  #read(cursor, limit) {
    return get("cases", { view: this.view, q: this.query, cursor, limit });
  }

  /** @param {CasePage} answer */
  #count(answer) {
    this.counts = answer.counts;
    this.tell("counts");
  }

  /** @param {number} id @param {string} why */
  #leave(id, why) {
    this.gone.set(id, why);
    this.tell("row", id);
    if (this.chosen.has(id)) this.tell("chosen");
  }

  /** @param {number} id */
  #back(id) {
    this.#done++;
    this.#away.delete(id);
    if (!this.gone.delete(id)) return;
    this.tell("row", id);
    if (this.chosen.has(id)) this.tell("chosen");
  }

  // The next cases are there before they are asked for.
  #ahead() {
    const at = this.rows.findIndex((row) => row.case.id === this.current);
    this.files.ahead(this.rows.slice(Math.max(0, at)).filter((row) => row.case.id === this.current || !this.gone.has(row.case.id)));
  }

  /** @param {unknown} problem @param {number} asked */
  #failed(problem, asked) {
    if (!(problem instanceof Problem)) throw problem;
    if (asked !== this.#asked) return;
    this.fault = problem;
    // The old rows stay.
    if (!this.loaded && this.rows.length > 0) {
      this.loaded = true;
      this.tell("queue");
    }
    this.tell("state");
  }
}
