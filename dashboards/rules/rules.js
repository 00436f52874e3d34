// Rules: what happens by itself to cases that a search finds.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { ask } from "../shared/form.js";
import { instant, number } from "../shared/format.js";
import { openRoom } from "../shared/room.js";
import { ruleForm } from "./rule-form.js";
import { does } from "./words.js";

/** @typedef {import("./words.js").Rule} Rule */

await openRoom(
  { id: "rules", title: "Rules", purpose: "What happens by itself to cases that a search finds, once in each of their episodes. Try a rule on the last week, then switch it on." },
  async (session, { main, attempt }) => {
    const zone = session.timeZone;
    const list = el("div", { class: "rules" });
    const fresh = el("section", { class: "panel", "aria-labelledby": "new-title" });
    /** @type {{ address: string, name: string }[]} */
    let people = [];
    /** The rule that is being changed. @type {number | null} */
    let open = null;
    main.append(el("section", { "aria-label": "Rules" }, list), fresh);
    people = (await get("triage")).colleagues;
    begin();
    await load();

    /** @param {string} person */
    const nameOf = (person) => people.find(({ address }) => address === person)?.name ?? person;

    function begin() {
      const made = ruleForm(null, people, zone, async (body) => {
        const rule = await send("POST", "admin/rules", body);
        announce(`${rule.name} is kept. It is off.`);
        begin();
        await load();
        focus(rule.id);
      }, null);
      fresh.replaceChildren(el("h2", { id: "new-title" }, "A new rule"), el("p", {}, "Rules run in the order in which they were made, when a case is made or changed."), made.element);
    }

    async function load() {
      const { items } = /** @type {{ items: Rule[] }} */ (await get("admin/rules"));
      list.replaceChildren(...items.map(card));
      if (items.length === 0) list.append(el("p", { class: "nothing-here" }, "No rules yet: every case waits for somebody to look at it."));
    }

    /** @param {number} id @param {string} [part] */
    function focus(id, part = "[data-act=switch]") {
      const target = list.querySelector(`[data-rule="${id}"] ${part}`) ?? main;
      /** @type {HTMLElement} */ (target).focus();
    }

    /** @param {Rule} rule */
    function card(rule) {
      const element = el("section", { class: "panel rule", "data-rule": rule.id, "data-off": rule.enabled ? null : "", "aria-label": `Rule ${rule.name}` });
      if (open === rule.id) {
        const { element: shown, name } = ruleForm(
          rule,
          people,
          zone,
          async (body) => {
            await send("PATCH", `admin/rules/${rule.id}`, body);
            announce(`${rule.name} is changed.`);
            await shut(rule.id);
          },
          () => attempt(() => shut(rule.id)),
        );
        element.append(shown);
        queueMicrotask(() => name.focus());
        return element;
      }

      element.append(
        el(
          "div",
          { class: "rule-head" },
          el("h2", {}, rule.name, el("span", { class: "badge" }, rule.enabled ? "on" : "off")),
          el(
            "div",
            { class: "actions" },
            el("button", { class: "control", type: "button", "data-act": "switch", "aria-label": `Switch ${rule.enabled ? "off" : "on"} ${rule.name}`, onclick: () => attempt(() => turn(rule)) }, rule.enabled ? "Switch off" : "Switch on"),
            el("button", { class: "control", type: "button", "data-act": "change", "aria-label": `Change ${rule.name}`, onclick: () => attempt(() => change(rule)) }, "Change"),
            el("button", { class: "control", type: "button", "aria-label": `Remove ${rule.name}`, onclick: () => attempt(() => remove(rule)) }, "Remove"),
          ),
        ),
        el("code", {}, rule.query),
        el("p", {}, does(rule.actions, nameOf)),
        el("p", { class: "quiet" }, `Ran on ${number(rule.ran)} ${rule.ran === 1 ? "case" : "cases"}. Set by ${nameOf(rule.by)} `, time(rule.changed, instant(rule.changed, zone, { dateStyle: "medium", timeStyle: "short" }), rule.changed), "."),
      );
      return element;
    }

    /** @param {Rule} rule */
    async function turn(rule) {
      await send("PATCH", `admin/rules/${rule.id}`, { enabled: !rule.enabled });
      announce(`${rule.name} is ${rule.enabled ? "off" : "on"}.`);
      await load();
      focus(rule.id);
    }

    /** @param {Rule} rule */
    async function change(rule) {
      open = rule.id;
      await load();
    }

    /** @param {number} id */
    async function shut(id) {
      open = null;
      await load();
      focus(id, "[data-act=change]");
    }

    /** @param {Rule} rule */
    async function remove(rule) {
      if (!(await ask(`Remove the rule ${rule.name}? What it did stays.`, "Remove"))) return;
      await send("DELETE", `admin/rules/${rule.id}`);
      announce(`${rule.name} is removed.`);
      await load();
      main.focus();
    }
  },
);
