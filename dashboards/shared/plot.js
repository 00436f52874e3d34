// A Chart.js chart in the page's own type and colours, with a sentence for those who cannot see it.
import { el } from "./element.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** The page's colours as they are now. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    ink2: read("--ink-2"),
    ink3: read("--ink-3"),
    line: read("--line"),
    lineStrong: read("--line-strong"),
    surface: read("--surface"),
    us: read("--us"),
    usSoft: read("--us-soft"),
    neutral: read("--neutral-mark"),
    text: read("--text"),
    rivals: [read("--rival-1"), read("--rival-2"), read("--rival-3")],
  };
}

/** @typedef {ReturnType<typeof palette>} Palette */

export function plot() {
  const canvas = el("canvas", { role: "img" });
  const element = el("div", { class: "plot" }, canvas);
  /** @type {any} */
  let chart = null;

  /**
   * @param {string} sentence what the chart says, in words
   * @param {(colours: Palette) => { type: string, data: any, options: any }} build
   */
  function draw(sentence, build) {
    canvas.setAttribute("aria-label", sentence);
    const colours = palette();
    const { type, data, options } = build(colours);
    const { plugins, ...rest } = frame(colours);
    const whole = { ...rest, ...options, plugins: { ...plugins, ...options.plugins, tooltip: { ...plugins.tooltip, ...options.plugins.tooltip } } };
    if (!chart) {
      chart = new Chart(canvas, { type, data, options: { ...whole, animation: still.matches ? false : { duration: 400, easing: "easeOutQuart", onComplete: fit } } });
      return;
    }
    chart.stop();
    chart.data = data;
    chart.options = { ...whole, animation: false };
    chart.update("none");
  }
  return { element, draw };
}

/** Chart.js keeps a new size for its next frame while it animates, and forgets it when that frame was the last one. @param {{ chart: any }} drawn */
function fit({ chart }) {
  chart.resize();
}

/** @param {Palette} colours */
function frame(colours) {
  const font = { family: colours.text, size: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    font,
    layout: { padding: { top: 4 } },
    interaction: { mode: "index", intersect: false },
    onHover: (/** @type {any} */ event, /** @type {any[]} */ hit) => (event.native.target.style.cursor = hit.length > 0 ? "pointer" : "default"),
    plugins: {
      legend: { display: false },
      tooltip: {
        backgroundColor: colours.surface,
        titleColor: colours.ink,
        bodyColor: colours.ink2,
        borderColor: colours.lineStrong,
        borderWidth: 1,
        cornerRadius: 7,
        padding: { x: 11, y: 9 },
        titleFont: { ...font, weight: 600 },
        bodyFont: font,
        usePointStyle: true,
        boxWidth: 8,
        boxHeight: 8,
        boxPadding: 6,
        caretSize: 0,
        caretPadding: 10,
      },
    },
  };
}

/** An axis with hairlines and quiet figures. @param {Palette} colours @param {any} [more] */
export function axis(colours, { ticks = {}, grid = {}, ...more } = {}) {
  return {
    border: { display: false },
    grid: { color: colours.line, drawTicks: false, ...grid },
    ticks: { color: colours.ink3, font: { family: colours.text, size: 12 }, padding: 8, maxRotation: 0, autoSkip: false, ...ticks },
    ...more,
  };
}
