// Names beside their line, dash and marker: a legend that is text.
import { el, svg } from "./element.js";

/** @typedef {{ name: string, figure: string, colour: string, dash: boolean, marker: string }} Entry */

/** @param {Entry[]} entries */
export function legend(entries) {
  return entries.map(({ name, figure, colour, dash, marker }) => {
    const line = svg("line", { x1: 0, x2: 26, y1: 5, y2: 5, "stroke-width": 2, "stroke-dasharray": dash ? "5 3" : null });
    const shape = markerOf(marker, 13, 5);
    line.style.stroke = colour;
    shape.style.fill = colour;
    return el("li", {}, svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true" }, line, shape), el("span", {}, `${name} `, el("b", {}, figure)));
  });
}

/**
 * A mark of its own for each party, so that colour is never alone.
 * @param {string} marker @param {number} x @param {number} y @param {number} [size]
 */
export function markerOf(marker, x, y, size = 4) {
  switch (marker) {
    case "circle":
      return svg("circle", { cx: x, cy: y, r: size * 0.9 });
    case "triangle":
      return svg("path", { d: `M${x} ${y - size}L${x + size} ${y + size * 0.8}H${x - size}Z` });
    case "rect":
      return svg("rect", { x: x - size * 0.85, y: y - size * 0.85, width: size * 1.7, height: size * 1.7 });
    default:
      return svg("path", { d: `M${x} ${y - size * 1.2}L${x + size * 1.2} ${y}L${x} ${y + size * 1.2}L${x - size * 1.2} ${y}Z` });
  }
}
