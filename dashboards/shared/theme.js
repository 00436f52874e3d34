// Light or dark: the system's wish until a person says otherwise in this browser.
import { el, icon } from "./element.js";

const stored = "listening.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Told on window whenever colours change, for what is drawn rather than styled. */
export const themeChanged = "listening:theme";

/** @param {string} theme */
function show(theme) {
  document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event(themeChanged));
}

dark.addEventListener("change", () => {
  if (!localStorage.getItem(stored)) show(dark.matches ? "dark" : "light");
});

/** The switch between light and dark. */
export function themeSwitch() {
  const button = el("button", { class: "control bare square", type: "button", onclick: turn });
  const paint = () => {
    const isDark = document.documentElement.dataset.theme === "dark";
    button.replaceChildren(icon(isDark ? "sun" : "moon"));
    button.setAttribute("aria-label", isDark ? "Use light colours" : "Use dark colours");
    button.title = isDark ? "Light" : "Dark";
  };
  window.addEventListener(themeChanged, paint);
  paint();
  return button;
}

function turn() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  if (next === (dark.matches ? "dark" : "light")) localStorage.removeItem(stored);
  else localStorage.setItem(stored, next);
  show(next);
}
