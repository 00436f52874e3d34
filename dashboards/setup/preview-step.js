// What would come in: the first posts of each source, those that name the brand first. Nothing is stored.
import { Problem, send } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { duration, number } from "../shared/format.js";
import { trialPost, tried } from "../sources/trial.js";
import { excludeTerms } from "./exclude.js";

/** @typedef {{ offer: import("./source-step.js").Offer, posts: WirePost[], reason: string }} Taste */
/** @typedef {{ named: string[], relevance: string, party: string }} Reading */

/**
 * @param {string} zone
 * @param {{ brand(): RegistryBrand, brands(): RegistryBrand[], ruleOut(term: string): void, letIn(term: string): void }} who
 * @param {() => void} reword goes back to the words
 */
export function previewStep(zone, who, reword) {
  const element = el("div", { class: "step-body tastes" });
  /** @type {Taste[]} */
  let tastes = [];

  /** @param {import("./source-step.js").Offer[]} offers */
  async function ask(offers) {
    element.replaceChildren(el("p", { role: "status" }, `Asking ${offers.map(({ kind }) => kind.title).join(", ")} …`));
    tastes = await Promise.all(offers.map(taste));
    await draw();
  }

  async function draw() {
    const posts = tastes.flatMap((one) => one.posts);
    const { items } = /** @type {{ items: Reading[] }} */ (posts.length > 0 ? await send("POST", "admin/setup/reading", { brands: who.brands(), posts }) : { items: [] });
    const readings = new Map(posts.map((post, index) => [post, items[index]]));
    const ours = posts.filter((post) => isOurs(readings.get(post)));
    element.replaceChildren(struck(), ...tastes.map((one) => section(one, readings, ours)));
    announce(`${number(ours.length)} of ${number(posts.length)} posts are about ${who.brand().name}.`);
  }

  /** @param {Reading | undefined} reading */
  const isOurs = (reading) => reading !== undefined && reading.relevance !== "excluded" && reading.named.includes(who.brand().name);

  function struck() {
    const { exclude } = who.brand();
    if (exclude.length === 0) return "";
    const undo = exclude.map((term) => el("button", { class: "control", type: "button", "aria-label": `Let “${term}” in again`, onclick: () => (who.letIn(term), draw()) }, `${term} ✕`));
    return el("div", { class: "struck" }, el("span", {}, "Not about you when it says "), undo);
  }

  /** @param {Taste} one @param {Map<WirePost, Reading>} readings @param {WirePost[]} ours */
  function section({ offer, posts, reason }, readings, ours) {
    const here = posts.filter((post) => isOurs(readings.get(post)));
    const out = posts.filter((post) => readings.get(post)?.relevance === "excluded");
    const rest = posts.filter((post) => !here.includes(post) && !out.includes(post));
    const says = reason
      ? `▼ It did not answer: ${reason}`
      : posts.length === 0
        ? "○ It answered and has nothing to show now. New posts will come when there are any."
        : here.length === 0
          ? `○ ${emptySentence(posts, who.brand().watch)}`
          : `● ${number(here.length)} of ${number(posts.length)} ${posts.length === 1 ? "post is" : "posts are"} about ${who.brand().name}${out.length > 0 ? `; ${number(out.length)} ruled out by your words` : ""}.`;
    return el(
      "section",
      { class: "taste", "aria-label": offer.kind.title, "data-tone": reason ? "bad" : null },
      el("h3", {}, offer.kind.title),
      el("p", { class: "says" }, says),
      reason && el("label", { class: "anyway" }, anyway(offer), "Listen to it all the same: it is tried again, and the sources' page says how it does."),
      !reason && posts.length > 0 && here.length === 0 && el("button", { class: "control", type: "button", onclick: reword }, "Change the words"),
      here.length > 0 && el("ol", {}, here.slice(0, 12).map((post) => trialPost(post, zone, notUs(post, ours)))),
      rest.length > 0 && folded(`${number(rest.length)} that ${rest.length === 1 ? "does" : "do"} not name you`, rest),
      out.length > 0 && folded(`${number(out.length)} ruled out`, out),
    );
  }

  /** @param {string} title @param {WirePost[]} posts */
  const folded = (title, posts) => el("details", {}, el("summary", {}, title), el("ol", {}, posts.slice(0, 10).map((post) => trialPost(post, zone))));

  /** @param {import("./source-step.js").Offer} offer */
  function anyway(offer) {
    const box = el("input", { type: "checkbox", checked: true, onchange: () => offer.choose(box.checked) });
    return box;
  }

  /** @param {WirePost} post @param {WirePost[]} ours */
  function notUs(post, ours) {
    const place = el("div", { class: "not-us" });
    const button = el("button", { class: "control", type: "button", onclick: offerTerms }, "Not us");
    place.append(button);
    function offerTerms() {
      const kept = ours.filter((other) => other !== post).map(({ text }) => text);
      const terms = excludeTerms(post.text, who.brand().watch, kept);
      const choices = terms.map((term) =>
        el("button", { class: "control", type: "button", onclick: () => rule(term) }, `“${term}”`),
      );
      place.replaceChildren(
        el("span", {}, terms.length > 0 ? "Then it is not about you when it says " : "Every word of it stands in other posts too. Add a term yourself."),
        ...choices,
        el("button", { class: "control bare", type: "button", onclick: () => (place.replaceChildren(button), button.focus()) }, "Leave it"),
      );
      (choices[0] ?? place.querySelector("button"))?.focus();
    }
    return place;
  }

  /** @param {string} term */
  async function rule(term) {
    who.ruleOut(term);
    await draw();
    element.querySelector("button")?.focus();
  }

  return { element, ask };
}

/** @param {import("./source-step.js").Offer} offer @returns {Promise<Taste>} */
async function taste(offer) {
  try {
    const { posts, failure } = await tried(offer.draft());
    return { offer, posts, reason: failure?.reason ?? "" };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const told = /** @type {Record<string, string[]> | undefined} */ (problem.told.errors);
    return { offer, posts: [], reason: told ? Object.values(told).flat().join(" ") : problem.message };
  }
}

/**
 * "0 of 25 posts in 3 d 2 h contained “acme”; try a shorter word, or another source."
 * @param {WirePost[]} posts @param {string[]} watch
 */
export function emptySentence(posts, watch) {
  const times = posts.flatMap(({ postedAt }) => (postedAt ? [Date.parse(postedAt)] : []));
  const span = times.length > 1 ? ` in ${duration((Math.max(...times) - Math.min(...times)) / 1000)}` : "";
  return `0 of ${number(posts.length)} ${posts.length === 1 ? "post" : "posts"}${span} contained ${watch.map((term) => `“${term}”`).join(" or ")}; try a shorter word, or another source.`;
}
