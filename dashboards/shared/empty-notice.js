// A period without posts, and where they are; never a screen of blanks without a way out.
import { el } from "./element.js";
import { instant } from "./format.js";
import { periodOfNewest } from "./period.js";

/**
 * @param {Session} session
 * @param {import("./address.js").Address} address
 */
export function emptyNotice(session, address) {
  const element = el("div", { class: "notice", role: "status", hidden: true });

  /** @param {string} says @param {Partial<Choice>} change */
  const way = (says, change) => el("button", { class: "control", type: "button", onclick: () => address.change(change) }, says);

  /** @param {(Node | string)[]} children */
  const show = (...children) => {
    element.hidden = false;
    element.replaceChildren(...children);
  };

  /**
   * "Newest post: 3 Dec 2017. Show that period", or how to get posts in.
   * @param {boolean} nothing @param {Span} span
   */
  function empty(nothing, span) {
    const { newestPost: newest, timeZone: zone } = session;
    if (!nothing) element.hidden = true;
    else if (!newest) show(el("span", {}, "No post has come yet. ", session.scopes.includes("admin") ? [el("a", { href: "/setup" }, "Set up your brand and its sources"), ", run “listening import FILE”, or send posts to /api/v1/posts."] : "Run “listening import FILE”, or send posts to /api/v1/posts."));
    else if (address.choice.filter) show("Nothing in this period fits the filter.", way("Clear the filter", { filter: "" }));
    else if (Date.parse(newest) >= span.from && Date.parse(newest) < span.to) show("Nothing in this period is of this brand.");
    else {
      const day = el("strong", {}, instant(newest, zone, { dateStyle: "medium" }));
      show(el("span", {}, "Nothing in this period. Newest post: ", day, "."), way("Show that period", { period: null, ...periodOfNewest(newest, zone) }));
    }
  }

  /** @param {string} reason */
  const wrongPeriod = (reason) => show(reason, way("Show the last 24 h", { period: "24h", from: null, to: null }));

  return { element, empty, wrongPeriod };
}
