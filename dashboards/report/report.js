// The engagement report: page 1 comes whole from the server, the details load tile by tile.
import { tour, toured } from "../demo/tour.js";
import { Address, readChoice } from "../shared/address.js";
import { Problem, addressOf, get, getKept } from "../shared/api.js";
import { drawer } from "../shared/drawer.js";
import { el, icon, time } from "../shared/element.js";
import { emptyNotice } from "../shared/empty-notice.js";
import { instant, number, periodName, share } from "../shared/format.js";
import { learningStrip } from "../shared/learning.js";
import { spanOf } from "../shared/period.js";
import { tableOf } from "../shared/sheet.js";
import { shell } from "../shared/shell.js";
import { themeChanged } from "../shared/theme.js";
import { Tile } from "../shared/tile.js";
import { toolbar } from "../shared/toolbar.js";
import { instantOf } from "../shared/zone.js";
import { cellOf } from "./figures.js";
import { notes } from "./notes.js";
import { aboutTone, awaited, cards, sentences } from "./page-one.js";
import { restatedNotice, sentOf } from "./restated.js";
import { shareButton } from "./share.js";

/** How old figures may be that are there at once, in seconds: the server keeps what takes it long, and makes it again meanwhile. */
const oldest = 1800;

/** From when on it is said as of when they are, in milliseconds. */
const old = 60_000;

const main = el("main", { id: "main", tabindex: "-1", class: "report" });
document.body.prepend(el("a", { class: "skip", href: "#main" }, "Go to the report"), main);

try {
  const [session, layout, known, sent] = /** @type {[Session, Layout, MetricDefinition[], import("./restated.js").Restated | null]} */ (
    await Promise.all([get("session"), get("dashboards/report"), get("metrics"), sentOf(location.search)])
  );
  document.getElementById("opening")?.remove();
  begin(session, layout, new Map(known.map((metric) => [metric.id, metric])), sent);
} catch (error) {
  main.replaceChildren(el("div", { class: "notice warn", role: "alert" }, error instanceof Error ? error.message : String(error), el("button", { class: "control", type: "button", onclick: () => location.reload() }, "Try again")));
  if (!(error instanceof Problem)) throw error;
}

/** @param {Session} session @param {Layout} layout @param {Map<string, MetricDefinition>} catalogue @param {import("./restated.js").Restated | null} sent */
function begin(session, layout, catalogue, sent) {
  const address = new Address();
  if (sent) address.change({ period: null, from: sent.sent.from, to: sent.sent.to, brand: sent.sent.brand ?? "", filter: sent.sent.filter ?? "", compare: sent.sent.comparison === "previous", baseline: sent.sent.comparison === "baseline" }, { replace: true });
  if (!/[?&](period|from)=/.test(location.search)) address.change({ period: layout.period ?? "28d", compare: !address.choice.baseline }, { replace: true });
  const zone = session.timeZone;
  const head = shell("report", session, address);
  head.header.querySelector(".live")?.remove();
  const bar = toolbar(address, session);
  const baseline = el("button", { class: "control", type: "button", onclick: () => address.change({ baseline: !address.choice.baseline, compare: false }), title: "Compare with the first four weeks that are known" }, "First 4 weeks");
  const file = el("a", { class: "control", download: "" }, icon("list"), "CSV");
  const print = el("button", { class: "control", type: "button", onclick: () => window.print() }, "Print");
  bar.bar.querySelector(".filter")?.before(baseline);
  // Who may send reports may share one.
  const mailing = session.rooms.find(({ id }) => id === "mailing");
  bar.bar.querySelector(".bar-inside")?.append(...(mailing ? [shareButton(() => question(), mailing.address)] : []), file, print);
  /** @type {Span} */
  let span = { from: 0, to: 0 };
  /** @type {EngagementReport | null} */
  let report = null;
  /** When the figures were begun, by this machine's clock. */
  let begun = 0;
  /** The instant of the report that stands here: its details and lists are as of the same. */
  let shownAsOf = "";
  let asking = new AbortController();
  /** @type {string | null} */
  let whole = null;
  let guided = false;

  const page = el("div", { class: "page-one" }, awaited());
  const asOf = el("span", {});
  const again = el("button", { class: "control", type: "button", onclick: readAgain }, icon("again"), "Read again");
  const age = el("span", { class: "as-of", hidden: true }, ", as of ", asOf, " ", again);
  const fault = el("div", { class: "notice warn", role: "alert", hidden: true });
  const nothing = emptyNotice(session, address);
  const tables = el("div", { class: "report-tables" });
  const written = notes(() => load());
  const period = () => ({ from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), filter: address.choice.filter, brand: address.choice.brand });
  const compare = () => (address.choice.baseline ? "baseline" : address.choice.compare ? "previous" : "none");
  const question = () => ({ ...Object.fromEntries(Object.entries(period()).filter(([, value]) => value)), comparison: compare() });
  const ours = session.brands.filter(({ kind }) => kind.toLowerCase() === "own");
  // Posts about competitors are no part of it: with one brand of ours everything is about that one.
  const parameters = () => ({ ...period(), asOf: shownAsOf, brand: address.choice.brand || (ours.length === 1 ? ours[0].name : ""), compare: address.choice.compare ? "previous" : "none" });
  const tiles = layout.tiles.map(
    (one) =>
      new Tile(
        { ...one, width: one.width ?? 4, refresh: one.refresh ?? 300 },
        {
          zone,
          catalogue,
          ask: async (tile, signal) => (await getKept(`dashboards/report/tiles/${tile}`, parameters(), oldest, signal)).json(),
          shown: () => {},
          view: (answers, of) => ({ layout: of, answers, span, zone, weekStart: session.weekStart, brand: address.choice.brand || session.brand, catalogue, notes: noted(), open: (list) => address.change({ list, post: null }) }),
        },
      ),
  );
  const rows = drawer(address, { parameters, catalogue, session });

  const noted = () =>
    (report?.annotations ?? []).map(({ date, text }) => {
      const [year, month, day] = date.split("-").map(Number);
      return { at: instantOf({ year, month, day }, zone), text };
    });

  /** A link of the server's opens its list here. @param {string} link */
  function open(link) {
    address.change({ list: readChoice(link.slice(link.indexOf("?"))).list, post: null });
  }

  /** Details that are still to be asked, by where they stand. @type {Map<Element, Tile>} */
  const later = new Map();
  const near = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => detail(target)));

  /** Page 1 is read first, and details asked beside it would take its time: they are asked when it has come or failed, or when somebody scrolls to them. */
  function detailsLater() {
    for (const tile of tiles) {
      tile.element.setAttribute("aria-busy", "true");
      later.set(tile.element, tile);
    }
  }

  /** @param {Element} element */
  function detail(element) {
    near.unobserve(element);
    later.get(element)?.load();
    later.delete(element);
  }

  function readAgain() {
    shownAsOf = "";
    detailsLater();
    load(0);
  }

  /** Figures that the server kept, or that stand here for a while, say as of when they are. */
  function paintAge() {
    age.hidden = !report || report === sent?.sent || Date.now() - begun < old;
  }

  /** @param {AbortSignal} signal @param {number} accepted how old the figures may be, in seconds @returns {Promise<EngagementReport>} */
  async function ask(signal, accepted) {
    const response = await getKept("report", { ...period(), compare: compare() }, accepted, signal);
    begun = Date.now() - 1000 * Number(response.headers.get("age") ?? 0);
    return response.json();
  }

  /** @param {number} [accepted] how old the figures may be, in seconds */
  async function load(accepted = oldest) {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    again.disabled = true;
    page.setAttribute("aria-busy", "true");
    try {
      const now = JSON.stringify([period(), compare()]);
      whole ??= now;
      // What was sent is shown as it was sent, until somebody asks something else.
      report = sent && whole === now ? sent.sent : await ask(signal, accepted);
      // A newer page over details of before would be of two moments.
      if (shownAsOf && shownAsOf !== report.asOf) detailsLater();
      shownAsOf = report.asOf;
      file.href = addressOf("report.csv", { ...period(), asOf: shownAsOf, compare: compare() });
      bar.filter.show(null);
      fault.hidden = true;
      paint();
      if (toured && !guided) {
        guided = true;
        tour();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      if (error.parameter === "filter") bar.filter.show(error);
      fault.hidden = false;
      fault.replaceChildren(error.message, " ", el("button", { class: "control", type: "button", onclick: () => load() }, "Try again"));
    } finally {
      if (!signal.aborted) {
        page.setAttribute("aria-busy", "false");
        again.disabled = false;
        for (const element of [...later.keys()]) detail(element);
      }
    }
  }

  function paint() {
    if (!report) return;
    const { freshness, compared } = report;
    asOf.replaceChildren(time(report.asOf, instant(report.asOf, zone, { timeStyle: "short" }), report.asOf));
    paintAge();
    page.replaceChildren(
      sent && report === sent.sent ? restatedNotice(sent, zone) : "",
      el(
        "p",
        { class: "report-head" },
        el("strong", {}, report.brand ?? session.brand ?? "No brand yet"),
        ` · ${periodName(span, zone)}`,
        compared ? ` against ${report.comparison === "baseline" ? "the first four weeks, " : ""}${periodName({ from: Date.parse(compared.from), to: Date.parse(compared.to) }, zone)}` : learningOf(report),
        report.baseline ? [", recorded ", time(report.baseline.recordedAt, instant(report.baseline.recordedAt, zone, { dateStyle: "medium" }), report.baseline.recordedAt), report.baseline.since.length > 0 ? ` (since then: ${report.baseline.since.join(", ")})` : ""] : "",
        ` · ${zone.replaceAll("_", " ")} · `,
        freshness.dataTo ? ["data to ", time(freshness.dataTo, instant(freshness.dataTo, zone, { dateStyle: "medium", timeStyle: "short" }), freshness.dataTo)] : "no data",
        freshness.sources > 0 ? `, ${number(freshness.healthy)} of ${number(freshness.sources)} sources` : "",
        freshness.classified === null ? "" : `, ${share(freshness.classified)} classified`,
        age,
      ),
      ...freshness.faults.map((lack) =>
        el("div", { class: "notice warn lack" }, el("span", {}, el("strong", {}, lack.source), ` is incomplete in this period: ${lack.reason.replace(/\.?$/, ".")}`, lack.from ? ` Since ${instant(lack.from, zone, { dateStyle: "medium", timeStyle: "short" })}.` : "", " Its posts may be missing in every figure.")),
      ),
      nothing.element,
      sentences(report, open),
      cards(report, open),
    );
    nothing.empty(freshness.posts === 0, span);
    tables.replaceChildren(...report.sections.map(sectionOf), noteSection(report.annotations), definitions());
    written.show(report.annotations);
    tiles.forEach((tile) => tile.paint());
  }

  /** @param {EngagementReport} report */
  const learningOf = ({ comparison, learning }) =>
    comparison !== "baseline" ? "" : learning ? ` · learning the baseline: day ${learning.day} of ${learning.of}` : " · the first four weeks are not over before this period";

  // Those beneath the topics; the tiles draw two of them.
  const small = () => (report?.sections ?? []).filter(({ id }) => !["topics", "distribution", "race"].includes(id)).length;

  /** @param {ReportSection} section */
  function sectionOf({ id, title, columns, rows: lines, note }) {
    return el(
      "section",
      { class: "tile table-tile", "data-section": id, "data-width": id === "topics" ? 12 : small() === 3 ? 4 : 6, "aria-labelledby": `section-${id}` },
      el("h2", { id: `section-${id}` }, title),
      lines.length === 0
        ? el("p", { class: "nothing" }, "no data")
        : tableOf({ caption: title, columns: columns.map((column) => column.title), rows: lines.map(({ cells, link }) => ({ cells: cells.map((cell, index) => cellOf(cell, columns[index].unit)), open: link ? () => open(link) : undefined })), text: 1 }),
      note && el("p", { class: "quiet" }, note),
    );
  }

  // On paper, where the charts are not.
  /** @param {Annotation[]} all */
  const noteSection = (all) =>
    all.length === 0 ? "" : el("section", { class: "noted", "aria-labelledby": "noted" }, el("h2", { id: "noted" }, "What happened at which date"), el("ul", {}, all.map((note) => el("li", {}, `${note.date} ${note.text}`))));

  const definitions = () =>
    el("section", { class: "definitions", "aria-labelledby": "definitions" }, el("h2", { id: "definitions" }, "Definitions"), el("p", {}, aboutTone), el("dl", {}, (report?.definitions ?? []).map(({ title, text }) => el("div", {}, el("dt", {}, title), el("dd", {}, text)))));

  let asked = "";
  function follow() {
    try {
      span = spanOf(address.choice, Date.now(), zone, session.weekStart);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fault.hidden = false;
      fault.textContent = error.message;
      return;
    }
    const now = JSON.stringify([period(), compare()]);
    baseline.setAttribute("aria-pressed", String(Boolean(address.choice.baseline)));
    if (asked && now !== asked && address.choice.sent) return address.change({ sent: null }, { replace: true });
    if (now !== asked) {
      bar.paint(span);
      file.href = addressOf("report.csv", { ...period(), compare: compare() });
      shownAsOf = "";
      tiles.forEach((tile) => tile.outdate());
      detailsLater();
      load();
    }
    asked = now;
    rows.paint();
  }

  main.before(head.header, bar.bar);
  main.append(
    el("h1", {}, "Engagement report"),
    fault,
    learningStrip(session) ?? "",
    page,
    el("h2", { class: "details" }, "Details"),
    el("div", { class: "tiles" }, tiles.map(({ element }) => element), written.element),
    tables,
  );
  main.after(el("footer", { class: "foot" }, `Listening ${session.version}. Figures count what was posted in the period and what happened to it until now; open ones count. Times are ${zone.replaceAll("_", " ")}.`));
  document.title = `Engagement report · ${session.simulated ? "SIMULATED · " : ""}Listening`;
  address.addEventListener("change", follow);
  window.addEventListener(themeChanged, () => tiles.forEach((tile) => tile.paint()));
  window.addEventListener("scroll", () => [...later.keys()].forEach((element) => near.observe(element)), { passive: true });
  follow();
  setInterval(() => {
    tiles.forEach((tile) => tile.tick());
    paintAge();
  }, 5000);
}
