// Builds the page. Text goes in as text: nothing that came from outside is ever read as markup.
import { placed } from "./base.js";

const addresses = new Set(["href", "src", "action"]);

/** @typedef {Node | string | number | null | undefined | false | Child[]} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [properties] attributes; `on…` functions are listeners; null and false are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/**
 * @param {string} tag @param {Record<string, unknown>} [properties] @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

/**
 * An icon of shared/icons.svg; the words beside it, or the button's label, say what it means.
 * @param {string} name
 */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `/dashboards/shared/icons.svg#${name}` }));
}

/**
 * @template {Element} E
 * @param {E} element @param {Record<string, unknown>} properties @param {Child[]} children
 */
function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : addresses.has(name) ? placed(String(value)) : String(value));
  }
  for (const child of children.flat(5))
    if (child !== null && child !== undefined && child !== false)
      element.append(typeof child === "string" ? contained(child) : /** @type {Node | string} */ (typeof child === "number" ? String(child) : child));
  return element;
}

// Signs that turn the reading direction turn this text alone, never what stands beside it.
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** @param {string} text @returns {Node | string} */
function contained(text) {
  if (!turning.test(text)) return text;
  const alone = document.createElement("bdi");
  alone.append(text);
  return alone;
}

/**
 * An instant that a machine can read too, with the absolute one on hover.
 * @param {string | number} instant @param {string} shown @param {string} absolute
 */
export function time(instant, shown, absolute) {
  return el("time", { datetime: new Date(instant).toISOString(), title: absolute }, shown);
}
