// What an answer counts as: the models say it while it is written, who writes may say otherwise, and a person's word wins.
import { announce } from "../shared/announce.js";
import { Problem, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { words } from "../shared/format.js";

const kinds = ["in_public", "moved_to_private", "link_only", "acknowledgement"];
const pause = 400;

/** What it does to the clocks, where it answers and does not help yet. @param {string} kind */
export const meansOf = (kind) => (kind === "" || kind === "in_public" || kind === "not_sure" ? "" : "It ends the wait; the time to a helpful answer runs on.");

/** @param {() => void} changed */
export function kindBox(changed) {
  const box = el("select", { class: "control", "aria-label": "What the answer counts as", "aria-keyshortcuts": "Alt+K", title: "Alt+K says otherwise", onchange: said });
  const element = el("label", { class: "then counts-as", hidden: true }, "counts as ", box);
  /** What the models say of the words of now; "" where they say nothing. */
  let told = "";
  let asked = 0;
  let looked = "";
  /** Posts may be left unsorted here: then it is not asked again. */
  let absent = false;
  let timer = 0;
  draw();

  function draw() {
    const held = box.value;
    const own = told === "" ? "what its words say" : told === "not_sure" ? "not sure" : words(told);
    box.replaceChildren(el("option", { value: "" }, own), ...kinds.filter((kind) => kind !== told || kind === held).map((kind) => el("option", { value: kind }, words(kind))));
    box.value = held;
    element.toggleAttribute("data-said", held !== "");
  }

  function said() {
    draw();
    changed();
  }

  /** @param {string} text */
  async function ask(text) {
    const turn = ++asked;
    try {
      const [answer] = /** @type {{ answerKind?: { label: string } }[]} */ (await send("POST", "classify", { texts: [text] }));
      if (turn !== asked) return;
      told = answer?.answerKind?.label ?? "";
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      // It is a hint; the answer goes out without it.
      absent = problem.status === 503;
      if (turn !== asked) return;
      told = "";
    }
    said();
  }

  return {
    element,
    /** What who writes says it is; null leaves it to the models. @returns {string | null} */
    get value() {
      return box.value || null;
    },
    set value(kind) {
      box.value = kind ?? "";
      draw();
    },
    /** As which it counts for all that is known. */
    get counts() {
      return box.value || told;
    },
    /** Looks at what is written, once nobody types for a moment. @param {string} text @param {boolean} shown */
    look(text, shown) {
      element.hidden = !shown || text === "";
      if (!shown || text === looked) return;
      looked = text;
      clearTimeout(timer);
      asked++;
      if (text === "") {
        told = "";
        draw();
      } else if (!absent) timer = setTimeout(() => ask(text), pause);
    },
    /** The next one, for a key. */
    step() {
      if (element.hidden) return;
      box.selectedIndex = (box.selectedIndex + 1) % box.options.length;
      announce(`It counts as ${box.selectedOptions[0].text}.`);
      said();
    },
    reset() {
      box.value = "";
      told = looked = "";
      asked++;
      clearTimeout(timer);
      draw();
    },
  };
}
