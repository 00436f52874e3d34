// The frame of every room: product, rooms, brand, whether it is live, theme, link.
import { announce } from "./announce.js";
import { el, icon } from "./element.js";
import { placed } from "./base.js";
import { keyHelp, onKey } from "./keys.js";
import { themeSwitch } from "./theme.js";

/** @typedef {"live" | "waiting" | "polling" | "offline"} LiveState */

/** @type {Record<LiveState, string>} */
const liveWords = { live: "Live", waiting: "Connecting …", polling: "Every few seconds", offline: "Offline" };

/** Rooms that two keys lead to: g, then this. */
const doors = { t: "triage", o: "operations", r: "report" };

/**
 * @param {string} room id of the room shown
 * @param {Session} session
 * @param {import("./address.js").Address} address
 */
export function shell(room, session, address) {
  const live = el("span", { class: "live", "data-state": "waiting" }, el("span", {}, liveWords.waiting));
  const offline = el(
    "div",
    { class: "notice warn", role: "status", hidden: true },
    "You are offline. Figures stand as they were; they are fetched again when the connection is back.",
  );
  const header = el(
    "header",
    {},
    session.simulated && el("div", { class: "simulated" }, el("strong", {}, "SIMULATED"), "This brand, its customers and its competitors do not exist.", session.scopes.includes("admin") && [" ", el("a", { href: "/setup" }, "Use my own brand")]),
    el(
      "div",
      { class: "top" },
      el("a", { class: "product", href: "/operations" }, el("img", { src: "/dashboards/shared/mark.svg", alt: "", width: 24, height: 24 }), "Listening"),
      el(
        "nav",
        { class: "rooms", "aria-label": "Rooms" },
        // The server lists the rooms that the caller may enter, and keeps the doors too.
        session.rooms.map(({ id, title, address: to }) => el("a", { href: to, "aria-current": id === room ? "page" : null }, title)),
      ),
      live,
      brandSelect(session, address),
      linkButton(),
      keyHelp(),
      themeSwitch(),
      el(
        "a",
        { class: "control bare me", href: "/account", "aria-current": room === "account" ? "page" : null, title: session.role ? `${session.name}, ${session.role}` : session.name },
        session.role ? [el("span", { class: "unseen" }, "Account of "), session.name] : "Account",
      ),
    ),
  );

  for (const [key, to] of Object.entries(doors)) {
    const found = session.rooms.find(({ id }) => id === to);
    if (found) onKey(`g ${key}`, `go to ${found.title}`, () => location.assign(placed(found.address)));
  }

  /** @param {LiveState} state */
  const setLive = (state) => {
    if (live.dataset.state === state) return;
    if (state === "offline") announce("Offline.");
    else if (live.dataset.state === "offline") announce("Connected again.");
    live.dataset.state = state;
    live.firstElementChild?.replaceChildren(liveWords[state]);
    live.title = liveWords[state];
    offline.hidden = state !== "offline";
  };
  return { header, offline, setLive };
}

/** @param {Session} session @param {import("./address.js").Address} address */
function brandSelect(session, address) {
  const own = session.brands.filter(({ kind }) => kind.toLowerCase() === "own");
  if (own.length < 2) return null;
  const select = el(
    "select",
    { class: "control brand", "aria-label": "Brand", onchange: () => address.change({ brand: select.value }) },
    el("option", { value: "" }, "All our brands"),
    own.map(({ name }) => el("option", { value: name }, name)),
  );
  const paint = () => (select.value = address.choice.brand);
  address.addEventListener("change", paint);
  paint();
  return select;
}

function linkButton() {
  const button = el(
    "button",
    { class: "control bare square", type: "button", "aria-label": "Copy a link to this view", title: "Copy a link to this view", onclick: copy },
    icon("link"),
  );

  async function copy() {
    // Over plain http from another machine browsers keep the clipboard shut.
    if (!navigator.clipboard) {
      window.prompt("Copy this link", location.href);
      return;
    }
    await navigator.clipboard.writeText(location.href);
    button.replaceChildren(icon("check"));
    announce("Link copied.");
    setTimeout(() => button.replaceChildren(icon("link")), 1600);
  }
  return button;
}
