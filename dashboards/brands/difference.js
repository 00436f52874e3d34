// What one registry says that another does not, in lines.

/** @param {string} day */
export const dayName = (day) => day[0].toUpperCase() + day.slice(1);

/** @type {["handles" | "watch" | "exclude", string][]} */
const lists = [
  ["handles", "handle"],
  ["watch", "watch term"],
  ["exclude", "exclude term"],
];

/**
 * @param {RegistryContent} before @param {RegistryContent} after
 * @returns {string[]}
 */
export function differences(before, after) {
  const lines = [];
  const key = (/** @type {RegistryBrand} */ brand) => brand.name.toLowerCase();
  const old = new Map(before.brands.map((brand) => [key(brand), brand]));
  const now = new Map(after.brands.map((brand) => [key(brand), brand]));
  for (const brand of before.brands) if (!now.has(key(brand))) lines.push(`${brand.name} removed`);
  for (const brand of after.brands) {
    const was = old.get(key(brand));
    if (!was) {
      const said = lists.flatMap(([list]) => brand[list]);
      lines.push(`${brand.name} added as ${brand.kind === "own" ? "ours" : "a competitor"}${said.length > 0 ? `: ${said.join(", ")}` : ""}`);
      continue;
    }
    if (was.name !== brand.name) lines.push(`${was.name} is written ${brand.name}`);
    if (was.kind !== brand.kind) lines.push(`${brand.name} is ${brand.kind === "own" ? "ours" : "a competitor"} now`);
    for (const [list, word] of lists) {
      for (const one of was[list].filter((entry) => !brand[list].includes(entry))) lines.push(`${brand.name}: ${word} ${one} removed`);
      for (const one of brand[list].filter((entry) => !was[list].includes(entry))) lines.push(`${brand.name}: ${word} ${one} added`);
    }
  }
  if (before.timeZone !== after.timeZone) lines.push(`Reporting zone ${before.timeZone} → ${after.timeZone}`);
  if (before.weekStart !== after.weekStart) lines.push(`Weeks start on ${dayName(before.weekStart)} → ${dayName(after.weekStart)}`);
  if (lines.length === 0 && JSON.stringify(before.brands) !== JSON.stringify(after.brands)) lines.push("Only the order differs");
  return lines;
}
