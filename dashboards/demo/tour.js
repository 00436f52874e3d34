// The demo's guided tour: some sentences beside the figures they are about. It covers nothing and waits for nobody.
import { el } from "../shared/element.js";

/** @type {{ at: string, title: string, text: string }[]} */
const steps = [
  { at: ".news, .quiet-news", title: "What changed?", text: "Each sentence says what changed, since when, by how much and of how many. Where nothing changed by more than chance, no sentence stands here." },
  { at: "[data-card=first_answer]", title: "How fast did we answer?", text: "Half of last week's customers had an answer within this time. Who still waits is counted as waiting, so nobody can look better by leaving questions open." },
  { at: "[data-card=within_hour]", title: "Did we keep our promise?", text: "The share answered within an hour, with the week before beside it. n says of how many." },
  { at: "[data-card=race]", title: "Who got there first?", text: "Competitors read the same complaints. This is how often one of them answered before us." },
  { at: "[data-card=recovery]", title: "Did it help?", text: "How many of those who wrote again after our answer sounded better than before. Press any number: the posts behind it open, every one of them." },
];

/** Whether the address asks for it; what is chosen later takes that out of the address. */
export const toured = new URLSearchParams(location.search).get("tour") === "1";

/** Begins; what it points at is drawn by now, and may be drawn anew. */
export function tour() {
  let at = 0;
  const title = el("h2", { id: "tour-title" });
  const text = el("p", {});
  const says = el("p", { class: "says" });
  const reading = new MutationObserver(read);
  const count = el("span", { class: "quiet" });
  const back = el("button", { class: "control", type: "button", onclick: () => show(at - 1) }, "Back");
  const next = el("button", { class: "control", type: "button", onclick: () => (at + 1 < steps.length ? show(at + 1) : end()) });
  const close = el("button", { class: "control", type: "button", onclick: end }, "End the tour");
  const box = el("section", { class: "tour", "aria-labelledby": "tour-title", tabindex: "-1" }, title, says, text, el("div", { class: "steps" }, count, close, back, next));
  document.head.append(el("link", { rel: "stylesheet", href: "/dashboards/demo/demo.css" }));
  document.body.append(box);
  document.addEventListener("keydown", leave);
  reading.observe(document.querySelector("main") ?? document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-busy"] });

  /** @param {number} to */
  function show(to) {
    at = to;
    title.textContent = steps[at].title;
    text.textContent = steps[at].text;
    count.textContent = `${at + 1} of ${steps.length}`;
    back.hidden = at === 0;
    next.textContent = at + 1 < steps.length ? "Next" : "Done";
    read();
    document.querySelector(".toured")?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    box.focus({ preventScroll: true });
  }

  // What the figure itself says, with its n: the guide knows none of its own.
  function read() {
    const shown = document.querySelector(steps[at].at);
    for (const before of document.querySelectorAll(".toured")) if (before !== shown) before.classList.remove("toured");
    shown?.classList.add("toured");
    const value = shown?.querySelector("button.figure")?.textContent?.trim();
    const words = document.querySelector("main [aria-busy=true].page-one") ? "The figure is on its way …" : [value, value && shown?.querySelector(".tile-foot span")?.textContent?.trim()].filter(Boolean).join("; ");
    if (says.textContent !== words) says.textContent = words;
    says.hidden = words === "";
  }

  /** @param {KeyboardEvent} event */
  function leave(event) {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) end();
  }

  function end() {
    reading.disconnect();
    document.querySelector(".toured")?.classList.remove("toured");
    box.remove();
    document.removeEventListener("keydown", leave);
  }
  show(0);
}
