// What is done to cases from here: one thing after the other for each, each upon what the one before it made.
import { request } from "../shared/api.js";

export class Turns {
  /** What is being done to a case. @type {Map<number, Promise<CaseRow>>} */
  #busy = new Map();
  /** From which version one's own changes led to which. @type {Map<string, number>} */
  #steps = new Map();

  /**
   * @param {number} id @param {string} action below the case's address @param {unknown} body @param {number | null} seen the version that was seen; null where it does not matter
   * @param {(version: number | null, now: CaseRow) => void} took is told from which version the case came to stand as it does
   * @returns {Promise<CaseRow>} as it stands then; throws a Problem with `told.present` where it stands otherwise
   */
  act(id, action, body, seen, took) {
    // One after the other: what was seen is then what one's own change before it made of it.
    const before = this.#busy.get(id);
    const act = (async () => {
      await before?.catch(() => {});
      const version = seen === null ? null : this.#own(id, seen);
      const response = await request("POST", `cases/${id}/${action}`, body, version === null ? {} : { "If-Match": `"${version}"` });
      const now = /** @type {CaseRow} */ (await response.json());
      if (now?.case) took(version, now);
      return now;
    })();
    this.#busy.set(id, act);
    return act;
  }

  /** One's own change took a case from one version to another. @param {number} id @param {number} from @param {number} to */
  stepped(id, from, to) {
    if (to > from) this.#steps.set(`${id} ${from}`, to);
  }

  /** The version that one's own changes made of one that was seen. @param {number} id @param {number} seen */
  #own(id, seen) {
    let version = seen;
    for (let next = this.#steps.get(`${id} ${version}`); next !== undefined; next = this.#steps.get(`${id} ${version}`)) version = next;
    return version;
  }
}
