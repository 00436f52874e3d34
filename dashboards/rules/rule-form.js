// One rule as a form: its search, what it does, and the trial on the last week.
import { Problem, send } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el, time } from "../shared/element.js";
import { field, form, select } from "../shared/form.js";
import { instant } from "../shared/format.js";
import { foundOf, nothing, tagsOf } from "./words.js";

/**
 * @param {import("./words.js").Rule | null} rule null makes a new one
 * @param {{ address: string, name: string }[]} people @param {string} zone
 * @param {(body: object) => Promise<void>} save @param {(() => void) | null} leave
 */
export function ruleForm(rule, people, zone, save, leave) {
  const had = { ...nothing(), ...rule?.actions };
  const name = el("input", { value: rule?.name ?? "", maxlength: 80, required: true, autocomplete: "off" });
  const query = el("input", { value: rule?.query ?? "", maxlength: 2000, required: true, autocomplete: "off", spellcheck: "false" });
  const tags = el("input", { value: had.tags.join(" "), autocomplete: "off", spellcheck: "false" });
  const team = el("input", { value: had.team ?? "", maxlength: 40, autocomplete: "off" });
  const priority = el("input", { type: "number", min: 0, max: 100, step: 1, value: had.priority });
  const by = select([["turn", "one after the other"], ["load", "whoever has the fewest open"]], had.by);
  const mute = el("input", { type: "checkbox", checked: had.mute });
  const alert = el("input", { type: "checkbox", checked: had.alert });
  // Who has left is still shown where a rule names them.
  const named = [...people, ...had.assign.filter((person) => !people.some(({ address }) => address === person)).map((address) => ({ address, name: address }))];
  const boxes = named.map(({ address }) => el("input", { type: "checkbox", value: address, checked: had.assign.includes(address) }));
  const found = el("div", { class: "trial", role: "status" });

  const given = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const body = () => ({
    name: name.value.trim(),
    query: query.value.trim(),
    actions: { tags: tagsOf(tags.value), assign: given(), by: by.value, team: team.value.trim() || null, priority: Number(priority.value) || 0, mute: mute.checked, alert: alert.checked },
  });

  /** @param {() => Promise<void>} act */
  async function said(act) {
    try {
      await act();
    } catch (problem) {
      // What cannot be read is written on where it is wrong.
      if (problem instanceof Problem && problem.position !== undefined) {
        query.focus();
        query.setSelectionRange(problem.position, problem.position);
      }
      throw problem;
    }
  }

  async function tried() {
    try {
      await said(async () => {
        const trial = await send("POST", "admin/rules/try", { query: query.value.trim() });
        const says = foundOf(trial);
        announce(says);
        found.replaceChildren(
          el("p", {}, says),
          el("ul", {}, trial.items.map((/** @type {any} */ { case: one }) => el("li", {}, el("a", { href: `/triage?case=${one.id}` }, one.snippet || "(no words)"), el("span", { class: "quiet" }, ` ${one.name || one.handle} · `, time(one.openedAt, instant(one.openedAt, zone), one.openedAt))))),
        );
      });
    } catch (problem) {
      found.replaceChildren(el("p", { class: "wrong", role: "alert" }, problem instanceof Error ? problem.message : String(problem)));
    }
  }

  const element = form(
    rule ? "Save the rule" : "Keep the rule, switched off",
    [
      field("Rule", name),
      el("div", { class: "wide" }, field("Cases that it finds", query, 'As in the search of Triage: refund* AND topic:billing NOT tag:done, "call my lawyer", priority:>70')),
      field("Tags that it sets", tags),
      field("Team that gets it", team),
      field("Least priority, 1 to 100", priority, "0 leaves it."),
      el("fieldset", {}, el("legend", {}, "Who gets it, where nobody has it"), named.length === 0 ? el("p", { class: "quiet" }, "Nobody who may have a case has joined yet.") : named.map((person, index) => el("label", {}, boxes[index], person.name))),
      field("Of several", by),
      el("fieldset", {}, el("legend", {}, "And"), el("label", {}, mute, "keep it out of the queues"), el("label", {}, alert, "raise an alert")),
      el("div", { class: "field" }, el("button", { class: "control", type: "button", onclick: tried }, "Try it on the last week")),
    ],
    () => said(() => save(body())),
  );
  if (leave) element.append(el("div", { class: "field" }, el("button", { class: "control", type: "button", onclick: leave }, "Cancel")));
  element.append(found);
  return { element, name };
}
