// How a tile can be drawn, by the `kind` in its layout.
import { bands } from "./bands.js";
import { bars } from "./bars.js";
import { curve } from "./curve.js";
import { heat } from "./heat.js";
import { lines } from "./lines.js";
import { numberBody } from "./number.js";
import { outcomes } from "./outcomes.js";
import { table } from "./table.js";

/**
 * @typedef {object} Body
 * @property {HTMLElement} element stays the same over all updates, so that focus stays too
 * @property {(view: TileView) => void} update
 * @property {(view: TileView) => import("../sheet.js").Sheet} sheet the table behind it
 */

/** @type {Record<string, () => Body>} */
export const bodies = { number: numberBody, bars, lines, curve, bands, outcomes, heat, table };
