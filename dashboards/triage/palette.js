// Every command by its key, and all of them by name.
import { onKey, tellKey } from "../shared/keys.js";
import { pick } from "./pick.js";
import { undoLast } from "./toast.js";
import { viewNames } from "./views.js";

/** @typedef {{ key: string, says: string, act: () => unknown }} Command */

/**
 * @param {any} parts
 * @returns {Command[]}
 */
export function setKeys({ desk, act, middle, right, box, open, label, outbreak }) {
  const read = () => desk.current !== null && open(desk.current);
  const write = (/** @type {"reply" | "note" | "ask"} */ mode) => () => {
    if (desk.current === null) return;
    open(desk.current);
    right.writer.turn(mode);
  };
  /** @type {Command[]} */
  const commands = [
    { key: "j", says: "next case", act: () => middle.move(1) },
    { key: "k", says: "case before", act: () => middle.move(-1) },
    { key: "Enter", says: "open the case", act: read },
    { key: "r", says: "reply in public", act: write("reply") },
    { key: "n", says: "write a note", act: write("note") },
    { key: "x", says: "ask inside", act: write("ask") },
    { key: "m", says: "take it yourself", act: act.claim },
    { key: "a", says: "give it to somebody", act: act.assign },
    { key: "e", says: "resolve", act: act.resolve },
    { key: "s", says: "put it off", act: act.snooze },
    { key: "t", says: "tag", act: act.tag },
    { key: "c", says: "correct a label", act: label },
    { key: "z", says: "take the last thing back", act: undoLast },
    { key: ".", says: "show what is new", act: middle.show },
    { key: "/", says: "search", act: box.focus },
  ];
  commands.push({ key: "", says: "promise something by a day", act: act.promise }, { key: "", says: "the promise is kept", act: act.kept }, { key: "", says: "give it to a team", act: act.team }, { key: "", says: "one with another case", act: act.merge }, { key: "", says: "link a ticket", act: act.ticket }, { key: "", says: "same person as another account", act: act.same });
  const answer = (/** @type {import("./outbreak.js").Reach} */ reach) => () => {
    if ((desk.row(desk.current)?.case.outbreak ?? null) === null) return outbreak();
    open(desk.current);
    right.writer.answerAll(reach);
  };
  commands.push({ key: "", says: "show who says the same", act: () => outbreak() }, { key: "", says: "answer all who say the same", act: answer("waiting") }, { key: "", says: "tell all who said the same, answered ones too", act: answer("all") });
  // Enter is the button's own where one has the focus.
  for (const { key, says, act: doing } of commands) if (key) onKey(key, says, doing, key === "Enter" ? "a, button, summary" : "");
  tellKey("Space", "choose for several at once");
  tellKey("Ctrl Enter", "send what is written");
  tellKey("Ctrl K", "every command by name");
  return commands;
}

/** Ctrl+K: everything by name. @param {Command[]} commands @param {import("./desk.js").Desk} desk @param {(view: string, query: string) => void} go */
export function palette(commands, desk, go) {
  document.addEventListener("keydown", async (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const options = [
      ...commands.filter(({ key }) => key !== "j" && key !== "k").map(({ key, says }) => ({ value: `do ${says}`, says, hint: key })),
      ...viewNames.filter(([id]) => id in desk.counts).map(([id, name]) => ({ value: `view ${id}`, says: `Show ${name}`, hint: String(desk.counts[id]) })),
      ...desk.saved.map(({ name, query }) => ({ value: `find ${query}`, says: `Show ${name}`, hint: query })),
      ...[...document.querySelectorAll(".rooms a")].map((link) => ({ value: `room ${link.getAttribute("href")}`, says: `Go to ${link.textContent}` })),
    ];
    const told = await pick({ title: "What do you want to do?", options, placeholder: "Type a command" });
    if (!told) return;
    const [kind, rest] = [told.slice(0, told.indexOf(" ")), told.slice(told.indexOf(" ") + 1)];
    if (kind === "do") commands.find(({ says }) => says === rest)?.act();
    else if (kind === "view") go(rest, "");
    else if (kind === "find") go("needs_answer", rest);
    else location.assign(rest);
  });
}
