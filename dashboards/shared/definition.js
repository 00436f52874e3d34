// What a figure means, from the catalogue, on hover and on focus.
import { el } from "./element.js";
import { place } from "./keys.js";

const box = el("div", { class: "definition", popover: "manual", role: "tooltip", id: "definition" });
document.body.append(box);
let timer = 0;

/**
 * @param {HTMLElement} anchor
 * @param {() => MetricDefinition[]} definitions
 */
export function defines(anchor, definitions) {
  const show = () => {
    const known = definitions();
    if (known.length === 0) return;
    box.replaceChildren(
      ...known.flatMap(({ title, definition, cohort }, index) => [
        el("strong", {}, title),
        el("p", {}, definition),
        index === 0 && cohort ? el("p", {}, cohort) : "",
      ]),
    );
    box.showPopover();
    place(box, anchor);
    anchor.setAttribute("aria-describedby", box.id);
  };
  const hide = () => {
    clearTimeout(timer);
    if (box.matches(":popover-open")) box.hidePopover();
    anchor.removeAttribute("aria-describedby");
  };
  anchor.addEventListener("pointerenter", () => (timer = window.setTimeout(show, 180)));
  anchor.addEventListener("pointerleave", hide);
  anchor.addEventListener("focus", () => anchor.matches(":focus-visible") && show());
  anchor.addEventListener("blur", hide);
  anchor.addEventListener("click", show);
  anchor.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
