// Cases with their threads, kept for a while so that the next one is there at once.
import { Problem, get } from "../shared/api.js";

const most = 60;

export class Files {
  /** @type {Map<number, { version: number, made: Promise<CaseFile>, file: CaseFile | null }>} */
  #kept = new Map();
  /** What this server has not; asked for once. @type {Set<string>} */
  #absent = new Set();

  /** What is there already, if it is as new as the row. @param {CaseRow} row */
  known(row) {
    const kept = this.#kept.get(row.case.id);
    return kept && kept.version >= row.case.version ? kept.file : null;
  }

  /** @param {CaseRow} row @param {{ anew?: boolean }} [how] @returns {Promise<CaseFile>} */
  read(row, { anew = false } = {}) {
    const kept = this.#kept.get(row.case.id);
    if (kept && !anew && kept.version >= row.case.version) return kept.made;
    const entry = { version: row.case.version, made: this.#make(row), file: /** @type {CaseFile | null} */ (null) };
    this.#kept.delete(row.case.id);
    this.#kept.set(row.case.id, entry);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(id);
    }
    entry.made.then(
      (file) => (entry.file = file),
      () => this.#kept.get(row.case.id) === entry && this.#kept.delete(row.case.id),
    );
    return entry.made;
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

  /** @param {CaseRow} row @returns {Promise<CaseFile>} */
  async #make(row) {
    const { id, source, postId } = row.case;
    const post = `${encodeURIComponent(source)}/${encodeURIComponent(postId)}`;
    const [detail, talk, told, composer] = await Promise.all([
      /** @type {Promise<CaseDetail>} */ (get(`cases/${id}`)),
      /** @type {Promise<ConversationView | null>} */ (this.maybe(`conversation ${id}`, `conversations/${post}`)),
      /** @type {Promise<PostAnswer | null>} */ (this.maybe(`post ${id}`, `posts/${post}`)),
      /** @type {Promise<Composer | null>} */ (this.maybe("composer", `cases/${id}/composer`)),
    ]);
    return { version: detail.case.version, detail, talk, post: told, composer };
  }
}
