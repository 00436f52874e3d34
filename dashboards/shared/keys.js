// Single keys. They can be switched off, and never act inside a field.
import { el, icon } from "./element.js";

const stored = "listening.keys";
const patience = 1500;
const fields = "input:not([type=checkbox], [type=radio], [type=button]), select, textarea, [contenteditable]";
/** @type {Map<string, { says: string, act: () => unknown, spare: string }>} */
const keys = new Map();
/** What others listen to, told in the help alone. @type {Map<string, string>} */
const told = new Map();
let begun = "";
let forget = 0;

/**
 * @param {string} key one, or two with a space between them: `g t` @param {string} says what it does, for the help @param {() => unknown} act
 * @param {string} [spare] what keeps the key for itself while it has the focus, as a selector
 */
export function onKey(key, says, act, spare = "") {
  keys.set(key, { says, act, spare });
}

/** @param {string} key with spaces between what is pressed together @param {string} says */
export function tellKey(key, says) {
  told.set(key, says);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(stored) === "off") return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest(fields) || document.querySelector("dialog[open]")) return;
  const typed = begun && keys.has(`${begun} ${event.key}`) ? `${begun} ${event.key}` : event.key;
  begun = "";
  const known = keys.get(typed);
  if (known) {
    if (known.spare && target.closest(known.spare)) return;
    event.preventDefault();
    known.act();
  } else if ([...keys.keys()].some((key) => key.startsWith(`${typed} `))) {
    event.preventDefault();
    begun = typed;
    clearTimeout(forget);
    forget = window.setTimeout(() => (begun = ""), patience);
  }
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
      ...[...keys].flatMap(([key, { says }]) => [el("dt", {}, key.split(" ").map((each) => [el("kbd", {}, each), " "])), el("dd", {}, says)]),
      ...[...told].flatMap(([key, says]) => [el("dt", {}, key.split(" ").map((each) => [el("kbd", {}, each), " "])), el("dd", {}, says)]),
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
