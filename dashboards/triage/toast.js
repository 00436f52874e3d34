// What was just done, for some seconds, with the way back.
import { el } from "../shared/element.js";

const seconds = 5;
const region = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
/** @type {{ undo: () => unknown, close: () => void } | null} */
let last = null;

/** Where toasts stand. */
export const toasts = region;

/**
 * @param {string} says @param {(() => unknown) | null} [undo] @param {{ bad?: boolean, button?: string }} [how]
 */
export function toast(says, undo = null, { bad = false, button = "Undo" } = {}) {
  const box = el("div", { class: bad ? "toast bad" : "toast" }, el("span", {}, says));
  const close = () => {
    clearTimeout(timer);
    box.remove();
    if (last?.close === close) last = null;
  };
  const timer = setTimeout(close, (bad ? 2 : 1) * seconds * 1000);
  if (undo) {
    const back = () => {
      close();
      undo();
    };
    box.append(el("button", { class: "control", type: "button", onclick: back }, button, button === "Undo" && el("kbd", {}, "z")));
    last?.close();
    last = { undo: back, close };
  }
  if (bad) box.append(el("button", { class: "control", type: "button", onclick: close }, "Close"));
  region.append(box);
  while (region.children.length > 3) region.firstElementChild?.remove();
  return close;
}

/** Takes the last thing back, while that can be. */
export function undoLast() {
  last?.undo();
}
