// Small forms: labelled fields, a button, and what went wrong beside it.
import { Problem } from "./api.js";
import { el } from "./element.js";

let count = 0;

/**
 * A labelled field.
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input
 * @param {string} [hint]
 */
export function field(label, input, hint) {
  input.id = `field-${++count}`;
  if (hint) input.setAttribute("aria-describedby", `${input.id}-hint`);
  return el("div", { class: "field" }, el("label", { for: input.id }, label), input, hint && el("p", { class: "hint", id: `${input.id}-hint` }, hint));
}

/**
 * @param {string} button what it does
 * @param {HTMLElement[]} fields
 * @param {() => Promise<void>} act throws a Problem where it cannot be done
 */
export function form(button, fields, act) {
  const fault = el("p", { class: "wrong", role: "alert", hidden: true });
  const submit = el("button", { class: "primary", type: "submit" }, button);
  /** @param {SubmitEvent} event */
  async function go(event) {
    event.preventDefault();
    // Not disabled: that would take the focus away from who pressed it.
    if (submit.getAttribute("aria-disabled") === "true") return;
    fault.hidden = true;
    submit.setAttribute("aria-disabled", "true");
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      fault.hidden = false;
      fault.textContent = problem.message;
    } finally {
      submit.removeAttribute("aria-disabled");
    }
  }
  return el("form", { class: "small-form", onsubmit: go }, fields, el("div", { class: "field" }, submit), fault);
}

/** @param {[string, string][]} choices value and words @param {string} [chosen] */
export function select(choices, chosen) {
  const box = el(
    "select",
    { class: "control" },
    choices.map(([value, words]) => el("option", { value }, words)),
  );
  if (chosen) box.value = chosen;
  return box;
}

/**
 * What is shown only once: a link, a key, codes. It stays until it is closed.
 * @param {string} title @param {string} says @param {string} secret lines that may be copied
 */
export function once(title, says, secret) {
  // Where the person was comes back when it closes, unless that is gone: then the part of the page it stood in.
  const before = document.activeElement;
  const copy = el("button", { class: "control", type: "button", onclick: take }, "Copy");
  const box = el(
    "section",
    { class: "once", tabindex: "-1", "aria-label": title },
    el("h3", {}, title),
    el("p", {}, says),
    el("pre", { tabindex: "0", role: "group", "aria-label": title }, secret),
    el("div", { class: "actions" }, copy, el("button", { class: "control", type: "button", onclick: close }, "Close")),
  );
  function close() {
    const part = box.closest("section.panel, main");
    box.remove();
    const back = [before, part].find((each) => each instanceof HTMLElement && each.isConnected && each !== document.body);
    if (!(back instanceof HTMLElement)) return;
    if (back === part) back.tabIndex = -1;
    back.focus();
  }
  async function take() {
    // Over plain http from another machine browsers keep the clipboard shut.
    if (navigator.clipboard) await navigator.clipboard.writeText(secret);
    else window.prompt("Copy this", secret);
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy"), 1600);
  }
  requestAnimationFrame(() => box.focus());
  return box;
}

/**
 * Asks before what cannot be undone. Resolves to whether it may happen.
 * @param {string} question @param {string} yes
 * @returns {Promise<boolean>}
 */
export function ask(question, yes) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "ask", "aria-label": question },
      el("p", {}, question),
      el(
        "form",
        { method: "dialog", class: "actions" },
        el("button", { class: "control", value: "no", autofocus: true }, "Cancel"),
        el("button", { class: "primary", value: "yes" }, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
