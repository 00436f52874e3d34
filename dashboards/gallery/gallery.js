// The gallery: every dashboard there is, what is wrong with a broken one, and how to add one.
import { Address } from "../shared/address.js";
import { Problem, get } from "../shared/api.js";
import { el, icon } from "../shared/element.js";
import { number } from "../shared/format.js";
import { shell } from "../shared/shell.js";

/**
 * @typedef {{ file: string, line: number | null, column: number | null, reason: string, instead: string | null }} Fault
 * @typedef {{ id: string, title: string, description: string | null, owner: string, address: string, tiles: number | null, fault: Fault | null }} Card
 */

const example = `{
  "title": "My team",
  "description": "What we look at in the morning.",
  "period": "7d",
  "tiles": [
    { "id": "waiting", "title": "Waiting now", "kind": "number", "width": 3, "metrics": [{ "id": "backlog" }] },
    { "id": "volume", "title": "Posts", "kind": "bars", "width": 8, "metrics": [{ "id": "posts", "interval": "fit" }] }
  ]
}`;

const yours = el("div", { class: "cards" });
const shipped = el("div", { class: "cards" });
const error = el("div", { class: "notice warn", role: "alert", hidden: true });
let painted = "";

async function load() {
  try {
    const cards = /** @type {Card[]} */ (await get("dashboards"));
    error.hidden = true;
    const text = JSON.stringify(cards);
    if (text === painted) return;
    painted = text;
    const of = (/** @type {string} */ owner) => cards.filter((card) => card.owner.toLowerCase() === owner).map(cardOf);
    shipped.replaceChildren(...of("shipped"));
    const mine = of("yours");
    yours.replaceChildren(...(mine.length > 0 ? mine : [el("p", { class: "empty" }, "None yet. A file in the right place is enough; it appears here by itself.")]));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    error.hidden = false;
    error.replaceChildren(problem.message, el("button", { class: "control", type: "button", onclick: load }, "Try again"));
  }
}

/** @param {Card} card */
function cardOf({ title, description, address, tiles, fault, id }) {
  const shown = tiles !== null && tiles !== undefined;
  const count = shown ? `${number(tiles)} ${tiles === 1 ? "tile" : "tiles"}` : "";
  return el(
    "article",
    { class: "card", "data-id": id, "data-broken": fault ? "true" : null },
    el("h3", {}, shown ? el("a", { href: address }, title) : title),
    description && el("p", {}, description),
    fault &&
      el(
        "div",
        { class: "fault" },
        el("strong", {}, shown ? "Broken; the version before is still shown." : "Broken."),
        el("code", {}, `${fault.file}${fault.line ? `, line ${fault.line}, column ${fault.column}` : ""}`),
        el("p", {}, `${fault.reason[0].toUpperCase()}${fault.reason.slice(1)}.`, fault.instead ? ` ${fault.instead}` : ""),
      ),
    el("p", { class: "card-foot" }, [count, address].filter(Boolean).join(" · ")),
  );
}

function howTo() {
  const copy = el("button", { class: "control", type: "button", onclick: take }, icon("link"), "Copy");
  async function take() {
    if (navigator.clipboard) await navigator.clipboard.writeText(example);
    else window.prompt("Copy this", example);
    copy.replaceChildren(icon("check"), "Copied");
    setTimeout(() => copy.replaceChildren(icon("link"), "Copy"), 1600);
  }
  return el(
    "section",
    { class: "how", "aria-labelledby": "how" },
    el("h2", { id: "how" }, "Add one"),
    el(
      "p",
      {},
      "Save this as ",
      el("code", {}, "dashboards/my-team.json"),
      " in the data directory. It appears here within seconds; a mistake is told with its line, and the version before stays. ",
      el("a", { href: "/api/v1/metrics" }, "Every metric"),
      " · ",
      el("a", { href: "/dashboards/shared/layout.schema.json" }, "JSON schema for your editor"),
    ),
    el("div", { class: "example" }, el("pre", { tabindex: "0", role: "group", "aria-label": "Example" }, example), copy),
  );
}

const main = el("main", { id: "main", tabindex: "-1", class: "gallery" });
document.body.prepend(el("a", { class: "skip", href: "#main" }, "Go to the dashboards"), main);
try {
  const session = /** @type {Session} */ (await get("session"));
  document.getElementById("opening")?.remove();
  const head = shell("dashboards", session, new Address());
  head.setLive(navigator.onLine ? "polling" : "offline");
  main.before(head.header);
  document.title = `Dashboards · ${session.simulated ? "SIMULATED · " : ""}Listening`;
} catch (problem) {
  error.hidden = false;
  error.replaceChildren(problem instanceof Error ? problem.message : String(problem));
  if (!(problem instanceof Problem)) throw problem;
}
main.append(
  error,
  el("h1", {}, "Dashboards"),
  el("section", { "aria-labelledby": "shipped" }, el("h2", { id: "shipped" }, "Of the program"), shipped),
  el("section", { "aria-labelledby": "yours" }, el("h2", { id: "yours" }, "Yours"), yours),
  howTo(),
);
await load();
setInterval(() => document.hidden || load(), 3000);
