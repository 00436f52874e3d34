// The hours of the week: how much came in each, and where answers did not keep up. A real table of buttons; arrow keys walk it.
import { el } from "../element.js";
import { hourOfWeek, number, weekday } from "../format.js";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const lowShare = 0.5;
/** Fewer are too few to say that answers were missing. */
const fewest = 3;

/** @returns {import("./index.js").Body} */
export function heat() {
  /** @type {Map<string, { button: HTMLButtonElement, open: () => void }>} */
  const cells = new Map();
  const caption = el("caption", { class: "unseen" });
  const body = el("tbody");
  const hour = (/** @type {number} */ at) => el("th", { scope: "col", class: at % 3 ? "between" : null }, at % 3 ? el("span", { class: "unseen" }, String(at)) : String(at).padStart(2, "0"));
  const element = el("div", { class: "heat" }, el("table", {}, caption, el("thead", {}, el("tr", {}, el("td"), hours.map(hour))), body));
  element.addEventListener("keydown", walk);
  let first = "";

  /** @param {string} weekStart */
  function build(weekStart) {
    if (first === weekStart) return;
    first = weekStart;
    cells.clear();
    body.replaceChildren(
      ...weekdays(weekStart).map((day) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, weekday(day, "short")),
          hours.map((at) => {
            const key = `${day} ${String(at).padStart(2, "0")}`;
            const cell = { button: el("button", { type: "button", tabindex: -1, onclick: () => cell.open() }), open: () => {} };
            cells.set(key, cell);
            return el("td", {}, cell.button);
          }),
        ),
      ),
    );
    cells.values().next().value?.button.setAttribute("tabindex", "0");
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[event.key];
    const all = [...cells.values()].map(({ button }) => button);
    const here = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = step && here >= 0 ? all[here + step] : null;
    if (!next) return;
    event.preventDefault();
    all[here].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  return {
    element,
    update(view) {
      build(view.weekStart);
      const all = hoursOf(view);
      const most = Math.max(...all.map(({ came }) => came), 1);
      const top = all.reduce((best, one) => (one.came > best.came ? one : best), all[0]);
      caption.textContent = `${view.layout.title}: most came ${top.name}, ${number(top.came)}; answers fell behind in ${number(all.filter(({ behind }) => behind).length)} hours.`;
      for (const { key, name, came, answered, behind, open } of all) {
        const cell = cells.get(key);
        if (!cell) continue;
        const { button } = cell;
        cell.open = open;
        button.dataset.level = came === 0 ? "0" : String(1 + Math.min(4, Math.floor((came / most) * 5)));
        button.textContent = behind ? "▼" : "";
        button.title = `${name}: ${number(came)} came, ${number(answered)} answered`;
        button.setAttribute("aria-label", `${button.title}${behind ? ", behind" : ""}`);
      }
    },
    sheet: (view) => ({
      caption: view.layout.title,
      columns: ["Hour of the week", "Came", "Answered"],
      rows: hoursOf(view)
        .filter(({ came, answered }) => came + answered > 0)
        .map(({ name, came, answered, open }) => ({ cells: [name, number(came), number(answered)], open })),
    }),
  };
}

/** @param {TileView} view */
function hoursOf({ layout, answers, weekStart, open }) {
  const [came, answered] = layout.metrics.map(({ id }) => new Map(answers[id].series.map(({ group, n }) => [group, n])));
  const { id, by } = layout.metrics[0];
  return weekdays(weekStart).flatMap((day) =>
    hours.map((at) => {
      const key = `${day} ${String(at).padStart(2, "0")}`;
      const [in_, out] = [came.get(key) ?? 0, answered?.get(key) ?? 0];
      return { key, name: hourOfWeek(key), came: in_, answered: out, behind: in_ >= fewest && out < in_ * lowShare, open: () => open({ metric: id, by: by ?? "hour_of_week", group: key }) };
    }),
  );
}

/** 1 is Monday. @param {string} weekStart */
function weekdays(weekStart) {
  const start = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].indexOf(weekStart.toLowerCase());
  return Array.from({ length: 7 }, (_, index) => ((Math.max(0, start) + index) % 7) + 1);
}
