// What can be written of a case.
/** @typedef {"reply" | "note" | "ask"} Mode */

/** @type {Record<Mode, { name: string, key: string, says: string, button: string, asks: string }>} */
export const modes = {
  reply: { name: "Public reply", key: "r", says: "Everybody will read this.", button: "Send", asks: "Write a reply; / for a canned one" },
  note: { name: "Note", key: "n", says: "Stays inside.", button: "Keep the note", asks: "A note for colleagues" },
  ask: { name: "Ask inside", key: "x", says: "Put to colleagues, with a link to the case.", button: "Ask", asks: "What do you want to know?" },
};
