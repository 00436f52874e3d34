// "Learning the baseline: day 1 of 28", as long as that is so.
import { el } from "./element.js";

/** @param {Session} session @returns {HTMLElement | null} */
export const learningStrip = ({ learning }) =>
  learning ? el("p", { class: "learning" }, `Learning the baseline: day ${learning.day} of ${learning.of}; fixed thresholds until then.`) : null;
