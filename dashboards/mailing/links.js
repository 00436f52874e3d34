// The links of one sent report: they open it without signing in.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { ask, field, form, once, select } from "../shared/form.js";

/**
 * @param {import("./words.js").Sent} sent @param {(act: () => Promise<void>) => Promise<boolean>} attempt @param {(at: string) => HTMLElement} when
 */
export function linksOf(sent, attempt, when) {
  const shown = el("div");
  const list = el("div", { class: "entries" });
  const days = select([["1", "1 day"], ["7", "7 days"], ["30", "30 days"], ["90", "90 days"], ["366", "a year"]], "30");
  const make = form("Make a link", [field("Good for", days)], async () => {
    const made = await send("POST", `reports/${sent.id}/links`, { days: Number(days.value) });
    shown.replaceChildren(once("A link to this report", "It is shown only now. Who has it reads this one report and nothing else.", made.url));
    await load();
  });
  const element = el("div", { class: "links" }, make, shown, list);

  async function load() {
    const links = /** @type {import("./words.js").Link[]} */ (await get(`reports/${sent.id}/links`));
    list.replaceChildren(...links.map(row));
  }

  /** @param {import("./words.js").Link} link */
  function row(link) {
    const over = link.revoked !== null || Date.parse(link.expires) <= Date.now();
    return el(
      "div",
      { class: "entry", "data-off": over ? "" : null },
      el("div", {}, el("strong", {}, "Link made by ", link.by), el("div", { class: "quiet" }, when(link.createdAt))),
      el("div", { class: "quiet" }, link.revoked ? ["taken back ", when(link.revoked)] : ["good until ", when(link.expires)], el("div", {}, link.lastOpened ? ["last opened ", when(link.lastOpened)] : "never opened")),
      over ? el("span") : el("button", { class: "control", type: "button", onclick: () => revoke(link) }, "Take back"),
    );
  }

  /** @param {import("./words.js").Link} link */
  async function revoke(link) {
    if (!(await ask("Who has this link sees nothing any more. This cannot be undone.", "Take back"))) return;
    await attempt(async () => {
      await send("DELETE", `reports/${sent.id}/links/${link.id}`);
      announce("The link is taken back.");
      await load();
    });
  }

  return { element, load };
}
