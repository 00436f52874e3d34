// The page of a dashboard that somebody put into the data directory. When its file changes, the page shows the new one.
import { get } from "./api.js";
import { showDashboard } from "./dashboard.js";

const id = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
const ask = async () => JSON.stringify(await get(`dashboards/${encodeURIComponent(id)}`));
// What is shown is at least as new as this; a file that cannot be used is told by the page itself.
let shown = await ask().catch(() => "");
await showDashboard(id);

setInterval(async () => {
  if (document.hidden) return;
  // A server that is away, or a file that is broken now, changes nothing here: the tiles say what they know.
  const now = await ask().catch(() => shown);
  if (now !== shown) location.reload();
  shown = now;
}, 3000);
