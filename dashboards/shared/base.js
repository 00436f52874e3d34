// Where the program stands on its host: "" at the root, "/listening" below a reverse proxy's path.

/** Before every path of ours; this file lies two levels below it. */
export const base = import.meta.url.startsWith("http") ? new URL("../..", import.meta.url).pathname.replace(/\/$/, "") : "";

/**
 * An address of ours as the browser must ask for it; anything else as it is.
 * @param {string} address
 */
export const placed = (address) => (/^\/(?!\/)/.test(address) ? base + address : address);
