// Puts a dashboard together: its layout, its tiles, what is asked, and what moves by itself.
import { Address } from "./address.js";
import { announce } from "./announce.js";
import { Problem, get } from "./api.js";
import { drawer } from "./drawer.js";
import { el } from "./element.js";
import { instant } from "./format.js";
import { Live } from "./live.js";
import { periodOfNewest, spanOf } from "./period.js";
import { shell } from "./shell.js";
import { themeChanged } from "./theme.js";
import { Tile } from "./tile.js";
import { toolbar } from "./toolbar.js";

/**
 * Shows the dashboard of a folder's name in the page's body.
 * @param {string} id
 */
export async function showDashboard(id) {
  const main = el("main", { id: "main", tabindex: "-1" });
  document.body.prepend(el("a", { class: "skip", href: "#main" }, "Go to the figures"), main);
  try {
    const [session, layout, known] = /** @type {[Session, Layout, MetricDefinition[]]} */ (
      await Promise.all([get("session"), get(`dashboards/${id}`), get("metrics")]));
    begin(main, session, layout, new Map(known.map((metric) => [metric.id, metric])));
  } catch (error) {
    main.replaceChildren(el("div", { class: "notice warn", role: "alert" }, error instanceof Error ? error.message : String(error),
      el("button", { class: "control", type: "button", onclick: () => location.reload() }, "Try again")));
    if (!(error instanceof Problem)) throw error;
  }
}

/**
 * @param {HTMLElement} main @param {Session} session @param {Layout} layout @param {Map<string, MetricDefinition>} catalogue
 */
function begin(main, session, layout, catalogue) {
  const address = new Address();
  const zone = session.timeZone;
  const head = shell(layout.id, session, address);
  const bar = toolbar(address, session);
  const notice = el("div", { class: "notice", role: "status", hidden: true });
  /** @type {Span} */
  let span = { from: 0, to: 0 };

  const parameters = () => ({
    from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(),
    filter: address.choice.filter, brand: address.choice.brand, compare: address.choice.compare ? "previous" : "none",
  });
  const tiles = layout.tiles.map((one) => new Tile(one, {
    zone, catalogue,
    ask,
    shown: (tile) => tile.layout.metrics[0].id === "posts" && tellEmpty(tile.main?.n === 0),
    view: (answers, of) => ({ layout: of, answers, span, zone, weekStart: session.weekStart, brand: address.choice.brand || session.brand, catalogue, open: (list) => address.change({ list, post: null }) }),
  }));
  const rows = drawer(address, { parameters, catalogue, session });
  const live = new Live({
    tile: (answer) => tiles.find(({ layout: { id } }) => id === answer.tile)?.show(answer),
    failed: (tile, reason) => tiles.find(({ layout: { id } }) => id === tile)?.fail(reason),
    reset: () => tiles.forEach((tile) => tile.load()),
    state: head.setLive,
  });

  /** @param {string} tile @param {AbortSignal} signal */
  async function ask(tile, signal) {
    try {
      const answer = /** @type {TileAnswer} */ (await get(`dashboards/${layout.id}/tiles/${tile}`, parameters(), signal));
      bar.filter.show(null);
      return answer;
    } catch (error) {
      if (error instanceof Problem && error.parameter === "filter") {
        bar.filter.show(error);
        live.close();
      }
      throw error;
    }
  }

  /** "Newest post: 3 Dec 2017. Show that period", or how to get posts in. @param {boolean} empty */
  function tellEmpty(empty) {
    notice.hidden = !empty;
    if (!empty) return;
    if (!session.newestPost) notice.replaceChildren("No post has come yet. Run “listening import FILE”, or send posts to /api/v1/posts.");
    else if (address.choice.filter) notice.replaceChildren("Nothing in this period fits the filter.", el("button", { class: "control", type: "button", onclick: () => address.change({ filter: "" }) }, "Clear the filter"));
    else {
      const newest = session.newestPost;
      notice.replaceChildren(el("span", {}, "Nothing in this period. Newest post: ", el("strong", {}, instant(newest, zone, { dateStyle: "medium" })), "."),
        el("button", { class: "control", type: "button", onclick: () => address.change({ period: null, ...periodOfNewest(newest, zone) }) }, "Show that period"));
    }
  }

  /** Works the period out again; true when it is another one. */
  function moveSpan() {
    /** @type {Span} */
    let next;
    try {
      next = spanOf(address.choice, Date.now(), zone, session.weekStart);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      announce(error.message);
      notice.hidden = false;
      notice.replaceChildren(error.message, el("button", { class: "control", type: "button", onclick: () => address.change({ period: "24h", from: null, to: null }) }, "Show 24 h"));
      return false;
    }
    const moved = next.from !== span.from || next.to !== span.to;
    span = next;
    return moved;
  }

  function askAll() {
    bar.paint(span);
    notice.hidden = true;
    for (const tile of tiles) {
      tile.outdate();
      tile.load();
    }
    live.open({ dashboard: layout.id, ...parameters() });
  }

  let asked = "";
  function follow() {
    moveSpan();
    const now = JSON.stringify(parameters());
    if (now !== asked) askAll();
    asked = now;
    rows.paint();
  }

  main.before(head.header, bar.bar);
  main.append(el("h1", { class: "unseen" }, layout.title), bar.span, head.offline, notice, el("div", { class: "tiles" }, tiles.map(({ element }) => element)));
  main.after(el("footer", { class: "foot" }, `Listening ${session.version}. Figures count what was posted in the period and what happened to it until now; open ones count. Times are ${zone.replaceAll("_", " ")}.`));
  document.title = `${layout.title} · ${session.simulated ? "SIMULATED · " : ""}Listening`;
  address.addEventListener("change", follow);
  window.addEventListener(themeChanged, () => tiles.forEach((tile) => tile.paint()));
  follow();
  setInterval(() => {
    tiles.forEach((tile) => tile.tick());
    if (document.hidden || !navigator.onLine) return;
    if (address.choice.period && Date.now() >= span.to) follow();
    else if (!live.flowing && !bar.filter.wrong) for (const tile of tiles) if (tile.idle >= tile.layout.refresh) tile.load();
  }, 1000);
}
