// From one day to another, both included, in the reporting zone.
import { el, icon } from "./element.js";
import { place } from "./keys.js";
import { spanOf } from "./period.js";
import { dateOf } from "./zone.js";

/**
 * @param {import("./address.js").Address} address
 * @param {string} zone
 */
export function customPeriod(address, zone) {
  const from = el("input", { type: "date", required: true });
  const to = el("input", { type: "date", required: true });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const form = el(
    "form",
    { onsubmit: apply },
    el("label", {}, "From", from),
    el("label", {}, "To, included", to),
    wrong,
    el("button", { class: "primary", type: "submit" }, "Show"),
  );
  const menu = el("div", { class: "menu", popover: "auto", role: "dialog", "aria-label": "Period" }, form);
  const button = el("button", { class: "control", type: "button", "aria-haspopup": "dialog", onclick: open }, icon("calendar"), "Dates");

  function open() {
    const shown = spanOf(address.choice, Date.now(), zone, "monday");
    from.value = dateOf(shown.from, zone);
    to.value = dateOf(shown.to - 1, zone);
    wrong.textContent = "";
    menu.togglePopover();
    place(menu, button);
    if (menu.matches(":popover-open")) from.focus();
  }

  /** @param {Event} event */
  function apply(event) {
    event.preventDefault();
    try {
      spanOf({ period: null, from: from.value, to: to.value }, Date.now(), zone, "monday");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      wrong.textContent = error.message;
      return;
    }
    menu.hidePopover();
    address.change({ period: null, from: from.value, to: to.value });
    button.focus();
  }

  return {
    element: [button, menu],
    paint: () => button.setAttribute("aria-pressed", String(Boolean(address.choice.from))),
  };
}
