// Cases with their threads, kept for a while so that the next one is there at once.
import { Problem, get } from "../shared/api.js";

const most = 80;
/** How many are asked for at once, and how near the end of what is there lies when more is asked for. */
const [deep, near] = [12, 6];
/** What was fetched ahead so long ago, in ms, is looked at again when it is opened. */
const fresh = 15_000;

/** @typedef {{ version: number, made: Promise<CaseFile>, file: CaseFile | null, at: number }} Entry */

export class Files {
  /** @type {Map<number, Entry>} */
  #kept = new Map();
  /** What this server has not; asked for once. @type {Set<string>} */
  #absent = new Set();

  /** What is there already, if it is as new as the row. @param {CaseRow} row */
  known(row) {
    return this.#entry(row)?.file ?? null;
  }

  /** Whether it was read some time ago: a post that comes into a thread need not change its case. @param {CaseRow} row */
  old(row) {
    return Date.now() - (this.#entry(row)?.at ?? 0) > fresh;
  }

  /** @param {CaseRow} row @param {{ anew?: boolean }} [how] @returns {Promise<CaseFile>} */
  read(row, { anew = false } = {}) {
    return (anew ? undefined : this.#entry(row)?.made) ?? this.#ask([row])[0];
  }

  /** Gets those that are not there, many with one question: that costs the server little more than one. @param {CaseRow[]} rows what comes next, the next first */
  ahead(rows) {
    const lacking = rows.slice(0, deep).filter((row) => !this.#entry(row));
    if (lacking.length > 0 && rows.indexOf(lacking[0]) < near) for (const made of this.#ask(lacking)) made.catch(() => {});
  }

  /** @param {number} id @param {number} [version] kept where it is as new as this */
  forget(id, version) {
    const kept = this.#kept.get(id);
    if (kept && (version === undefined || kept.version < version)) this.#kept.delete(id);
  }

  /** Something of a case that a server may not have: null then. @template T @param {string} part @param {string} path @returns {Promise<T | null>} */
  async maybe(part, path) {
    if (this.#absent.has(part)) return null;
    try {
      return await get(path);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
      // A case that is not there says so in words; what has no such part knows no address of it.
      if (!problem.told.type?.toString().startsWith("urn:listening")) this.#absent.add(part);
      return null;
    }
  }

  /** @param {CaseRow} row @returns {Entry | undefined} */
  #entry(row) {
    const kept = this.#kept.get(row.case.id);
    return kept && kept.version >= row.case.version ? kept : undefined;
  }

  /** @param {CaseRow[]} rows @returns {Promise<CaseFile>[]} one for each */
  #ask(rows) {
    /** @type {Promise<{ items: CaseFileAnswer[] }>} */
    const answer = get("cases/files", { ids: rows.map((row) => row.case.id).join(",") });
    const made = rows.map((row) => {
      const { id, version } = row.case;
      /** @type {Entry} */
      const entry = { version, made: answer.then(({ items }) => fileOf(items.find((item) => item.id === id))), file: null, at: Date.now() };
      this.#kept.delete(id);
      this.#kept.set(id, entry);
      entry.made.then(
        (file) => (entry.file = file),
        () => this.#kept.get(id) === entry && this.#kept.delete(id),
      );
      return entry.made;
    });
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(id);
    }
    return made;
  }
}

/** @param {CaseFileAnswer | undefined} told @returns {CaseFile} */
function fileOf(told) {
  if (!told) throw new Problem(404, { detail: "The case is not there any more." });
  return { version: told.detail.case.version, detail: told.detail, talk: told.conversation, post: told.post, composer: told.composer };
}
