// What a rule does, in words; nothing here knows the page.
import { number } from "../shared/format.js";

/** @typedef {{ tags: string[], assign: string[], by: "turn" | "load", team: string | null, priority: number, mute: boolean, alert: boolean }} Actions */
/** @typedef {{ id: number, name: string, query: string, actions: Actions, enabled: boolean, ran: number, by: string, changed: string }} Rule */

/** @returns {Actions} */
export const nothing = () => ({ tags: [], assign: [], by: "turn", team: null, priority: 0, mute: false, alert: false });

/** "Tags it #risk, gives it to Ana and Ben by turns and raises an alert." @param {Actions} actions @param {(person: string) => string} nameOf */
export function does(actions, nameOf) {
  const { tags, assign, by, team, priority, mute, alert } = actions;
  const each = [
    tags.length > 0 && `tags it ${tags.map((tag) => `#${tag}`).join(" ")}`,
    assign.length === 1 && `gives it to ${nameOf(assign[0])}`,
    assign.length > 1 && `gives it to ${list(assign.map(nameOf))}, ${by === "load" ? "whoever has the fewest" : "by turns"}`,
    team && `gives it to the team ${team}`,
    priority > 0 && `lifts its priority to ${number(priority)}`,
    mute && "keeps it out of the queues of those that need an answer",
    alert && "raises an alert",
  ].filter((one) => typeof one === "string");
  const says = list(each);
  return says === "" ? "Does nothing." : `${says[0].toUpperCase()}${says.slice(1)}.`;
}

/** @param {string[]} each */
function list(each) {
  return each.length < 2 ? (each[0] ?? "") : `${each.slice(0, -1).join(", ")} and ${each.at(-1)}`;
}

/** Tags as they are typed: one word each. @param {string} typed */
export const tagsOf = (typed) => [...new Set(typed.split(/[\s,]+/).map((tag) => tag.replace(/^#/, "")).filter((tag) => tag !== ""))];

/** "12 of 340 cases of the last seven days." @param {{ matched: number, n: number }} trial */
export const foundOf = ({ matched, n }) => (n === 0 ? "There are no cases of the last seven days to try it on." : `It finds ${number(matched)} of ${number(n)} ${n === 1 ? "case" : "cases"} of the last seven days.`);
