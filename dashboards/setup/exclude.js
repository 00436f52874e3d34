// What would tell a post that is about something else from those that are about the brand: words beside the brand's name, then words of its own.

const common = new Set(
  "a about after all also an and any are as at be been but by can could did do does for from get got had has have he her here his how i if in into is it its just like me more my new no not now of off on one or our out over she so some than that the their them then there these they this to too up us very was we were what when which who why will with would you your".split(" "),
);

/** @param {string} text @returns {string[]} words in lower case; addresses are none */
export const wordsOf = (text) =>
  text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, " ")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * At most three exclude terms, the most telling first. None of them stands in a post that is kept.
 * @param {string} text of the post that is not about the brand
 * @param {string[]} watch the brand's watch terms
 * @param {string[]} kept texts of the posts that are about it
 */
export function excludeTerms(text, watch, kept) {
  const words = wordsOf(text);
  const names = watch.map(wordsOf).filter((name) => name.length > 0);
  const inName = new Set(names.flat());
  const others = kept.map((each) => ` ${wordsOf(each).join(" ")} `);
  const telling = (/** @type {string} */ term) => !others.some((other) => other.includes(` ${term} `));
  /** @type {string[]} */
  const found = [];
  const offer = (/** @type {string} */ term) => telling(term) && !found.includes(term) && found.push(term);
  for (const name of names)
    for (let at = 0; at + name.length <= words.length; at++) {
      if (!name.every((word, index) => words[at + index] === word)) continue;
      const after = words[at + name.length];
      const before = words[at - 1];
      if (after && !common.has(after) && !inName.has(after)) offer([...name, after].join(" "));
      if (before && !common.has(before) && !inName.has(before)) offer([before, ...name].join(" "));
    }
  const own = words.filter((word) => word.length > 3 && !common.has(word) && !inName.has(word) && !/^\d+$/.test(word));
  own.sort((left, right) => right.length - left.length);
  for (const word of own) offer(word);
  return found.slice(0, 3);
}
