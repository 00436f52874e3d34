// Tiles that move by themselves: server-sent events, and polling where there are none.
import { addressOf } from "./api.js";

const failuresBeforePolling = 3;

/** Keeps one event stream open and says what state it is in. */
export class Live {
  /** @type {EventSource | null} */
  #source = null;
  #failures = 0;
  #again = 0;

  /**
   * @param {{ tile(answer: TileAnswer): void, failed(tile: string, reason: string): void, reset(): void, session(): void,
   *   state(state: import("./shell.js").LiveState): void }} told
   */
  constructor(told) {
    this.told = told;
    /** @type {Record<string, string>} */
    this.parameters = {};
    window.addEventListener("offline", () => this.#leave("offline"));
    window.addEventListener("online", () => {
      this.told.reset();
      this.open(this.parameters);
    });
  }

  /** Whether tiles are sent without being asked. */
  get flowing() {
    return this.#source?.readyState === EventSource.OPEN;
  }

  /** @param {Record<string, string>} parameters what every tile is asked with */
  open(parameters) {
    this.parameters = parameters;
    this.#leave(navigator.onLine ? "waiting" : "offline");
    if (!navigator.onLine) return;
    const source = new EventSource(addressOf("stream", parameters));
    source.addEventListener("open", () => {
      this.#failures = 0;
      this.told.state("live");
    });
    source.addEventListener("tile", (event) => {
      const { tile, answer, error } = JSON.parse(event.data);
      if (answer) this.told.tile(answer);
      else this.told.failed(tile, error);
    });
    source.addEventListener("reset", () => this.told.reset());
    // Brands or the reporting zone are others now: everything on the screen was drawn with the old ones.
    source.addEventListener("session", () => this.told.session());
    source.addEventListener("error", () => this.#failed(source));
    this.#source = source;
  }

  /** Nothing is told any more. */
  close() {
    this.#leave("waiting");
  }

  /** @param {EventSource} source */
  #failed(source) {
    this.#failures++;
    this.told.state(!navigator.onLine ? "offline" : this.#failures < failuresBeforePolling ? "waiting" : "polling");
    // A refused stream (403, 503) is closed for good by the browser: ask again, later each time.
    if (source.readyState === EventSource.CLOSED)
      this.#again = window.setTimeout(() => this.open(this.parameters), Math.min(60_000, 2000 * 2 ** this.#failures));
  }

  /** @param {"waiting" | "offline"} state */
  #leave(state) {
    clearTimeout(this.#again);
    this.#source?.close();
    this.#source = null;
    if (this.#failures < failuresBeforePolling || state === "offline") this.told.state(state);
  }
}
