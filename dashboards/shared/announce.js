// One polite live region for the whole page; short sentences, never a stream of figures.
import { el } from "./element.js";

const region = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
document.body.append(region);

/** @param {string} sentence */
export function announce(sentence) {
  region.textContent = sentence;
}
