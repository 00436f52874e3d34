// A tile's frame: it loads by itself, says how old it is, keeps its old figures when something fails, and can show its table.
import { Problem } from "./api.js";
import { bodies } from "./bodies/index.js";
import { defines } from "./definition.js";
import { el, icon, time } from "./element.js";
import { ago, instant } from "./format.js";
import { tableOf } from "./sheet.js";
import { footOf } from "./tile-foot.js";

/**
 * @typedef {{ view(answers: Record<string, MetricAnswer>, layout: TileLayout): TileView, ask(tile: string, signal: AbortSignal): Promise<TileAnswer>,
 *   shown(tile: Tile): void, catalogue: Map<string, MetricDefinition>, zone: string }} Host
 */

/** One tile of a dashboard. */
export class Tile {
  /** @type {import("./bodies/index.js").Body | null} */
  #body = null;
  /** @type {TileAnswer | null} */
  #answer = null;
  #asTable = false;
  /** @type {AbortController | null} */
  #asking = null;
  #asked = 0;

  /** @param {TileLayout} layout @param {Host} host */
  constructor(layout, host) {
    this.layout = layout;
    this.host = host;
    const tall = layout.kind !== "number";
    this.age = el("span", { class: "age" });
    this.content = el("div", { class: "tile-body" }, el("div", { class: tall ? "skeleton tall" : "skeleton" }));
    this.error = el("div", { class: "tile-error", role: "alert", hidden: true });
    this.count = el("span", {}, "\u00a0");
    this.foot = el("p", { class: "tile-foot" }, this.count, this.age);
    const title = el("button", { type: "button" }, layout.title);
    defines(title, () => layout.metrics.flatMap(({ id }) => host.catalogue.get(id) ?? []));
    this.switch = el("button", { type: "button", onclick: () => this.#turn() });
    const list = el(
      "button",
      {
        type: "button",
        title: "Posts behind it",
        "aria-label": `Posts behind “${layout.title}”`,
        onclick: () => this.#view()?.open({ metric: layout.metrics[0].id, within: layout.metrics[0].within }),
      },
      icon("list"),
    );
    this.element = el(
      "section",
      {
        class: "tile",
        "data-width": layout.width,
        "data-height": layout.height ?? null,
        "data-kind": layout.kind,
        "aria-labelledby": `tile-${layout.id}`,
        id: layout.id,
        "aria-busy": "true",
      },
      el(
        "div",
        { class: "tile-head" },
        el("h2", { id: `tile-${layout.id}` }, title, layout.note && [" ", el("span", { class: "note" }, layout.note)]),
        el("div", { class: "tools" }, this.switch, list),
      ),
      this.content,
      this.error,
      this.foot,
    );
    this.#paintSwitch();
  }

  /** Asks the server; the figures shown stay until the answer is there. */
  async load() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#asked = Date.now();
    this.element.setAttribute("aria-busy", "true");
    try {
      this.show(await this.host.ask(this.layout.id, asking.signal));
    } catch (error) {
      if (asking.signal.aborted) return;
      // The filter box says what is wrong, once for all tiles.
      if (error instanceof Problem && error.parameter === "filter") return this.hold();
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** What is shown belongs to another question now. */
  outdate() {
    if (this.#answer || this.element.classList.contains("held")) this.element.classList.add("stale");
    this.element.classList.remove("held");
    this.#answer = null;
  }

  /** @param {TileAnswer} answer an older one than what is shown changes nothing */
  show(answer) {
    if (this.#answer && answer.asOf < this.#answer.asOf) return;
    this.#answer = answer;
    this.#asked = Date.now();
    this.error.hidden = true;
    this.element.classList.remove("stale", "held");
    this.element.setAttribute("aria-busy", "false");
    this.paint();
    this.host.shown(this);
  }

  /** Waits for a filter that can be read; what is shown stays legible and says that it is older. */
  hold() {
    this.element.classList.replace("stale", "held");
    this.count.textContent = "not with this filter";
    this.element.setAttribute("aria-busy", "false");
    this.error.hidden = true;
    if (!this.#body) this.content.replaceChildren(el("p", { class: "nothing" }, "–"));
  }

  /** @param {string} reason in words */
  fail(reason) {
    this.element.setAttribute("aria-busy", "false");
    this.error.hidden = false;
    this.error.replaceChildren(el("span", {}, reason), el("button", { type: "button", onclick: () => this.load() }, icon("again"), "Try again"));
    this.content.hidden = this.#body === null;
  }

  /** The first metric's answer, once there is one. */
  get main() {
    return this.#answer?.answers[this.layout.metrics[0].id] ?? null;
  }

  /** Seconds since it was asked or told. */
  get idle() {
    return (Date.now() - this.#asked) / 1000;
  }

  #view() {
    return this.#answer && this.host.view(this.#answer.answers, this.layout);
  }

  /** Draws what is known; called again when colours change. */
  paint() {
    const view = this.#view();
    const answer = this.main;
    if (!view || !answer) return;
    this.#body ??= bodies[this.layout.kind]();
    this.content.hidden = false;
    const empty = Object.values(view.answers).every(({ n, of, series }) => !n && !of && series.every((point) => !point.n));
    if (empty) this.#place(el("p", { class: "nothing" }, "no data"));
    else if (this.#asTable) this.#place(tableOf(this.#body.sheet(view)), true);
    else {
      this.#place(this.#body.element);
      this.#body.update(view);
    }
    this.count.textContent = footOf(answer, this.layout);
    this.tick();
  }

  /** @param {HTMLElement} element @param {boolean} [again] keep where it is scrolled to and what has the focus */
  #place(element, again = false) {
    const shown = this.content.firstElementChild;
    if (shown === element) return;
    const held = again && shown instanceof HTMLElement && shown.classList.contains("sheet") ? shown : null;
    const focus = held ? [...held.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) : -1;
    const scroll = held?.scrollTop ?? 0;
    this.content.replaceChildren(element);
    if (!held) return;
    element.scrollTop = scroll;
    if (focus >= 0) element.querySelectorAll("button")[focus]?.focus();
  }

  /** The age moves on. */
  tick() {
    if (!this.#answer) return;
    const shown = ago(Date.now() - Date.parse(this.#answer.asOf));
    if (this.age.textContent !== shown)
      this.age.replaceChildren(time(this.#answer.asOf, shown, instant(this.#answer.asOf, this.host.zone, { dateStyle: "medium", timeStyle: "medium" })));
  }

  #turn() {
    this.#asTable = !this.#asTable;
    this.#paintSwitch();
    this.paint();
  }

  #paintSwitch() {
    const says = this.#asTable ? "Show figure" : "Show table";
    this.switch.replaceChildren(icon(this.#asTable ? "chart" : "table"));
    this.switch.title = says;
    this.switch.setAttribute("aria-label", `${says}: ${this.layout.title}`);
    this.switch.setAttribute("aria-pressed", String(this.#asTable));
    this.switch.hidden = this.layout.kind === "table";
  }
}
