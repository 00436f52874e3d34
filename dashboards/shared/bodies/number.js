// One figure, how it changed, and what stands beneath it.
import { el, svg } from "../element.js";
import { change, figure, instant, number, quantity } from "../format.js";

/** @returns {import("./index.js").Body} */
export function numberBody() {
  /** @type {(() => void) | null} */
  let open = null;
  const shown = el("span", { class: "figure-text" });
  const button = el("button", { class: "figure", type: "button", onclick: () => open?.() }, shown);
  const path = svg("path");
  const spark = svg("svg", { class: "spark", viewBox: "0 0 100 30", preserveAspectRatio: "none", "aria-hidden": "true" }, path);
  const changed = el("p", { class: "change" });
  const lines = el("div", { class: "lines" });
  const element = el("div", {}, el("div", { class: "headline" }, button, spark), changed, lines);

  return {
    element,
    update(view) {
      const asked = view.layout.metrics[0];
      const answer = view.answers[asked.id];
      open = () => view.open({ metric: asked.id, within: asked.within });
      // None of some is a finding; only none of none is no data.
      const text = answer.of && answer.unit === "count" ? number(answer.value ?? 0) : figure(answer, answer.unit);
      shown.replaceChildren(...parts(text), ...(answer.of && answer.unit === "count" ? [el("small", {}, ` of ${number(answer.of)}`)] : []));
      button.classList.toggle("none", text === "no data");
      button.setAttribute("aria-label", `${view.layout.title}: ${text}${answer.of ? ` of ${number(answer.of)}` : ""}. Show the posts behind it`);
      const drawn = sparkline(answer.series.filter(({ bucket }) => bucket !== null));
      spark.toggleAttribute("hidden", drawn === "");
      path.setAttribute("d", drawn);
      const difference = change(answer, view.catalogue.get(answer.id)?.higherIsBetter ?? null);
      changed.hidden = difference === null;
      changed.textContent = difference?.text ?? "";
      changed.dataset.verdict = difference?.verdict ?? "";
      lines.replaceChildren(
        ...(view.layout.lines ?? [])
          .map((line) => lineOf(line, view.answers[line.metric]))
          .filter((text) => text !== "")
          .map((text) => el("p", {}, text)),
      );
    },
    sheet(view) {
      const rows = view.layout.metrics.map(({ id }) => {
        const answer = view.answers[id];
        const before = answer.previous ? [figure(answer.previous, answer.unit)] : [];
        return { cells: [view.catalogue.get(id)?.title ?? id, figure(answer, answer.unit), number(answer.n), ...before] };
      });
      const compared = rows.some(({ cells }) => cells.length > 3);
      const answer = view.answers[view.layout.metrics[0].id];
      const buckets = answer.series
        .filter(({ bucket, n }) => bucket !== null && n > 0)
        .map((point) => ({
          cells: [instant(String(point.bucket), view.zone), figure(point, answer.unit), number(point.n), ...(compared ? [""] : [])],
        }));
      return { caption: view.layout.title, columns: ["Measure", "Value", "n", ...(compared ? ["Before"] : [])], rows: [...rows, ...buckets] };
    },
  };
}

/** Digits large, units small; the spaces are in the text, so that it reads as it is named. @param {string} text */
function parts(text) {
  if (text === "no data") return [text];
  return text
    .split(/(\p{L}+|%)/u)
    .filter(Boolean)
    .map((part) => (/[\p{L}%]/u.test(part) ? el("small", {}, ` ${part.trim()} `) : el("b", {}, part.trim())));
}

/** @param {TileLine} line @param {MetricAnswer | undefined} answer */
function lineOf(line, answer) {
  if (!answer) return "";
  const beside = line.key ? answer.beside[line.key] : undefined;
  if (line.key && (beside === undefined || beside === null)) return "";
  const value = beside ?? answer.value;
  const said = value !== null && value < 0 && line.negative ? line.negative : line.text;
  const shown = value === null ? figure(answer, line.unit) : quantity(line.negative ? Math.abs(value) : value, line.unit);
  if (shown === "no data") return "";
  return said.replace("{value}", shown).replace("{n}", number(answer.n));
}

/** @param {MetricPoint[]} points @returns {string} a path in 100 × 30; a gap where there is no data */
function sparkline(points) {
  const values = points.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  if (known.length < 3) return "";
  const top = Math.max(...known);
  const floor = Math.min(...known);
  let pen = "M";
  return values
    .map((value, index) => {
      if (value === null) {
        pen = "M";
        return "";
      }
      const step = `${pen}${((index / (values.length - 1)) * 100).toFixed(1)} ${(29 - ((value - floor) / (top - floor || 1)) * 28).toFixed(1)}`;
      pen = "L";
      return step;
    })
    .join("");
}
