// The registry as a form: a card a brand, and how the company reads time.
import { el, icon } from "../shared/element.js";
import { dayName } from "./difference.js";
import { entries, reasonOf } from "./entries.js";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * @typedef {{ element: HTMLElement, name: HTMLInputElement, read(): RegistryBrand, addHandle(handle: string): void,
 *   show(rest: string[], fault: RegistryFault): HTMLElement | null, clear(): void }} Card
 */

/** @param {() => void} changed something was written, added or struck */
export function editor(changed) {
  /** @type {Card[]} */
  let cards = [];
  const list = el("div", { class: "brand-cards" });
  const zone = el("input", { class: "field", id: "zone", type: "text", list: "known-zones", autocomplete: "off", spellcheck: "false", oninput: edit });
  const week = el("select", { class: "control", id: "week", onchange: edit }, days.map((day) => el("option", { value: day }, dayName(day))));
  const wrongTime = el("div", { class: "field-fault", id: "wrong-time", role: "alert", hidden: true });
  const zones = el("datalist", { id: "known-zones" }, Intl.supportedValuesOf("timeZone").map((value) => el("option", { value })));
  const time = el(
    "section",
    { "aria-labelledby": "time" },
    el("h2", { id: "time" }, "Reporting time"),
    el("p", { class: "hint" }, "Days, weeks and hours of every figure are cut in this zone, so that two people read the same week."),
    el("div", { class: "time-fields" }, el("label", { for: "zone" }, "Time zone", zone), el("label", { for: "week" }, "Weeks start on", week)),
    wrongTime,
    zones,
  );

  function edit() {
    wrongTime.hidden = true;
    zone.removeAttribute("aria-invalid");
    changed();
  }

  /** @param {RegistryBrand} brand */
  function add(brand) {
    const card = cardOf(brand, changed, () => {
      const at = cards.indexOf(card);
      cards = cards.filter((other) => other !== card);
      card.element.remove();
      (cards[Math.max(0, at - 1)]?.name ?? document.getElementById("new-name"))?.focus();
      changed();
    });
    cards.push(card);
    list.append(card.element);
    return card;
  }

  return {
    list,
    time,
    /** @param {RegistryContent} content */
    set(content) {
      cards = [];
      list.replaceChildren();
      for (const brand of content.brands) add(brand);
      zone.value = content.timeZone;
      week.value = content.weekStart;
      wrongTime.hidden = true;
      changed();
    },
    /** @returns {RegistryContent} */
    read: () => ({ brands: cards.map((card) => card.read()), timeZone: zone.value.trim(), weekStart: week.value }),
    /** @param {RegistryBrand} brand */
    add(brand) {
      add(brand).name.focus();
      changed();
    },
    /** Adds a handle to the brand of a name and goes to it. @param {string} name @param {string} handle */
    addHandle: (name, handle) => cards.find((card) => card.read().name === name)?.addHandle(handle),
    /** Marks every fault where it is and goes to the first. @param {RegistryFault[]} faults @returns {RegistryFault[]} those without a place here */
    show(faults) {
      for (const card of cards) card.clear();
      /** @type {HTMLElement | null} */
      let first = null;
      const homeless = [];
      for (const fault of faults) {
        const [root, index, ...rest] = fault.place.split("/");
        let at = null;
        if (root === "brands" && index !== undefined) at = cards[Number(index)]?.show(rest, fault) ?? null;
        else if (root === "timeZone" || root === "weekStart") {
          wrongTime.hidden = false;
          wrongTime.replaceChildren(reasonOf(fault), fault.example ? `For example ${fault.example}` : "");
          zone.setAttribute("aria-invalid", "true");
          zone.setAttribute("aria-describedby", wrongTime.id);
          at = root === "timeZone" ? zone : week;
        }
        if (at === null) homeless.push(fault);
        first ??= at;
      }
      first?.focus();
      return homeless;
    },
  };
}

let made = 0;

/** @param {RegistryBrand} brand @param {() => void} changed @param {() => void} strike @returns {Card} */
function cardOf(brand, changed, strike) {
  const id = `brand-${++made}`;
  const wrong = el("div", { class: "field-fault", id: `${id}-wrong`, hidden: true });
  const name = el("input", { class: "field name", id: `${id}-name`, type: "text", autocomplete: "off", oninput: rename });
  name.value = brand.name;
  const kind = el("select", { class: "control", "aria-label": "Whose it is", onchange: turn }, el("option", { value: "own" }, "Ours"), el("option", { value: "competitor" }, "A competitor's"));
  kind.value = brand.kind;
  const gone = el("button", { class: "control bare", type: "button", onclick: strike }, icon("close"), "Remove");
  const said = () => name.value.trim();
  const of = (/** @type {string} */ label, /** @type {string} */ hint, /** @type {string} */ add, /** @type {string[]} */ values, handle = false) =>
    entries({ label, hint, add, values, handle, brand: said, changed });
  const lists = {
    handles: of("Handles", "Accounts that speak for it.", "Add a handle", brand.handles, true),
    watch: of("Watch terms", "Posts that name it without a handle: a phrase, or a search such as delta AND (flight OR bag*).", "Add a watch term", brand.watch),
    exclude: of("Exclude terms", "Posts that mean something else by its name.", "Add an exclude term", brand.exclude),
  };
  const element = el(
    "fieldset",
    { class: "brand-card", "data-kind": brand.kind },
    el("legend", { class: "unseen" }, brand.name || "New brand"),
    el("div", { class: "brand-head" }, el("label", { class: "unseen", for: name.id }, "Name"), name, kind, gone, wrong),
    el("div", { class: "brand-lists" }, Object.values(lists).map((list) => list.element)),
  );

  function rename() {
    wrong.hidden = true;
    name.removeAttribute("aria-invalid");
    element.querySelector("legend")?.replaceChildren(said() || "New brand");
    gone.setAttribute("aria-label", `Remove ${said() || "this brand"}`);
    changed();
  }

  function turn() {
    element.dataset.kind = kind.value;
    changed();
  }

  gone.setAttribute("aria-label", `Remove ${said() || "this brand"}`);
  return {
    element,
    name,
    addHandle: (handle) => lists.handles.add(handle),
    read: () => ({ name: said(), kind: kind.value, handles: lists.handles.read(), watch: lists.watch.read(), exclude: lists.exclude.read() }),
    show([field, index], fault) {
      if (field in lists && index !== undefined) return lists[/** @type {keyof typeof lists} */ (field)].show(Number(index), fault);
      wrong.hidden = false;
      wrong.replaceChildren(reasonOf(fault));
      name.setAttribute("aria-invalid", "true");
      name.setAttribute("aria-describedby", wrong.id);
      return name;
    },
    clear() {
      wrong.hidden = true;
      name.removeAttribute("aria-invalid");
      for (const list of Object.values(lists)) list.clear();
    },
  };
}
