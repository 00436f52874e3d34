// One target as a row: for whom, by which calendar, how soon.
import { el } from "../shared/element.js";
import { field, select } from "../shared/form.js";
import { duration, secondsOf } from "./words.js";

/** @typedef {{ name: string, intent?: string | null, source?: string | null, topic?: string | null, priority?: number | null, calendar?: string | null, firstAnswer: number, nextAnswer?: number | null, resolve?: number | null }} Target */

/** @param {Target} target @param {string[]} calendars @param {() => void} strike */
export function targetRow(target, calendars, strike) {
  const name = text(target.name, "");
  const intent = select([["", "every post"], ["complaint", "complaints"], ["question", "questions"], ["praise", "praise"], ["other", "other"]], target.intent ?? "");
  const source = text(target.source, "every source");
  const topic = text(target.topic, "every topic");
  const priority = el("input", { type: "number", min: 1, max: 100, value: target.priority ? String(target.priority) : "", placeholder: "every priority", autocomplete: "off" });
  const calendar = select([["", "every hour counts"], ...calendars.map((one) => /** @type {[string, string]} */ ([one, one]))], target.calendar ?? "");
  const times = /** @type {const} */ ([["firstAnswer", "First answer within"], ["nextAnswer", "Later answers within"], ["resolve", "Resolved within"]]);
  const inputs = times.map(([key]) => text(duration(target[key]), key === "firstAnswer" ? "1h" : "not said"));
  const element = el(
    "div",
    { class: "target", role: "group", "aria-label": `Target ${target.name || "without a name"}` },
    field("Target", name),
    field("For", intent),
    field("Source", source),
    field("Topic", topic),
    field("Priority from", priority),
    field("Calendar", calendar),
    times.map(([, label], i) => field(label, inputs[i])),
    el("div", { class: "field" }, el("button", { class: "control", type: "button", onclick: strike, "aria-label": `Remove target ${target.name}` }, "Remove")),
  );

  /** @returns {{ target: Target | null, wrong: string }} */
  function value() {
    const seconds = inputs.map((input) => secondsOf(input.value));
    const bad = seconds.findIndex((one, i) => one === null || (i === 0 && one === undefined));
    if (bad >= 0) return { target: null, wrong: `${name.value || "A target"}: “${inputs[bad].value}” is no time. Example: 45m, 4h or 2d` };
    const least = priority.value.trim() === "" && !priority.validity.badInput ? null : Number(priority.value);
    if (least !== null && !(Number.isInteger(least) && least >= 1 && least <= 100)) return { target: null, wrong: `${name.value || "A target"}: a priority is 1 to 100.` };
    return {
      target: {
        name: name.value.trim(),
        intent: intent.value || null,
        source: source.value.trim() || null,
        topic: topic.value.trim() || null,
        priority: least,
        calendar: calendar.value || null,
        firstAnswer: /** @type {number} */ (seconds[0]),
        nextAnswer: seconds[1] ?? null,
        resolve: seconds[2] ?? null,
      },
      wrong: "",
    };
  }

  return { element, value, name };
}

/** @param {string | null | undefined} value @param {string} placeholder */
function text(value, placeholder) {
  return el("input", { value: value ?? "", placeholder, maxlength: 60, autocomplete: "off" });
}
