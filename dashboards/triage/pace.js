// How long the next case takes to be on the screen after something was done; read by whoever measures.
let waiting = false;

/** Something was done that goes on to the next case. */
export function began() {
  waiting = true;
  performance.mark("triage:act");
}

/** A case is in the page; it counts when it is painted. */
export function drawn() {
  if (!waiting) return;
  waiting = false;
  const start = performance.getEntriesByName("triage:act", "mark").at(-1);
  requestAnimationFrame(() => setTimeout(() => performance.measure("triage:next", { start: start?.startTime, end: performance.now() })));
}
