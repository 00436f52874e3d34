// One source as a form: added or changed, tried first.
import { send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { field } from "../shared/form.js";
import { settingsForm } from "./settings-form.js";
import { errorsOf, trial } from "./trial.js";

/**
 * @param {SourceKind} kind
 * @param {ListedSource | null} source null for a new one
 * @param {{ zone: string, done(source: ListedSource): Promise<void> | void, leave(): void }} act
 */
export function sourceEditor(kind, source, { zone, done, leave }) {
  const name = el("input", { required: true, maxlength: 100, autocomplete: "off", value: source?.name ?? kind.kind });
  const least = Math.max(1, Math.ceil((kind.shortest ?? 60) / 60));
  const every = el("input", { type: "number", min: least, max: 1440, step: "any", required: true, value: Math.round((source?.every ?? kind.every ?? 300) / 6) / 10 });
  const settings = settingsForm(kind, source?.settings ?? {});
  const shown = trial(zone);
  const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
  const test = el("button", { class: "control", type: "button", onclick: () => attempt(() => shown.ask(draft())) }, "Test");
  const save = el("button", { class: "primary", type: "submit" }, source ? "Save" : "Add source");
  const element = el(
    "form",
    { class: "small-form source-editor", novalidate: true, onsubmit: submitted, "aria-label": source ? `Edit ${source.name}` : `Add ${kind.title}` },
    field("Name", name),
    field("Asked every (minutes)", every, least > 1 ? `${least} at the least` : undefined),
    settings.elements,
    wrong,
    el("div", { class: "actions" }, save, test, el("button", { class: "control bare", type: "button", onclick: leave }, "Cancel")),
    el("p", { class: "hint" }, "A test shows the first posts and stores nothing."),
    shown.element,
  );

  /** @returns {SourceDraft} */
  const draft = () => ({ ...(source ? { id: source.id } : {}), name: name.value.trim(), kind: kind.kind, every: Math.round(Number(every.value) * 60), settings: { ...taken(), ...settings.read() } });

  /** What was set and is empty now is taken away; a secret that is left alone stays. */
  function taken() {
    return Object.fromEntries(Object.entries(source?.settings ?? {}).flatMap(([key, value]) => (typeof value === "string" ? [[key, null]] : [])));
  }

  /** @param {SubmitEvent} event */
  function submitted(event) {
    event.preventDefault();
    return attempt(async () => {
      const { id: _, kind: named, ...told } = draft();
      const answer = source ? await send("PATCH", `admin/sources/${source.id}`, told) : await send("POST", "admin/sources", { ...told, kind: named, paused: false });
      settings.forget();
      await done(answer);
    });
  }

  /** @param {() => Promise<void>} work */
  async function attempt(work) {
    if (element.getAttribute("aria-busy") === "true") return;
    wrong.hidden = true;
    settings.show({});
    const missing = [...(name.value.trim() === "" ? ["Name"] : []), ...settings.missing()];
    if (missing.length > 0) return refuse({ "": [`Still missing: ${missing.join(", ")}.`] });
    element.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (problem) {
      refuse(errorsOf(problem));
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  /** @param {Record<string, string[]>} errors */
  function refuse(errors) {
    const left = settings.show(errors);
    wrong.hidden = left.length === 0;
    wrong.textContent = left.join(" ");
  }

  return { element, focus: () => (name.focus(), name.select()) };
}
