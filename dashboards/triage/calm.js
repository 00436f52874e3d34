// An empty queue that is never a dead feed, and a banner for a source that is silent.
import { get } from "../shared/api.js";
import { el } from "../shared/element.js";
import { ago, instant, number } from "../shared/format.js";
import { viewName } from "./views.js";

const well = new Set(["healthy", "behind", "new"]);
const quietAfter = 3600;

/** @param {import("./desk.js").Desk} desk @param {Session} session */
export function calm(desk, session) {
  const last = desk.about?.lastAnswer;
  const sources = el("span", {}, "");
  health(desk, session).then(
    (says) => (sources.textContent = says),
    () => (sources.textContent = "How the sources do is not known now."),
  );
  const first = desk.query !== "" ? "Nothing is found." : desk.view === "needs_answer" ? "Nothing waits." : `Nothing in ${viewName(desk.view)}.`;
  return el(
    "div",
    {},
    el("strong", {}, first),
    el("p", {}, last ? `Last complaint answered ${ago(Date.now() - Date.parse(last)).replace(/^now$/, "just now")}. ` : "No complaint was answered yet. ", sources),
  );
}

/** "Sources healthy: 5 of 5." @param {import("./desk.js").Desk} desk @param {Session} session */
async function health(desk, session) {
  const set = desk.about?.sources ?? [];
  if (set.length > 0) return `Sources healthy: ${number(set.filter(({ status }) => well.has(status)).length)} of ${number(set.length)}.`;
  // What is sent here without being set up is healthy while it brings something.
  const now = Date.now();
  const answer = /** @type {MetricAnswer} */ (await get("metrics/coverage", { by: "source", from: new Date(now - 86_400_000).toISOString(), to: new Date(now).toISOString(), tz: session.timeZone }));
  const groups = answer.series.filter(({ group }) => group);
  if (groups.length === 0) return "No source is set up, and none has brought anything today.";
  return `Sources healthy: ${number(groups.filter(({ beside }) => (beside?.quiet ?? Infinity) < quietAfter).length)} of ${number(groups.length)}.`;
}

/** The banner for sources that bring nothing. @param {import("./desk.js").Desk} desk @param {Session} session */
export function silent(desk, session) {
  const element = el("div", { class: "notice warn", role: "status", hidden: true });
  desk.addEventListener("counts", () => {
    const bad = (desk.about?.sources ?? []).filter(({ status }) => status === "failing" || status === "stopped");
    element.hidden = bad.length === 0;
    const says = bad.map(({ name, succeeded, reason }) => `${name} is silent${succeeded ? ` since ${instant(succeeded, session.timeZone)}` : ""}${reason ? `: ${reason}` : "."}`).join(" ");
    if (element.textContent !== says) element.textContent = says;
  });
  return { element };
}
