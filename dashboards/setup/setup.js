// From a name to the first post: who you are, where to listen, what would come in, and go.
import { Problem, get, request, send } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { learningStrip } from "../shared/learning.js";
import { openRoom } from "../shared/room.js";
import { brandStep } from "./brand-step.js";
import { firstPosts } from "./first-posts.js";
import { previewStep } from "./preview-step.js";
import { sourceStep } from "./source-step.js";

const titles = ["Your brand", "Where to listen", "What would come in", "Listening"];

await openRoom(
  { id: "setup", title: "Set up your own brand", purpose: "A name is enough to begin with. Nothing is listened to before you say start, and everything can be changed later." },
  async (session, { main }) => {
    if (session.simulated) main.append(ownFolder());
    else await lead(session, main);
  },
);

/** @param {Session} session @param {HTMLElement} main */
async function lead(session, main) {
  const view = /** @type {RegistryView} */ (await get("admin/brands"));
  const who = brandStep(view);
  const where = sourceStep();
  const preview = previewStep(session.timeZone, who, () => (show(0), who.watch()));
  const first = firstPosts(session.timeZone, () => who.brand().name);
  const bodies = [who.element, where.element, preview.element, first.element];
  const onwards = ["Continue", "Preview", "Start listening", ""];
  let at = 0;

  const marks = titles.map((title) => el("li", {}, title));
  const heading = el("h2", { tabindex: "-1" });
  const fault = el("p", { class: "wrong", role: "alert", hidden: true });
  const back = el("button", { class: "control", type: "button", onclick: () => show(at - 1) }, "Back");
  const next = el("button", { class: "primary", type: "submit" });
  const strip = el("div", {});
  const form = el("form", { class: "panel setup-step", novalidate: true, onsubmit: onward }, heading, bodies, fault, el("div", { class: "actions onward" }, next, back));
  main.append(el("ol", { class: "setup-marks", "aria-label": "Steps" }, marks), strip, form);
  show(0);

  /** @param {number} step */
  function show(step) {
    at = step;
    bodies.forEach((body, index) => (body.hidden = index !== at));
    marks.forEach((mark, index) => {
      mark.dataset.state = index < at ? "done" : index === at ? "now" : "";
      if (index === at) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    });
    heading.textContent = titles[at];
    next.textContent = onwards[at];
    back.hidden = at === 0 || at === 3;
    next.hidden = at === 3;
    strip.hidden = at !== 3 || !strip.firstChild;
    fault.hidden = true;
    if (at === 0) who.focus();
    else heading.focus();
  }

  /** @param {SubmitEvent} event */
  async function onward(event) {
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    fault.hidden = true;
    next.textContent = ["Keeping …", "Asking …", "Starting …"][at] ?? "";
    try {
      await [named, chosen, started][at]();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      refuse(problem.message);
    } finally {
      form.removeAttribute("aria-busy");
      next.textContent = onwards[at];
    }
  }

  /** @param {string} reason */
  function refuse(reason) {
    fault.hidden = false;
    fault.textContent = reason;
  }

  async function named() {
    if (who.brand().name === "") return refuse("Type your brand's name.");
    if (who.brand().watch.length === 0) return refuse("Leave at least one word that names you.");
    await who.keep();
    await where.suggest(who.brand());
    show(1);
  }

  async function chosen() {
    if (!where.complete()) return;
    await preview.ask(where.chosen());
    show(2);
  }

  async function started() {
    await who.keep();
    const { items: there } = /** @type {{ items: ListedSource[] }} */ (await get("admin/sources"));
    for (const offer of where.chosen()) {
      // A second try does not add what the first one did.
      const added = there.find(({ name }) => name === offer.name) ?? (await send("POST", "admin/sources", { ...offer.draft(), paused: false }));
      offer.forget();
      await request("POST", `admin/sources/${added.id}/run`);
    }
    strip.replaceChildren(learningStrip(/** @type {Session} */ (await get("session"))) ?? "");
    show(3);
    announce("Listening has started.");
    await first.look();
  }
}

/** In the demo everything is made up, so one's own brand lives elsewhere. */
function ownFolder() {
  return el(
    "section",
    { class: "panel", "aria-labelledby": "own" },
    el("h2", { id: "own" }, "Your own brand has its own folder"),
    el("p", {}, "This demo is simulated and stays so. End it (Ctrl+C) and start Listening without it:"),
    el("pre", { class: "command", tabindex: "0", "aria-label": "Command" }, "./listening serve"),
    el("p", {}, "It makes the folder “data” and prints a link. Who opens the link becomes the first admin and comes to this page, where a name is enough to begin with: no account, no key."),
  );
}
