// Tells colleagues that this case is being looked at, or answered, as long as it is.
import { Problem, send } from "../shared/api.js";

const beat = 20_000;

/** @param {import("./desk.js").Desk} desk @param {() => boolean} writing */
export function presence(desk, writing) {
  let absent = false;
  let last = "";

  async function tell() {
    if (absent || document.hidden || desk.current === null || desk.gone.has(desk.current)) return;
    const doing = writing() ? "replying" : "viewing";
    last = `${desk.current} ${doing}`;
    try {
      await send("PUT", `cases/${desk.current}/presence`, { doing });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 404 || problem.status === 405) absent = !String(problem.told.type ?? "").startsWith("urn:listening");
    }
  }

  let soon = 0;
  desk.addEventListener("current", () => {
    clearTimeout(soon);
    // Who walks through the queue looks at none of them.
    soon = window.setTimeout(tell, 800);
  });
  setInterval(tell, beat);
  setInterval(() => desk.current !== null && last !== `${desk.current} ${writing() ? "replying" : "viewing"}` && writing() && tell(), 2000);
  tell();
}
