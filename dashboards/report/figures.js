// A report's figures in words.
import { figure, number, quantity, share } from "../shared/format.js";

/** "3 of 412", "31 min", "> 2 h", "no data". @param {ReportFigure} shown */
export function valueOf(shown) {
  if (shown.of && shown.unit === "count") return `${number(shown.value ?? 0)} of ${number(shown.of)}`;
  return figure({ value: shown.value, greaterThan: shown.greaterThan }, shown.unit);
}

/**
 * "better: 12 min shorter (43 min before, n = 380)"; of some of all, their share: "worse: 1 %, 0.8 % before (40 of 4,901)"; nothing where nothing can be compared.
 * @param {ReportFigure} shown
 */
export function changeOf({ change, unit, value, of }) {
  if (!change) return "";
  if (change.beforeN === 0) return "no data before";
  const word = change.word === "none" ? "" : `${change.word}: `;
  if (of && unit === "count") return `${word}${share((value ?? 0) / of)}, ${share((change.before ?? 0) / change.beforeN)} before (${number(change.before ?? 0)} of ${number(change.beforeN)})`;
  const before = change.before === null ? (change.beforeGreaterThan ? `> ${quantity(change.beforeGreaterThan, unit)}` : "no data") : quantity(change.before, unit);
  // A count is its own n.
  const beside = `${before} before${unit === "count" ? "" : `, n\u00a0=\u00a0${number(change.beforeN)}`}`;
  if (change.difference === null || change.difference === undefined) return `cannot be compared: ${beside}`;
  if (change.difference === 0) return `unchanged: ${beside}`;
  const size = unit === "share" ? `${number(Math.abs(change.difference) * 100, { maximumFractionDigits: 1 })} points` : quantity(Math.abs(change.difference), unit);
  const [up, down] = unit === "seconds" ? ["longer", "shorter"] : unit === "share" ? ["higher", "lower"] : ["more", "fewer"];
  return `${word}${size} ${change.difference > 0 ? up : down} (${beside})`;
}

/** A cell of a table. @param {{ text?: string | null, value?: number | null }} cell @param {string} unit */
export function cellOf(cell, unit) {
  if (unit === "text") return cell.text ?? "";
  if (cell.value === null || cell.value === undefined) return "no data";
  if (unit === "change") return number(cell.value, { signDisplay: "exceptZero", maximumFractionDigits: 1 });
  if (unit === "balance") return number(cell.value, { signDisplay: "exceptZero", maximumFractionDigits: 2 });
  return quantity(cell.value, unit === "seconds" ? "seconds" : unit === "share" ? "share" : "count");
}

/** @param {{ value: number | null }[]} points @returns {string} a path in 100 × 30; a gap where there is no data */
export function sparkline(points) {
  const known = points.map(({ value }) => value).filter((value) => value !== null && value !== undefined);
  if (known.length < 3) return "";
  const top = Math.max(...known);
  const floor = Math.min(...known);
  let pen = "M";
  return points
    .map(({ value }, index) => {
      if (value === null || value === undefined) {
        pen = "M";
        return "";
      }
      const step = `${pen}${((index / (points.length - 1)) * 100).toFixed(1)} ${(29 - ((value - floor) / (top - floor || 1)) * 28).toFixed(1)}`;
      pen = "L";
      return step;
    })
    .join("");
}
