// Every version there was: who set it, when, what it changed, and a way back to it.
import { el, icon, time } from "../shared/element.js";
import { instant, number } from "../shared/format.js";
import { differences } from "./difference.js";

/**
 * @param {RegistryVersion[]} versions the newest first; the last is the configuration
 * @param {string} zone @param {(version: RegistryVersion) => void} restore
 */
export function historyList(versions, zone, restore) {
  return versions.map((version, i) => {
    const before = versions[i + 1];
    const lines = before ? differences(before.content, version.content) : [];
    const brands = version.content.brands.length;
    return el(
      "li",
      { class: "version" },
      el(
        "div",
        { class: "version-head" },
        el("b", {}, version.number === 0 ? "The settings file" : `Version ${version.number}`),
        version.number === 0
          ? el("span", {}, `${number(brands)} ${brands === 1 ? "brand" : "brands"}`)
          : el("span", {}, `${version.actor} · `, time(version.at, instant(version.at, zone), instant(version.at, zone, { dateStyle: "medium", timeStyle: "medium" }))),
        i === 0
          ? el("span", { class: "in-use" }, icon("check"), "in use")
          : el("button", { class: "control", type: "button", "aria-label": version.number === 0 ? "Restore what the settings file said" : `Restore version ${version.number}`, onclick: () => restore(version) }, "Restore"),
      ),
      version.note && el("p", {}, version.note),
      lines.length > 0 && el("ul", { class: "diff" }, lines.map((line) => el("li", {}, line))),
    );
  });
}
