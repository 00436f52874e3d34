// From a name to the handles and terms that most brands of that name have; a person strikes what is wrong. On Mastodon a name is one only with its server, which cannot be guessed.

/**
 * @param {string} name @param {string} kind @param {string[]} sources known ones; a handle in each, or in every source where none is known
 * @returns {RegistryBrand}
 */
export function suggest(name, kind, sources) {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const guessed = sources.filter((source) => source !== "mastodon");
  const handles = plain === "" ? [] : (sources.length > 0 ? guessed : ["*"]).map((source) => `${source}:${plain}`);
  const watch = [quoted(name.toLowerCase())];
  if (plain !== "" && /[^\p{L}\p{N}]/u.test(name)) watch.push(`#${plain.toLowerCase()}`);
  return { name, kind, handles, watch, exclude: [] };
}

// Words that the search language would take for something of its own stand in quotes.
/** @param {string} term */
const quoted = (term) => (/[():"]|^-|\s-|\b(?:and|or|not)\b/iu.test(term) ? `"${term.replaceAll('"', " ").trim()}"` : term);
