// Single keys. They can be switched off, and never act inside a field.
import { el, icon } from "./element.js";

const stored = "listening.keys";
/** @type {Map<string, { says: string, act: () => void }>} */
const keys = new Map();

/**
 * @param {string} key @param {string} says what it does, for the help @param {() => void} act
 */
export function onKey(key, says, act) {
  keys.set(key, { says, act });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(stored) === "off") return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]")) return;
  const known = keys.get(event.key);
  if (!known) return;
  event.preventDefault();
  known.act();
});

/** The button that lists the keys and can switch them off. */
export function keyHelp() {
  const list = el("dl");
  const menu = el("div", { class: "menu keys", popover: "auto", role: "dialog", "aria-label": "Keys" });
  const box = el("input", { type: "checkbox", onchange: () => (box.checked ? localStorage.removeItem(stored) : localStorage.setItem(stored, "off")) });
  menu.append(list, el("label", {}, box, " Single keys act"));
  const button = el("button", { class: "control bare square", type: "button", "aria-label": "Keys", title: "Keys", onclick: open }, icon("help"));
  onKey("?", "this help", open);
  function open() {
    box.checked = localStorage.getItem(stored) !== "off";
    list.replaceChildren(
      ...[...keys].flatMap(([key, { says }]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, says)]),
      el("dt", {}, el("kbd", {}, "Esc")),
      el("dd", {}, "close"),
    );
    menu.togglePopover();
    place(menu, button);
  }
  return [button, menu];
}

/**
 * Puts a floating thing beneath what it belongs to, inside the window.
 * @param {HTMLElement} floating @param {Element} anchor
 */
export function place(floating, anchor) {
  const { left, bottom, top } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  floating.style.left = `${Math.max(12, Math.min(left, document.documentElement.clientWidth - width - 12))}px`;
  floating.style.top = `${bottom + 6 + height > innerHeight ? Math.max(12, top - height - 6) : bottom + 6}px`;
}
