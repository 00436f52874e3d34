// Page 1: what changed, in sentences, and six cards.
import { defines } from "../shared/definition.js";
import { el, icon, svg } from "../shared/element.js";
import { instant, leftOut, number, quantity } from "../shared/format.js";
import { changeOf, sparkline, valueOf } from "./figures.js";

const signs = { better: "▲ better", worse: "▼ worse", none: "■" };

/** @param {EngagementReport} report @param {(link: string) => void} open */
export function sentences(report, open) {
  // Where there are no posts the page says that, and how to get to some.
  if (report.freshness.posts === 0) return "";
  if (report.sentences.length === 0) return el("p", { class: "quiet-news" }, "Nothing changed by more than chance and a fifth, against the weeks before.");
  return el(
    "ol",
    { class: "news" },
    report.sentences.map(({ text, link, word }) =>
      el("li", {}, el("span", { class: "verdict", "data-verdict": word }, signs[word]), el("button", { type: "button", onclick: () => open(link), title: "Show the posts behind it" }, whole(text))),
    ),
  );
}

/** A number stays on one line with its unit, and with "n =". @param {string} text */
const whole = (text) => text.replace(/(\d) (%|ms|s|min|h|d|[A-Z][a-z]{2})(?![a-z])/g, "$1\u00a0$2").replace(/n = (?=\d)/g, "n\u00a0=\u00a0");

/** @param {EngagementReport} report @param {(link: string) => void} open */
export function cards(report, open) {
  return el(
    "div",
    { class: "cards" },
    report.cards.map((card) => one(card, report, open)),
  );
}

/** What stands there until the figures are read. */
export function awaited() {
  return el("div", { class: "awaited", "aria-hidden": "true" }, el("div", { class: "skeleton" }), el("div", { class: "cards" }, Array.from({ length: 6 }, () => el("div", { class: "card" }, el("div", { class: "skeleton" })))));
}

/** @param {ReportCard} card @param {EngagementReport} report @param {(link: string) => void} open */
function one(card, report, open) {
  const { figure } = card;
  const shown = valueOf(figure);
  const name = el("button", { type: "button" }, card.title);
  defines(name, () => [{ id: figure.metric, title: card.title, definition: card.definition, unit: figure.unit, higherIsBetter: null, cohort: "", dimensions: [] }]);
  const drawn = sparkline(card.sparkline);
  return el(
    "section",
    { class: "card", "data-card": card.id, "aria-labelledby": `card-${card.id}` },
    el("div", { class: "card-head" }, el("h2", { id: `card-${card.id}` }, name), figure.link && el("button", { class: "to-posts", type: "button", onclick: () => open(figure.link ?? ""), "aria-label": `Posts behind “${card.title}”`, title: "Posts behind it" }, icon("list"))),
    el(
      "div",
      { class: "headline" },
      el("button", { class: shown === "no data" ? "figure none" : "figure", type: "button", onclick: () => figure.link && open(figure.link), "aria-label": `${card.title}: ${shown}. Show the posts behind it` }, el("span", { class: "figure-text" }, shown)),
      drawn && el("div", { class: "spark", role: "img", "aria-label": sparkWords(card, report) }, svg("svg", { class: "spark", viewBox: "0 0 100 30", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("path", { d: drawn }))),
    ),
    el("p", { class: "change", "data-verdict": figure.change?.word ?? "" }, changeOf(figure) || "\u00a0"),
    el(
      "ul",
      { class: "lines" },
      card.beside.map((line) => el("li", {}, el("button", { type: "button", onclick: () => line.link && open(line.link) }, `${line.title}: ${valueOf(line)}`), line.n > 0 && line.n !== figure.n && !line.of && ` (n\u00a0=\u00a0${number(line.n)})`)),
      card.target && el("li", {}, `Target: ${quantity(card.target.value, figure.unit)}${card.target.default ? " (default)" : ""}${card.target.met === null ? "" : card.target.met ? ", met" : ", missed"}`),
      card.id === "recovery" && el("li", { class: "tone" }, aboutTone),
    ),
    el("p", { class: "tile-foot" }, el("span", {}, [`n = ${number(figure.of ?? figure.n)}`, leftOut(card.leftOut)].filter(Boolean).join(" · "))),
  );
}

/** What stands under everything about tone. */
export const aboutTone = "Tone of the post, not opinion of us; about 1 in 3 labels is wrong on a new brand until you correct 200.";

/** @param {ReportCard} card @param {EngagementReport} report */
function sparkWords({ title, figure, sparkline: points }, { zone }) {
  const known = points.filter(({ value }) => value !== null && value !== undefined);
  const top = known.reduce((most, point) => ((point.value ?? 0) > (most.value ?? 0) ? point : most));
  return `${title} over the period, ${known.length} of ${points.length} with data, highest ${quantity(top.value ?? 0, figure.unit)} from ${instant(top.at, zone, { dateStyle: "medium" })}`;
}
