// Models: what sorts posts, what was learned from corrections, and the way back.
import { announce } from "../shared/announce.js";
import { get, request, send } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { ask, field, form } from "../shared/form.js";
import { instant, number, words } from "../shared/format.js";
import { redraw } from "../shared/redraw.js";
import { openRoom } from "../shared/room.js";

/** @typedef {{ corrections: number, frozen: number, takesOver: boolean, reason: string }} Trial */
/** @typedef {{ version: string, trainedAt: string, corrections: number, against: string, trial: Trial }} Version */
/** @typedef {{ task: string, labels: string[], live: string, shipped: string, profile: string, corrections: number, sinceTraining: number, unfit: string | null, versions: Version[] }} Model */
/** @typedef {{ name: string, terms: string[] }} Topic */
/** @typedef {{ started: string, from: string | null, posts: number, ended: string | null, failure: string | null }} Again */
/** @typedef {{ retrainAfter: number, items: Model[], topics: { instead: boolean, topics: Topic[] }, sortingAgain: Again | null }} Models */

await openRoom(
  { id: "models", title: "Models", purpose: "What sorts posts. A correction wins at once; enough of them train a challenger, which takes over only when it is better on what neither has learned from." },
  async (session, { main, attempt }) => {
    const tasks = el("div", { class: "entries" });
    const past = el("p", { class: "quiet", role: "status" });
    const waiting = el("p", {});
    const card = el("pre", { tabindex: "0", role: "group", "aria-label": "Card", hidden: true });
    const from = el("input", { type: "date" });
    const terms = el("textarea", { rows: 6, spellcheck: "false", placeholder: "drone: drone, propeller*, rotor" });
    const instead = el("input", { type: "checkbox" });
    main.append(
      el(
        "section",
        { class: "panel", "aria-labelledby": "tasks" },
        el("h2", { id: "tasks" }, "Tasks"),
        waiting,
        tasks,
        el("div", { class: "actions" }, button("Train now", train), button("Look again", () => attempt(load))),
        card,
      ),
      el(
        "section",
        { class: "panel", "aria-labelledby": "past" },
        el("h2", { id: "past" }, "The past"),
        el("p", {}, "Stored posts keep the labels they were given. Sort them again with the models in use when you want the past to be read as today's posts are. What persons said stays."),
        form("Sort again", [field("Posts from this day on", from, "Earlier posts keep the labels that were reported. Empty: all posts.")], sortAgain),
        past,
      ),
      el(
        "section",
        { class: "panel", "aria-labelledby": "topics" },
        el("h2", { id: "topics" }, "Topics of your own"),
        el("p", {}, "One topic a line: its name, a colon, and the words that tell it until some hundred corrections have taught it. A star stands for any ending."),
        form("Set the topics", [field("Own topics, one a line", terms), el("label", {}, instead, el("span", {}, "Instead of the shipped topics"))], setTopics),
      ),
    );
    await load();

    async function load() {
      const models = /** @type {Models} */ (await get("admin/models"));
      waiting.textContent = `A task is trained when ${number(models.retrainAfter)} new corrections of it came in.`;
      redraw(tasks, models.items.map(row));
      past.textContent = said(models.sortingAgain);
      instead.checked = models.topics.instead;
      if (document.activeElement !== terms) terms.value = models.topics.topics.map((topic) => `${topic.name}: ${topic.terms.join(", ")}`).join("\n");
    }

    /** @param {Model} model */
    function row(model) {
      return el(
        "div",
        { class: "entry", "data-task": model.task },
        el("div", {}, el("strong", {}, words(model.task)), el("div", { class: "quiet" }, model.labels.map(words).join(", "))),
        el(
          "div",
          { class: "quiet" },
          `${model.live} · ${model.profile}`,
          el("div", {}, `${number(model.corrections)} corrections, ${number(model.sinceTraining)} since the last training`),
          model.unfit && el("div", { role: "alert" }, model.unfit),
          model.versions.map((version) => trained(model, version)),
        ),
        el(
          "div",
          { class: "actions" },
          button("Card", () => showCard(model), `Card of ${words(model.task)}`),
          model.live !== model.shipped && button("Back to the shipped one", () => use(model, null), `Back to the shipped one: ${words(model.task)}`),
        ),
      );
    }

    /** @param {Model} model @param {Version} version */
    function trained(model, version) {
      return el(
        "div",
        { "data-version": version.version },
        el("strong", {}, version.version),
        " ",
        time(version.trainedAt, instant(Date.parse(version.trainedAt), session.timeZone), version.trainedAt),
        el("div", {}, version.trial.reason),
        version.version === model.live ? "in use" : button("Use this one", () => use(model, version.version), `Use this one: ${version.version}`),
      );
    }

    /** @param {string} label @param {() => unknown} act @param {string} [name] */
    function button(label, act, name) {
      return el("button", { class: "control", type: "button", onclick: act, "aria-label": name ?? null }, label);
    }

    /** @param {Model} model @param {string | null} version */
    async function use(model, version) {
      if (!(await ask(`New posts are sorted by ${version ?? "the shipped model"} from now on. Stored posts keep their labels.`, "Use it"))) return;
      await attempt(async () => {
        await send("PUT", `admin/models/${encodeURIComponent(model.task)}/live`, { version });
        announce(`${words(model.task)}: ${version ?? "the shipped model"} is in use.`);
        await load();
      });
    }

    /** @param {Model} model */
    function showCard(model) {
      return attempt(async () => {
        const answer = await request("GET", `admin/models/${encodeURIComponent(model.task)}/card`);
        card.textContent = await answer.text();
        card.hidden = false;
        card.focus();
      });
    }

    function train() {
      return attempt(async () => {
        await send("POST", "admin/models/train");
        announce("Training began; it takes some seconds to a minute a task.");
      });
    }

    async function sortAgain() {
      await send("POST", "admin/models/sort-again", { from: from.value ? `${from.value}T00:00:00Z` : null });
      announce("Sorting began.");
      await load();
    }

    async function setTopics() {
      const topics = terms.value
        .split("\n")
        .filter((line) => line.trim())
        .map((line) => {
          const [name, ...rest] = line.split(":");
          return { name: name.trim(), terms: rest.join(":").split(",").map((term) => term.trim()).filter(Boolean) };
        });
      await send("PUT", "admin/models/topics", { instead: instead.checked, topics });
      announce("The topics are set.");
      await load();
    }

    /** @param {Again | null} again */
    function said(again) {
      if (!again) return "Not since the program started.";
      const when = instant(Date.parse(again.started), session.timeZone);
      if (again.failure) return `${when}: ended after ${number(again.posts)} posts: ${again.failure}`;
      return `${when}: ${number(again.posts)} posts${again.ended ? ", done." : " so far."}`;
    }
  },
);
