// What happens to cases elsewhere: told by the server's stream, and asked for now and then, so that nothing is missed by either alone.
import { addressOf } from "../shared/api.js";

const slow = 30_000;
const fast = 6_000;
const together = 250;

/**
 * @param {{ look(): Promise<unknown>, changed(id: number): void, present(id: number, presence: Presence[]): void, state(state: import("../shared/shell.js").LiveState): void }} told
 */
export function liveCases(told) {
  /** @type {EventSource | null} */
  let source = null;
  let failures = 0;
  let again = 0;
  let soon = 0;
  let asked = Date.now();
  let offline = !navigator.onLine;

  function look() {
    clearTimeout(soon);
    soon = window.setTimeout(() => {
      asked = Date.now();
      told.look();
    }, together);
  }

  function open() {
    clearTimeout(again);
    source?.close();
    if (!navigator.onLine) return state("offline");
    state(failures === 0 ? "waiting" : "polling");
    const stream = new EventSource(addressOf("stream", { cases: "true" }));
    source = stream;
    stream.addEventListener("open", () => {
      // What happened while nobody listened is asked for.
      if (failures > 0) look();
      failures = 0;
      state("live");
    });
    stream.addEventListener("case", (event) => {
      const { id } = JSON.parse(event.data);
      told.changed(id);
      look();
    });
    stream.addEventListener("presence", (event) => {
      const { id, presence } = JSON.parse(event.data);
      told.present(id, presence);
    });
    stream.addEventListener("reset", look);
    stream.addEventListener("error", () => {
      failures++;
      state(navigator.onLine ? "polling" : "offline");
      if (stream.readyState === EventSource.CLOSED) again = window.setTimeout(open, Math.min(60_000, 1000 * 2 ** Math.min(6, failures)));
    });
  }

  /** @param {import("../shared/shell.js").LiveState} now */
  function state(now) {
    offline = now === "offline";
    told.state(now);
  }

  window.addEventListener("offline", () => {
    source?.close();
    failures++;
    state("offline");
  });
  window.addEventListener("online", () => {
    look();
    open();
  });
  document.addEventListener("visibilitychange", () => !document.hidden && look());
  setInterval(() => {
    const flowing = source?.readyState === EventSource.OPEN;
    if (!offline && !document.hidden && Date.now() - asked >= (flowing ? slow : fast)) look();
  }, 1000);
  open();
  return { look };
}
