// What is asked: period, filter, comparison; and under it, in words, what that means.
import { customPeriod } from "./custom-period.js";
import { el } from "./element.js";
import { filterBox } from "./filter-box.js";
import { instant, periodName } from "./format.js";
import { onKey } from "./keys.js";
import { periods } from "./period.js";

/**
 * @param {import("./address.js").Address} address
 * @param {Session} session
 */
export function toolbar(address, session) {
  const segments = periods.map(({ id, label }) => el("button", { type: "button", "data-period": id, onclick: () => choose(id) }, label));
  const custom = customPeriod(address, session.timeZone);
  const compare = el("button", { class: "control", type: "button", onclick: toggle }, "Compare");
  compare.title = "Compare with the period before";
  const filter = filterBox(address);
  const bar = el(
    "div",
    { class: "bar" },
    el(
      "div",
      { class: "bar-inside", role: "search", "aria-label": "What is shown" },
      el("div", { class: "segments", role: "group", "aria-label": "Period" }, segments),
      custom.element,
      compare,
      filter.element,
      filter.error,
    ),
  );
  const span = el("p", { class: "span" });

  /** @param {string} period */
  function choose(period) {
    address.change({ period, from: null, to: null });
  }
  function toggle() {
    address.change({ compare: !address.choice.compare, baseline: false });
  }

  periods.forEach(({ id, label }, index) => onKey(String(index + 1), id === "today" ? "today" : `last ${label}`, () => choose(id)));
  onKey("c", "compare with the period before", toggle);
  onKey("/", "filter", () => filter.focus());

  /** @param {Span} shown */
  function paint(shown) {
    for (const button of segments) button.setAttribute("aria-pressed", String(button.dataset.period === address.choice.period));
    compare.setAttribute("aria-pressed", String(address.choice.compare));
    custom.paint();
    filter.paint();
    const before = { from: shown.from - (shown.to - shown.from), to: shown.from };
    const brand = address.choice.brand || session.brand;
    span.replaceChildren(
      brand ? el("strong", {}, brand, " · ") : "",
      el("strong", {}, periodName(shown, session.timeZone)),
      address.choice.compare ? ` against ${periodName(before, session.timeZone)}` : "",
      ` · ${session.timeZone.replaceAll("_", " ")}, now ${instant(Date.now(), session.timeZone, { timeStyle: "short" })}`,
    );
  }

  new IntersectionObserver(([entry]) => bar.classList.toggle("stuck", entry.intersectionRatio < 1), { threshold: [1], rootMargin: "-1px 0px 0px 0px" }).observe(
    bar,
  );
  return { bar, span, paint, filter };
}
