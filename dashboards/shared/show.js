// The page of a dashboard that somebody put into the data directory. When its file changes, the page shows the new one.
import { get } from "./api.js";
import { showDashboard } from "./dashboard.js";

const id = decodeURIComponent(location.pathname.split("/").at(-1) ?? "");
await showDashboard(id);

/** @type {string | null} */
let shown = null;
setInterval(async () => {
  if (document.hidden) return;
  try {
    const layout = JSON.stringify(await get(`dashboards/${encodeURIComponent(id)}`));
    if (shown !== null && layout !== shown) location.reload();
    shown = layout;
  } catch {
    // Its tiles say what is wrong; a file that is broken now may be mended in a moment.
    shown ??= "";
  }
}, 3000);
