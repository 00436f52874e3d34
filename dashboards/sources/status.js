// How a source does: a word, a shape and a tone; never the tone alone.

/** @type {Record<SourceStatus, { word: string, shape: string, tone: string }>} */
const statuses = {
  new: { word: "New", shape: "○", tone: "quiet" },
  healthy: { word: "Healthy", shape: "●", tone: "good" },
  waiting: { word: "Waiting", shape: "◔", tone: "quiet" },
  behind: { word: "Behind", shape: "◆", tone: "good" },
  failing: { word: "Failing", shape: "▼", tone: "bad" },
  stopped: { word: "Stopped", shape: "■", tone: "bad" },
  paused: { word: "Paused", shape: "‖", tone: "quiet" },
};

/** @param {SourceStatus} status */
export const statusOf = (status) => statuses[status] ?? { word: status, shape: "?", tone: "quiet" };

/** What needs a person first. @type {SourceStatus[]} */
const order = ["stopped", "failing", "waiting", "behind", "new", "healthy", "paused"];

/** @param {ListedSource} left @param {ListedSource} right */
export const byUrgency = (left, right) => order.indexOf(left.state.status) - order.indexOf(right.state.status) || left.name.localeCompare(right.name);

/**
 * "5 of 6 sources are healthy. 1 is failing."
 * @param {ListedSource[]} sources
 */
export function summary(sources) {
  /** @type {Map<SourceStatus, number>} */
  const counts = new Map();
  for (const { state } of sources) counts.set(state.status, (counts.get(state.status) ?? 0) + 1);
  const healthy = counts.get("healthy") ?? 0;
  const rest = order.filter((status) => status !== "healthy" && counts.has(status)).map((status) => `${counts.get(status)} ${statuses[status].word.toLowerCase()}`);
  return `${healthy} of ${sources.length} ${sources.length === 1 ? "source is" : "sources are"} healthy${rest.length > 0 ? `; ${rest.join(", ")}` : ""}.`;
}

/** Which account a kind takes, the easiest first. @type {["none" | "free" | "paid", string, string][]} */
export const accounts = [
  ["none", "No account needed", "Works at once."],
  ["free", "Free account", "Wants a login or key that costs nothing."],
  ["paid", "Paid account", "Wants a contract with who runs it."],
];

/** @param {Pick<SourceKind, "sees">} kind @returns {string[]} what it can see, in words */
export const seen = ({ sees }) => ["posts", ...Object.entries(sees).flatMap(([what, can]) => (can ? [what] : []))];
