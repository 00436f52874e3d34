// What stands under every tile: n, what stands beside the figure, what was left out.
import { figure, leftOut, number, words } from "./format.js";

/**
 * "n = 412 · answered 380 · left out 42: 30 not us, …"; zeros and what a line of the tile tells already are not repeated.
 * @param {MetricAnswer} answer
 * @param {Pick<TileLayout, "lines">} layout
 */
export function footOf(answer, layout) {
  const told = new Set((layout.lines ?? []).filter(({ metric }) => metric === answer.id).map(({ key }) => key));
  const beside = Object.entries(answer.beside ?? {}).filter(([name, value]) => value && !told.has(name));
  const n = `n = ${number(answer.of ?? answer.n)}`;
  return [n, ...beside.map(([name, value]) => `${words(name)} ${figure({ value }, unitOf(name))}`), leftOut(answer.leftOut)].filter(Boolean).join(" · ");
}

/** The unit of what stands beside a figure, by its name in the catalogue's answers. @param {string} name @returns {Unit} */
function unitOf(name) {
  if (/^(nobody|.*_share|.*_rate)$/.test(name)) return "share";
  return /^(p\d\d|oldest|.*_seconds)$/.test(name) ? "seconds" : "count";
}
