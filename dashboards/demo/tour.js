// The demo's guided tour: some sentences beside the tiles they are about. It covers nothing and waits for nobody.
import { el } from "../shared/element.js";

/** @type {{ tile: string, title: string, text: string }[]} */
const steps = [
  { tile: "first-answer", title: "How fast did we answer?", text: "Half of last week's customers had an answer within this time. Who still waits is counted as waiting, so nobody can look better by leaving questions open." },
  { tile: "within-hour", title: "Did we keep our promise?", text: "The share answered within an hour, with the week before beside it. n says of how many." },
  { tile: "lost", title: "Who got there first?", text: "Competitors read the same complaints. This is how often one of them answered before us, and by how much we lead." },
  { tile: "topics", title: "What was it about?", text: "Topics with their counts. Press any number: the posts behind it open, every one of them." },
  { tile: "waiting", title: "And now?", text: "This one is of this minute, not of last week: who waits while you read. It moves by itself." },
];

/** Begins once the tiles are there, when the address asks for it. */
export function tour() {
  if (new URLSearchParams(location.search).get("tour") !== "1") return;
  const known = steps.filter(({ tile }) => document.querySelector(`section.tile[id="${tile}"]`));
  if (known.length === 0) return;
  let at = 0;
  const title = el("h2", { id: "tour-title" });
  const text = el("p", {});
  const says = el("p", { class: "says" });
  const reading = new MutationObserver(read);
  const count = el("span", { class: "quiet" });
  const back = el("button", { class: "control", type: "button", onclick: () => show(at - 1) }, "Back");
  const next = el("button", { class: "control", type: "button", onclick: () => (at + 1 < known.length ? show(at + 1) : end()) });
  const close = el("button", { class: "control", type: "button", onclick: end }, "End the tour");
  const box = el("section", { class: "tour", "aria-labelledby": "tour-title", tabindex: "-1" }, title, says, text, el("div", { class: "steps" }, count, close, back, next));
  document.body.append(el("link", { rel: "stylesheet", href: "/dashboards/demo/demo.css" }), box);
  document.addEventListener("keydown", leave);

  /** @param {number} to */
  function show(to) {
    at = to;
    mark(known[at].tile);
    title.textContent = known[at].title;
    text.textContent = known[at].text;
    count.textContent = `${at + 1} of ${known.length}`;
    back.hidden = at === 0;
    next.textContent = at + 1 < known.length ? "Next" : "Done";
    box.focus({ preventScroll: true });
  }

  /** @param {string | null} tile */
  function mark(tile) {
    for (const before of document.querySelectorAll(".toured")) before.classList.remove("toured");
    const element = tile && document.querySelector(`section.tile[id="${tile}"]`);
    reading.disconnect();
    if (!element) return;
    reading.observe(element, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-busy"] });
    read();
    element.classList.add("toured");
    element.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  // What the tile itself says, with its n: the guide knows no figure of its own.
  function read() {
    const tile = document.getElementById(known[at].tile);
    const count = tile?.querySelector(".tile-foot span")?.textContent?.trim();
    const value = tile?.querySelector("button.figure")?.textContent?.trim();
    says.textContent = !tile || tile.getAttribute("aria-busy") === "true" ? "The figure is on its way …" : [value, count].filter(Boolean).join("; ");
  }

  /** @param {KeyboardEvent} event */
  function leave(event) {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) end();
  }

  function end() {
    mark(null);
    box.remove();
    document.removeEventListener("keydown", leave);
  }
  show(0);
}
