// Puts a dashboard together: its layout, its tiles, what is asked, and what moves by itself.
import { Address } from "./address.js";
import { Problem, get } from "./api.js";
import { drawer } from "./drawer.js";
import { el } from "./element.js";
import { emptyNotice } from "./empty-notice.js";
import { learningStrip } from "./learning.js";
import { Live } from "./live.js";
import { spanOf, spanOfTile } from "./period.js";
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
      await Promise.all([get("session"), get(`dashboards/${encodeURIComponent(id)}`), get("metrics")])
    );
    document.getElementById("opening")?.remove();
    begin(main, session, wholeLayout(id, layout), new Map(known.map((metric) => [metric.id, metric])));
  } catch (error) {
    main.replaceChildren(
      el(
        "div",
        { class: "notice warn", role: "alert" },
        error instanceof Error ? error.message : String(error),
        el("button", { class: "control", type: "button", onclick: () => location.reload() }, "Try again"),
      ),
    );
    if (!(error instanceof Problem)) throw error;
  }
}

/**
 * @param {HTMLElement} main @param {Session} session @param {Layout} layout @param {Map<string, MetricDefinition>} catalogue
 */
function begin(main, session, layout, catalogue) {
  const address = new Address();
  if (layout.period && !/[?&](period|from)=/.test(location.search)) address.change({ period: layout.period }, { replace: true });
  const zone = session.timeZone;
  const head = shell(layout.id === "operations" ? layout.id : "dashboards", session, address);
  const bar = toolbar(address, session);
  const notice = emptyNotice(session, address);
  /** @type {Span} */
  let span = { from: 0, to: 0 };

  const parameters = () => ({
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    filter: address.choice.filter,
    brand: address.choice.brand,
    compare: address.choice.compare ? "previous" : "none",
  });
  const tiles = layout.tiles.map(
    (one) =>
      new Tile(one, {
        zone,
        catalogue,
        ask,
        shown: (tile) => tile.layout.metrics[0].id === "posts" && notice.empty(tile.main?.n === 0, span),
        view: (answers, of) => ({
          layout: of,
          answers,
          span: spanOfTile(of, span),
          zone,
          weekStart: session.weekStart,
          brand: address.choice.brand || session.brand,
          catalogue,
          open: (list) => address.change({ list: { ...ownSpan(of, span), filter: filterOf(layout, of, list.metric), ...list }, post: null }),
        }),
      }),
  );
  const rows = drawer(address, { parameters, catalogue, session });
  const live = new Live({
    tile: (answer) => tiles.find(({ layout: { id } }) => id === answer.tile)?.show(answer),
    failed: (tile, reason) => tiles.find(({ layout: { id } }) => id === tile)?.fail(reason),
    reset: () => tiles.forEach((tile) => tile.load()),
    session: () => location.reload(),
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

  /** Works the period out again; false when the address holds none, and then it says so. */
  function moveSpan() {
    try {
      span = spanOf(address.choice, Date.now(), zone, session.weekStart);
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      notice.wrongPeriod(error.message);
      return false;
    }
  }

  function askAll() {
    bar.paint(span);
    notice.empty(false, span);
    for (const tile of tiles) {
      tile.outdate();
      tile.load();
    }
    live.open({ dashboard: layout.id, ...parameters() });
  }

  let asked = "";
  function follow() {
    if (!moveSpan()) return;
    const now = JSON.stringify(parameters());
    if (now !== asked) askAll();
    asked = now;
    rows.paint();
  }

  main.before(head.header, bar.bar);
  main.append(
    el("h1", { class: "unseen" }, layout.title),
    bar.span,
    head.offline,
    learningStrip(session) ?? "",
    notice.element,
    el(
      "div",
      { class: "tiles" },
      tiles.map(({ element }) => element),
    ),
  );
  main.after(
    el(
      "footer",
      { class: "foot" },
      `Listening ${session.version}. Figures count what was posted in the period and what happened to it until now; open ones count. `,
      `Times are ${zone.replaceAll("_", " ")}.`,
    ),
  );
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

/** What a list must be told where a tile has a period of its own. @param {TileLayout} tile @param {Span} span */
function ownSpan(tile, span) {
  if (!tile.period) return {};
  const { from, to } = spanOfTile(tile, span);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** A file may leave out what is usual. @param {string} id @param {Layout} layout @returns {Layout} */
function wholeLayout(id, layout) {
  return { ...layout, id, tiles: layout.tiles.map((tile) => ({ ...tile, width: tile.width ?? 4, refresh: tile.refresh ?? 60 })) };
}

/** What a list must be told where the file filters. @param {Layout} layout @param {TileLayout} tile @param {string} metric */
function filterOf(layout, tile, metric) {
  const both = [layout.filter, tile.metrics.find(({ id }) => id === metric)?.filter].filter(Boolean);
  return both.length === 2 ? `(${both[0]}) AND (${both[1]})` : both[0];
}
