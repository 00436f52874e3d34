// A list of short texts, one a row: handles by source, or terms. Faults stand under their row, with the place marked.
import { el, icon } from "../shared/element.js";

/**
 * @typedef {{ element: HTMLElement, inputs: HTMLInputElement[], read(): string, show(fault: RegistryFault | null): void }} Row
 */

/**
 * @param {{ label: string, hint: string, add: string, handle?: boolean, values: string[], brand(): string, changed(): void }} options
 */
export function entries({ label, hint, add, handle, values, brand, changed }) {
  /** @type {Row[]} */
  let rows = [];
  /** @type {Row[]} the rows that the last reading gave, in its order */
  let given = [];
  const list = el("div", { class: "entry-rows" });
  const more = el("button", { class: "control", type: "button", onclick: () => append("", true) }, add);
  const element = el("div", { class: "entries", role: "group", "aria-label": label }, el("h4", {}, label), el("p", { class: "hint" }, hint), list, more);

  /** @param {string} value @param {boolean} [focus] @param {Row} [after] */
  function append(value, focus, after) {
    const row = handle ? handleRow(value) : termRow(value);
    const at = after ? rows.indexOf(after) + 1 : rows.length;
    rows.splice(at, 0, row);
    if (after) after.element.after(row.element);
    else list.append(row.element);
    if (focus) row.inputs[0].focus();
    changed();
  }

  /** @param {Row} row */
  function remove(row) {
    const at = rows.indexOf(row);
    rows = rows.filter((other) => other !== row);
    row.element.remove();
    (rows[Math.max(0, at - 1)]?.inputs[0] ?? more).focus();
    changed();
  }

  /** @param {string} value */
  function termRow(value) {
    const input = text(label, "", value);
    return rowOf([input], () => input.value.trim(), [input]);
  }

  /** @param {string} value */
  function handleRow(value) {
    const colon = value.indexOf(":");
    const source = text("Source", "* every source", colon < 0 ? "" : value.slice(0, colon));
    source.setAttribute("list", "known-sources");
    const name = text("Handle", "handle", colon < 0 ? value : value.slice(colon + 1));
    const read = () => (source.value.trim() === "" && name.value.trim() === "" ? "" : `${source.value.trim() || "*"}:${name.value.trim().replace(/^@/, "")}`);
    return rowOf([source, name], read, [source, el("span", { class: "at", "aria-hidden": "true" }, "@"), name]);
  }

  /** @param {HTMLInputElement[]} inputs @param {() => string} read @param {Node[]} shown */
  function rowOf(inputs, read, shown) {
    const fault = el("div", { class: "field-fault", id: `fault-${++faults}`, hidden: true });
    const strike = el("button", { class: "control bare square", type: "button", title: "Remove", onclick: () => remove(row) }, icon("close"));
    const name = () => strike.setAttribute("aria-label", `Remove ${read() || "this row"}`);
    /** @type {Row} */
    const row = {
      element: el("div", { class: handle ? "entry-row handle" : "entry-row" }, shown, strike, fault),
      inputs,
      read,
      show(told) {
        fault.hidden = told === null;
        for (const input of inputs) {
          input.toggleAttribute("aria-invalid", false);
          input.removeAttribute("aria-describedby");
        }
        if (!told) return;
        for (const input of inputs) {
          input.setAttribute("aria-invalid", "true");
          input.setAttribute("aria-describedby", fault.id);
        }
        fault.replaceChildren(el("span", {}, reasonOf(told)), where(read(), told.position), told.example ? el("span", {}, "For example ", el("code", {}, told.example)) : "");
      },
    };
    for (const input of inputs) {
      input.addEventListener("input", () => {
        row.show(null);
        name();
        changed();
      });
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        append("", true, row);
      });
    }
    name();
    return row;
  }

  /** @param {string} what @param {string} placeholder @param {string} value */
  function text(what, placeholder, value) {
    const input = el("input", { class: "field", type: "text", placeholder, autocomplete: "off", spellcheck: "false", autocapitalize: "off", "aria-label": `${what}, ${label} of ${brand() || "a new brand"}` });
    input.value = value;
    return input;
  }

  for (const value of values) append(value);
  return {
    element,
    /** Adds a row and goes to it. @param {string} value */
    add: (value) => append(value, true),
    read() {
      given = rows.filter((row) => row.read() !== "");
      return given.map((row) => row.read());
    },
    /** @param {number} index of the last reading @param {RegistryFault} fault @returns {HTMLElement | null} what to look at */
    show(index, fault) {
      given[index]?.show(fault);
      return given[index]?.inputs[0] ?? null;
    },
    clear: () => rows.forEach((row) => row.show(null)),
  };
}

let faults = 0;

/** Without the place and the example, which are shown beside it. @param {RegistryFault} fault */
export const reasonOf = (fault) => `${fault.reason.split(" (at character ")[0].replace(/\.$/, "")}. `;

/** @param {string} value @param {number | null | undefined} position counted from 0, the end included */
function where(value, position) {
  if (position === undefined || position === null) return "";
  const at = Math.min(Math.max(position, 0), value.length);
  return el("pre", {}, value.slice(0, at), el("mark", {}, value.slice(at, at + 1) || "\u00a0\u00a0"), value.slice(at + 1));
}
