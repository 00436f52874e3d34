// Where to listen: what works without an account is chosen already; the rest is one tick and what it asks for.
import { get, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { sight } from "../sources/kinds.js";
import { settingsForm } from "../sources/settings-form.js";
import { accounts } from "../sources/status.js";

/**
 * @typedef {{ kind: SourceKind, name: string, chosen(): boolean, choose(on: boolean): void, missing(): string[], draft(): SourceDraft,
 *   show(errors: Record<string, string[]>): string[], forget(): void, element: HTMLElement }} Offer
 */

export function sourceStep() {
  const element = el("div", { class: "step-body offers" });
  const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
  /** @type {Offer[]} */
  let offers = [];
  let of = "";
  return {
    element: el("div", {}, element, wrong),
    /** Asks what would fit the brand, unless that is asked already. @param {RegistryBrand} brand */
    async suggest(brand) {
      const key = JSON.stringify([brand.name, brand.handles, brand.watch]);
      if (key === of) return;
      const [{ items: kinds }, { items: suggested }] = await Promise.all([
        /** @type {Promise<{ items: SourceKind[] }>} */ (get("admin/sources/kinds")),
        /** @type {Promise<{ items: { kind: string, name: string, settings: Record<string, string>, ready: boolean }[] }>} */ (send("POST", "admin/setup/sources", { brand })),
      ]);
      of = key;
      offers = suggested.flatMap(({ kind: named, name, settings, ready }) => {
        const kind = kinds.find((known) => known.kind === named);
        return kind ? [offer(kind, name, settings, ready)] : [];
      });
      element.replaceChildren(
        ...accounts.flatMap(([account, title, says]) => {
          const those = offers.filter(({ kind }) => kind.account === account);
          if (those.length === 0) return [];
          return [el("section", { class: "kind-group", "aria-label": title }, el("h3", {}, title, " ", el("span", { class: "quiet" }, says)), those.map((one) => one.element))];
        }),
      );
    },
    chosen: () => offers.filter((one) => one.chosen()),
    /** Whether all that is chosen is told; says what is not. */
    complete() {
      const chosen = offers.filter((one) => one.chosen());
      const missing = chosen.flatMap((one) => one.missing().map((title) => `${one.kind.title} wants ${title.toLowerCase()}`));
      const says = chosen.length === 0 ? "Choose at least one source." : missing.length > 0 ? `${missing.join("; ")}.` : "";
      wrong.hidden = says === "";
      wrong.textContent = says;
      return says === "";
    },
  };
}

let made = 0;

/** @param {SourceKind} kind @param {string} name @param {Record<string, string>} values @param {boolean} ready @returns {Offer} */
function offer(kind, name, values, ready) {
  const id = `offer-${++made}`;
  const box = el("input", { type: "checkbox", id, checked: ready, "aria-describedby": `${id}-says`, onchange: paint });
  const settings = settingsForm(kind, values);
  const fields = el("div", { class: "offer-fields small-form" }, settings.elements);
  // What must be told stands there at once; whoever tells it means to have the source.
  const asks = kind.settings.some((setting) => setting.required && setting.kind !== "secret" && !setting.default && !values[setting.name]) && kind.account === "none";
  fields.addEventListener("input", () => {
    box.checked = true;
    paint();
  });
  const more = el("details", {}, el("summary", {}, "Settings"), fields);
  const element = el(
    "div",
    { class: "offer" },
    box,
    el(
      "div",
      { class: "about-kind" },
      el("label", { for: id }, kind.title),
      el("div", { id: `${id}-says` }, kind.summary && el("p", { class: "quiet" }, kind.summary), sight(kind)),
      kind.settings.length > 0 && (asks ? fields : more),
    ),
  );
  function paint() {
    element.toggleAttribute("data-chosen", box.checked);
    if (box.checked && settings.missing().length > 0) more.open = true;
  }
  paint();
  return {
    kind,
    name,
    element,
    chosen: () => box.checked,
    choose(on) {
      box.checked = on;
      paint();
    },
    missing: settings.missing,
    show: settings.show,
    forget: settings.forget,
    draft: () => ({ name, kind: kind.kind, ...(kind.every ? { every: kind.every } : {}), settings: settings.read() }),
  };
}
