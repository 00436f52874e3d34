// A list that is drawn anew keeps whoever stands in it where they were.

const reachable = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex]";

/**
 * @param {HTMLElement} list of entries with a `data-` name each @param {Node[]} children
 */
export function redraw(list, children) {
  const here = list.contains(document.activeElement) ? document.activeElement : null;
  const entry = /** @type {HTMLElement | null} */ (here?.closest(".entry"));
  const place = entry && here ? [...entry.querySelectorAll(reachable)].indexOf(here) : -1;
  const name = entry && nameOf(entry);
  list.replaceChildren(...children);
  if (!here) return;
  const same = /** @type {HTMLElement | undefined} */ ([...list.querySelectorAll(".entry")].find((each) => nameOf(/** @type {HTMLElement} */ (each)) === name));
  const inside = /** @type {HTMLElement[]} */ (same ? [...same.querySelectorAll(reachable)] : []);
  const target = inside[place] ?? inside.at(-1) ?? same ?? list;
  if (target === same || target === list) target.tabIndex = -1;
  target.focus();
}

/** @param {HTMLElement} entry */
const nameOf = ({ dataset: { person, invitation, key, session } }) => [person, invitation, key, session].join("\n");
