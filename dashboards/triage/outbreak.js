// An outbreak: many who say the same within a day. They are shown together, answered together, and told later that it is done.
import { el } from "../shared/element.js";
import { number } from "../shared/format.js";

/** @typedef {"one" | "waiting" | "all"} Reach */

/** The search that lists an outbreak. @param {Case} one */
export const searchOf = (one) => `outbreak:${one.outbreak}`;

/** To whom an answer goes, where its case is one of an outbreak. */
export function reachBox() {
  const box = el("select", { class: "control", "aria-label": "Who gets the answer", hidden: true });
  let drawn = "";
  return {
    element: box,
    /** @returns {Reach} */
    get value() {
      return box.hidden ? "one" : /** @type {Reach} */ (box.value || "one");
    },
    set value(reach) {
      box.value = reach;
    },
    /** @param {CaseRow | null} row @param {boolean} shown */
    draw(row, shown) {
      box.hidden = !shown || !row || (row.case.outbreak ?? null) === null;
      if (box.hidden || !row) return;
      const name = row.case.name || row.case.handle;
      const many = (row.similar ?? 0) > 0 ? `the ${number(row.similar ?? 0)} similar ones too` : "everybody of the outbreak who waits";
      const says = [name, many].join("\n");
      if (says === drawn) return;
      drawn = says;
      const held = box.value;
      box.replaceChildren(el("option", { value: "one" }, `to ${name} alone`), el("option", { value: "waiting" }, `to ${many}`), el("option", { value: "all" }, "to everybody of the outbreak, answered ones too"));
      box.value = held || "one";
    },
    reset: () => (box.value = "one"),
  };
}

/** What was sent and what was not, in words. @param {{ sent: number, left?: number, items: { problem?: string | null }[] }} answer */
export function saysOf({ sent, left = 0, items }) {
  const refused = items.filter(({ problem }) => problem);
  const kept = refused.length === 0 ? "" : ` ${number(refused.length)} ${refused.length === 1 ? "is" : "are"} not sent: ${refused[0].problem}`;
  const rest = left === 0 ? "" : ` ${number(left)} more are left: send it again.`;
  return `${number(sent)} ${sent === 1 ? "answer is" : "answers are"} on ${sent === 1 ? "its" : "their"} way.${kept}${rest}`;
}

/** Beside the thread. @param {{ outbreak: number, waiting: number }} told @param {{ outbreak(): void, answerAll(reach: Reach): void }} ways */
export function outbreakPart({ waiting }, ways) {
  return el(
    "div",
    { class: "outbreak" },
    el("p", {}, waiting === 0 ? "Others said the same within a day; none of them waits any more." : `${number(waiting)} who ${waiting === 1 ? "says" : "say"} the same within a day ${waiting === 1 ? "needs" : "need"} an answer.`),
    el(
      "p",
      { class: "actions" },
      waiting > 0 && el("button", { class: "control", type: "button", onclick: ways.outbreak }, "Show them"),
      waiting > 1 && el("button", { class: "control", type: "button", onclick: () => ways.answerAll("waiting") }, "Answer all"),
      el("button", { class: "control", type: "button", onclick: () => ways.answerAll("all") }, "Tell answered ones too"),
    ),
  );
}
