// What a person chose stands in the address, and nowhere else: a copied link shows the same.

const listPrefix = "list.";
const listFields = /** @type {const} */ (["from", "to", "asOf", "brand", "filter", "within", "by", "group"]);

/**
 * @param {string} search with or without "?"
 * @returns {Choice}
 */
export function readChoice(search) {
  const given = new URLSearchParams(search);
  const from = given.get("from");
  const to = given.get("to");
  const metric = given.get("list");
  /** @type {ListChoice | null} */
  const list = metric ? { metric } : null;
  if (list)
    for (const field of listFields) {
      const value = given.get(listPrefix + field);
      if (value) list[field] = value;
    }
  return {
    period: from || to ? null : (given.get("period") ?? "24h"),
    from,
    to,
    filter: given.get("filter") ?? "",
    brand: given.get("brand") ?? "",
    compare: given.get("compare") === "previous",
    ...(given.get("compare") === "baseline" && { baseline: true }),
    ...(given.get("sent") && { sent: given.get("sent") }),
    list,
    post: given.get("post"),
  };
}

/**
 * @param {Choice} choice
 * @returns {string} with "?"
 */
export function writeChoice(choice) {
  const address = new URLSearchParams();
  if (choice.from && choice.to) {
    address.set("from", choice.from);
    address.set("to", choice.to);
  } else address.set("period", choice.period ?? "24h");
  if (choice.filter) address.set("filter", choice.filter);
  if (choice.brand) address.set("brand", choice.brand);
  if (choice.baseline) address.set("compare", "baseline");
  else if (choice.compare) address.set("compare", "previous");
  if (choice.sent) address.set("sent", choice.sent);
  if (choice.list) {
    address.set("list", choice.list.metric);
    for (const field of listFields) {
      const value = choice.list[field];
      if (value) address.set(listPrefix + field, value);
    }
  }
  if (choice.post) address.set("post", choice.post);
  return `?${address}`;
}

/** Holds the choice, writes it to the address bar and tells who listens. */
export class Address extends EventTarget {
  constructor() {
    super();
    this.choice = readChoice(location.search);
    window.addEventListener("popstate", () => this.#set(readChoice(location.search)));
  }

  /**
   * @param {Partial<Choice>} change
   * @param {{ replace?: boolean }} [how] whether the step back is kept
   */
  change(change, { replace = false } = {}) {
    const next = { ...this.choice, ...change };
    const address = writeChoice(next);
    if (replace || address === writeChoice(this.choice)) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#set(next);
  }

  /** @param {Choice} next */
  #set(next) {
    const before = this.choice;
    this.choice = next;
    this.dispatchEvent(new CustomEvent("change", { detail: before }));
  }
}
