// The frame of a room that is no dashboard: shell, title, the sentence that says what it is for, and one place for what went wrong.
import { Address } from "./address.js";
import { Problem, get } from "./api.js";
import { el } from "./element.js";
import { shell } from "./shell.js";

/**
 * @param {{ id: string, title: string, purpose: string, moves?: boolean }} room `moves`: it says itself whether it is live
 * @param {(session: Session, room: { main: HTMLElement, attempt: (act: () => Promise<void>) => Promise<boolean>,
 *   setLive: (state: import("./shell.js").LiveState) => void }) => Promise<void>} open
 */
export async function openRoom({ id, title, purpose, moves = false }, open) {
  /** @type {(state: import("./shell.js").LiveState) => void} */
  let setLive = () => {};
  const fault = el("div", { class: "notice warn", role: "alert", hidden: true });
  const main = el("main", { id: "main", tabindex: "-1", class: "room" }, el("div", {}, el("h1", {}, title), el("p", { class: "purpose" }, purpose)), fault);
  document.body.prepend(el("a", { class: "skip", href: "#main" }, `Go to ${title.toLowerCase()}`), main);

  /** @param {() => Promise<void>} act */
  async function attempt(act) {
    try {
      fault.hidden = true;
      await act();
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      fault.hidden = false;
      fault.replaceChildren(problem.message, el("button", { class: "control", type: "button", onclick: () => attempt(act) }, "Try again"));
      return false;
    }
  }

  await attempt(async () => {
    const session = /** @type {Session} */ (await get("session"));
    if (document.getElementById("opening")) {
      const frame = shell(id, session, new Address());
      if (!moves) frame.header.querySelector(".live")?.remove();
      document.getElementById("opening")?.remove();
      main.before(frame.header);
      if (moves) main.before(frame.offline);
      setLive = frame.setLive;
    }
    // A second try begins anew.
    while (main.lastElementChild && main.lastElementChild !== fault) main.lastElementChild.remove();
    document.title = `${title} · ${session.simulated ? "SIMULATED · " : ""}Listening`;
    await open(session, { main, attempt, setLive });
  });
}
