// Who you are: the name becomes handles and terms, and what is wrong is struck before anything is kept.
import { suggest } from "../brands/suggest.js";
import { request } from "../shared/api.js";
import { el } from "../shared/element.js";
import { field } from "../shared/form.js";

/** @param {RegistryView} view the registry as it stands */
export function brandStep(view) {
  let before = view.brands.find(({ kind }) => kind === "own");
  let seen = view;
  const name = el("input", { required: true, maxlength: 100, autocomplete: "organization", placeholder: "Acme Air", value: before?.name ?? "" });
  const handles = lines(3);
  const watch = lines(2);
  const exclude = lines(2);
  const rivals = lines(2);
  const wrong = el("p", { class: "wrong", role: "alert", hidden: true });
  const suggested = el(
    "div",
    { class: "suggested", hidden: true },
    field("Your handles", handles, "One a line, as source:name; *:name means in every source. On Mastodon it is the whole name@server."),
    field("Words that name you", watch, "One a line. A post with one of them is about you."),
    field("Words that mean somebody else (may be left out)", exclude, "One a line, as “delta force” for Delta. The preview helps to find them."),
    field("Competitors (may be left out)", rivals, "One name a line. Your customers write to them too: it is a race."),
  );
  /** @type {Set<HTMLElement>} what a person wrote in is theirs */
  const written = new Set();
  for (const each of [handles, watch, exclude, rivals]) each.addEventListener("input", () => written.add(each));
  name.addEventListener("input", fill);
  rivals.value = view.brands.flatMap((brand) => (brand.kind === "own" ? [] : [brand.name])).join("\n");
  if (before) {
    put(before);
    for (const each of [handles, watch, exclude]) written.add(each);
    suggested.hidden = false;
  }

  function fill() {
    const given = name.value.trim();
    suggested.hidden = given === "";
    put(given === "" ? { handles: [], watch: [], exclude: [] } : suggest(given, "own", []));
  }

  /** @param {Pick<RegistryBrand, "handles" | "watch" | "exclude">} brand */
  function put(brand) {
    if (!written.has(handles)) handles.value = brand.handles.join("\n");
    if (!written.has(watch)) watch.value = brand.watch.join("\n");
    if (!written.has(exclude)) exclude.value = brand.exclude.join("\n");
  }

  /** @returns {RegistryBrand[]} */
  function brands() {
    const own = { name: name.value.trim(), kind: "own", handles: read(handles), watch: read(watch), exclude: read(exclude) };
    const others = read(rivals).map((rival) => seen.brands.find((brand) => brand.kind !== "own" && brand.name === rival) ?? suggest(rival, "competitor", []));
    return [own, ...seen.brands.filter((brand) => brand.kind === "own" && brand !== before), ...others];
  }

  return {
    element: el("div", { class: "step-body" }, el("div", { class: "step-name" }, field("What is your brand called?", name)), suggested, wrong),
    focus: () => name.focus(),
    watch: () => watch.focus(),
    brand: () => brands()[0],
    brands,
    /** Strikes posts that hold a term from now on. @param {string} term */
    ruleOut(term) {
      exclude.value = [...read(exclude), term].join("\n");
      written.add(exclude);
    },
    /** @param {string} term */
    letIn(term) {
      exclude.value = read(exclude)
        .filter((other) => other !== term)
        .join("\n");
    },
    /** Keeps it where it says something else than what is kept; throws a Problem. */
    async keep() {
      const wanted = brands();
      if (JSON.stringify(wanted) === JSON.stringify(seen.brands)) return;
      const answer = await request("PUT", "admin/brands", { brands: wanted, timeZone: seen.timeZone, weekStart: seen.weekStart, note: "Set-up" }, { "If-Match": `"${seen.version}"` });
      seen = /** @type {RegistryView} */ (await answer.json());
      before = seen.brands[0];
    },
    /** @param {string} reason */
    refuse(reason) {
      wrong.hidden = reason === "";
      wrong.textContent = reason;
    },
  };
}

/** @param {number} rows */
const lines = (rows) => el("textarea", { rows, spellcheck: "false", autocapitalize: "off", autocomplete: "off" });

/** @param {HTMLTextAreaElement} area */
const read = (area) =>
  area.value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
