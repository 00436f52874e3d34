// How one text names a post: `source/id`. An id may have slashes, being an address often enough; those of a source are written as %2F.

/** @param {string} source @param {string} id */
export const postName = (source, id) => `${source.replace(/[%/]/g, encodeURIComponent)}/${id}`;

/** @param {string} name @returns {[string, string]} source and id */
export function readPostName(name) {
  const slash = name.indexOf("/");
  return [name.slice(0, Math.max(0, slash)).replace(/%2F/gi, "/").replace(/%25/g, "%"), name.slice(slash + 1)];
}
