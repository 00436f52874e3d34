// Accounts that answer people who wait and are nobody's in the registry: until they are somebody's, nobody has answered.
import { Problem, get } from "../shared/api.js";
import { el } from "../shared/element.js";
import { instant, number } from "../shared/format.js";

/**
 * @param {string} zone
 * @param {(account: UnregisteredAccount) => void} add takes the account into the draft
 */
export function unregistered(zone, add) {
  const list = el("ul", {});
  const element = el(
    "section",
    { class: "notice unregistered", "aria-labelledby": "unregistered", hidden: true },
    el("h2", { id: "unregistered" }, "Do these accounts speak for a brand?"),
    el("p", {}, "They carry a brand's name and answer people who wait, and are in nobody's handles: as long as that is so, those people are shown as waiting."),
    list,
  );

  /** @param {UnregisteredAccount} account */
  function row(account) {
    const { source, handle, brand, people, answers, last } = account;
    const take = el("button", { class: "control", type: "button", "aria-label": `Add to ${brand}: @${handle} in ${source}`, onclick: () => add(account) }, `Add to ${brand}`);
    return el("li", {}, el("span", {}, el("strong", {}, `@${handle}`), ` in ${source} answered ${number(people)} people (${number(answers)} posts), last ${instant(last, zone)}.`), take);
  }

  /** @type {UnregisteredAccount[]} */
  let found = [];

  /** Those that the draft has not already. @param {RegistryContent} draft */
  function show(draft) {
    const known = new Set(draft.brands.flatMap(({ handles }) => handles.map((handle) => handle.toLowerCase())));
    const left = found.filter(({ source, handle }) => !known.has(`${source}:${handle}`.toLowerCase()) && !known.has(`*:${handle}`.toLowerCase()));
    element.hidden = left.length === 0;
    list.replaceChildren(...left.map(row));
  }

  return {
    element,
    show,
    /** Asks anew. @param {RegistryContent} draft */
    async look(draft) {
      try {
        found = await get("admin/brands/unregistered");
        show(draft);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        element.hidden = false;
        list.replaceChildren(el("li", {}, problem.message));
      }
    },
  };
}
