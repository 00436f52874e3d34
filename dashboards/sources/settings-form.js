// The settings of a kind as fields. What is secret is typed and sent, and never comes back.
import { el } from "../shared/element.js";
import { field, select } from "../shared/form.js";

/**
 * @param {SourceKind} kind
 * @param {SourceSettings} values what is set; of a secret only that it is kept
 */
export function settingsForm(kind, values) {
  const all = kind.settings.map((setting) => settingField(setting, values[setting.name]));
  return {
    elements: all.map(({ element }) => element),
    /** @returns {Record<string, string>} what was typed; a secret that was left alone is not in it */
    read: () => Object.fromEntries(all.flatMap(({ name, read }) => (read() === "" ? [] : [[name, read()]]))),
    /** Names of those that must be told and are not. */
    missing: () => all.filter(({ missing }) => missing()).map(({ title }) => title),
    /** Empties what is secret. */
    forget: () => all.forEach(({ forget }) => forget()),
    /** Says what is wrong where it is. @param {Record<string, string[]>} errors by `settings.NAME` @returns {string[]} those without a place here */
    show(errors) {
      for (const one of all) one.show("");
      const left = [];
      /** @type {HTMLElement | null} */
      let first = null;
      for (const [place, reasons] of Object.entries(errors)) {
        const one = all.find(({ name }) => place === `settings.${name}`);
        one?.show(reasons.join(" "));
        if (one) first ??= one.input;
        else left.push(...reasons);
      }
      first?.focus();
      return left;
    },
  };
}

/** @param {SourceSetting} setting @param {string | { kept: boolean } | undefined} value */
function settingField(setting, value) {
  const kept = typeof value === "object" && value.kept;
  const input = inputOf(setting, typeof value === "string" ? value : setting.kind === "secret" ? "" : (setting.default ?? ""), kept);
  const words = `${setting.title}${setting.required ? "" : " (may be left out)"}`;
  const element = field(words, input, setting.hint ?? undefined);
  const wrong = el("p", { class: "wrong", role: "alert", id: `${input.id}-wrong`, hidden: true });
  element.append(wrong);
  const described = input.getAttribute("aria-describedby") ?? "";
  const read = () => (input instanceof HTMLInputElement && input.type === "checkbox" ? String(input.checked) : input.value.trim());
  return {
    name: setting.name,
    title: setting.title,
    element,
    input,
    read,
    missing: () => setting.required && !kept && read() === "",
    forget: () => setting.kind === "secret" && (input.value = ""),
    /** @param {string} reason */
    show(reason) {
      wrong.hidden = reason === "";
      wrong.textContent = reason;
      input.toggleAttribute("aria-invalid", false);
      if (reason) input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", `${described}${reason ? ` ${wrong.id}` : ""}`.trim());
    },
  };
}

/** @param {SourceSetting} setting @param {string} value @param {boolean} kept */
function inputOf({ kind, choices, required }, value, kept) {
  if (choices?.length > 0) {
    const box = select(
      choices.map((choice) => [choice, choice]),
      value,
    );
    if (!required) box.prepend(el("option", { value: "" }, "as the source has it"));
    if (!value && !required) box.value = "";
    return box;
  }
  if (kind === "list") {
    const lines = el("textarea", { rows: 3, spellcheck: "false", autocapitalize: "off" });
    lines.value = value;
    return lines;
  }
  if (kind === "yesNo") return el("input", { type: "checkbox", checked: value === "true" });
  const type = kind === "secret" ? "password" : kind === "number" ? "number" : kind === "address" ? "url" : "text";
  const input = el("input", {
    type,
    autocomplete: kind === "secret" ? "new-password" : "off",
    spellcheck: "false",
    autocapitalize: "off",
    placeholder: kept ? "Kept. Type to replace it" : null,
  });
  input.value = value;
  return input;
}
