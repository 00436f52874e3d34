// Which version is in use, how far the facts follow it, and what somebody else or the settings file says meanwhile.
import { el } from "../shared/element.js";
import { instant, share } from "../shared/format.js";
import { differences } from "./difference.js";

/**
 * @param {string} zone
 * @param {{ take(content: RegistryContent, why: string): void, again(): void }} act
 */
export function registryState(zone, act) {
  const line = el("span", {});
  const facts = el("span", { class: "facts", role: "status" });
  const bar = el("progress", { max: 1, "aria-label": "Derived so far", hidden: true });
  const settings = el("div", { class: "notice", hidden: true });
  const other = el("div", { class: "notice warn", role: "status", hidden: true });
  let following = false;

  /** @param {RegistryView} view */
  function show(view) {
    other.hidden = true;
    line.textContent =
      view.version === 0
        ? "From the settings file; nothing was set here yet."
        : `Version ${view.version}, set by ${view.actor || "somebody"} ${view.at ? instant(view.at, zone) : ""}.`;
    following = !view.facts.current;
    const of = view.facts.version === null ? "an older registry" : view.facts.version === 0 ? "the settings file" : `version ${view.facts.version}`;
    const now = view.version === 0 ? "the settings file's" : `version ${view.version}`;
    const says = view.facts.current
      ? "The figures follow it."
      : `Figures are of ${of}; ${now} is being derived${view.facts.deriving === null ? "." : `: ${share(Math.floor(view.facts.deriving * 100) / 100)}`}`;
    if (facts.textContent !== says) facts.textContent = says;
    bar.hidden = view.facts.current;
    if (view.facts.deriving === null) bar.removeAttribute("value");
    else bar.value = view.facts.deriving;
    settingsSay(view);
  }

  /** @param {RegistryView} view */
  function settingsSay(view) {
    const { changedConfiguration: said } = view;
    settings.hidden = said === null;
    if (said === null) return;
    const key = JSON.stringify(said) + view.version;
    if (settings.dataset.key === key) return;
    settings.dataset.key = key;
    settings.replaceChildren(
      el(
        "div",
        {},
        el("p", {}, "The settings file has changed since this version was set. It is not in use. It would mean:"),
        el("ul", { class: "diff" }, differences(view, said).map((one) => el("li", {}, one))),
      ),
      el("button", { class: "control", type: "button", onclick: () => act.take(said, "As the settings file has it now") }, "Load it as a draft"),
    );
  }

  return {
    element: el("div", { class: "registry-state" }, el("p", {}, line, " ", facts), bar, settings, other),
    show,
    /** @param {RegistryView} view */
    overtaken(view) {
      other.hidden = false;
      other.replaceChildren(
        `${view.actor || "Somebody"} set version ${view.version} meanwhile. Your changes are not saved.`,
        el("button", { class: "control", type: "button", onclick: act.again }, "Take theirs"),
      );
    },
    /** @param {string} reason */
    lost(reason) {
      other.hidden = false;
      other.replaceChildren(reason);
    },
    get following() {
      return following;
    },
  };
}
