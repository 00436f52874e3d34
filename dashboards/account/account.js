// One's own account: password, authenticator, where one is signed in.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el, svg, time } from "../shared/element.js";
import { field, form, once } from "../shared/form.js";
import { instant } from "../shared/format.js";
import { redraw } from "../shared/redraw.js";
import { openRoom } from "../shared/room.js";

/**
 * @typedef {{ id: string, current: boolean, created: string, lastSeen: string | null, expires: string, address: string | null, browser: string | null }} SessionEntry
 * @typedef {{ person: { name: string, email: string, role: string, secondStep: boolean } | null, recoveryCodesLeft: number, sessions: SessionEntry[] }} Account
 */

await openRoom({ id: "account", title: "Your account", purpose: "Who you are here, how you come in, and every browser in which you are signed in." }, async (session, { main, attempt }) => {
  const who = el("p", {});
  const second = el("div", { class: "steps" });
  const sessions = el("div", { class: "entries" });
  const kept = el("div");
  const account = /** @type {Account} */ (await get("account"));
  const panel = (/** @type {string} */ id, /** @type {string} */ title, /** @type {import("../shared/element.js").Child[]} */ ...children) =>
    el("section", { class: "panel", id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title), children);
  main.append(
    panel("you", "Who you are", who, el("form", { method: "post", action: "/sign-out" }, el("button", { class: "control" }, "Sign out"))),
  );
  if (!account.person) {
    who.textContent = "A link of this machine opened this session; it belongs to nobody in particular. Invite yourself under People to have a name and a password of your own.";
    return;
  }
  if (session.passwords)
    main.append(
      panel("password", "Password", el("p", {}, "A new one signs you out in every other browser."), passwordForm()),
      panel("second-step", "Authenticator", el("p", {}, "With one, a stolen password alone lets nobody in."), second, kept),
    );
  main.append(
    panel("sessions", "Where you are signed in", sessions, el("div", { class: "actions" }, el("button", { class: "control", type: "button", onclick: endAll }, "Sign out everywhere else"))),
  );
  paint(account);

  async function load() {
    paint(/** @type {Account} */ (await get("account")));
  }

  /** @param {Account} shown */
  function paint({ person, recoveryCodesLeft, sessions: open }) {
    if (!person) return;
    who.replaceChildren(el("strong", {}, person.name), ` · ${person.email} · `, el("span", { class: "badge" }, person.role));
    second.replaceChildren(...(person.secondStep ? on(recoveryCodesLeft) : [begin()]));
    redraw(sessions, open.map(sessionRow));
  }

  function passwordForm() {
    const current = el("input", { type: "password", autocomplete: "current-password", required: true, maxlength: 200 });
    const wanted = el("input", { type: "password", autocomplete: "new-password", required: true, minlength: 12, maxlength: 200 });
    return form("Set password", [field("Password so far", current), field("New password", wanted, "At least 12 characters. A sentence is good.")], async () => {
      await send("POST", "account/password", { current: current.value, wanted: wanted.value });
      current.value = wanted.value = "";
      announce("The new password counts from now on.");
      await load();
    });
  }

  function begin() {
    const password = el("input", { type: "password", autocomplete: "current-password", required: true, maxlength: 200 });
    return form("Add an authenticator", [field("Your password", password)], async () => {
      const key = await send("POST", "account/second-step", { password: password.value });
      second.replaceChildren(...confirm(key));
    });
  }

  /** @param {{ key: string, url: string, size: number, path: string }} key */
  function confirm({ key, url, size, path }) {
    const code = el("input", { inputmode: "numeric", autocomplete: "one-time-code", required: true, maxlength: 7, pattern: "[0-9 ]{6,7}" });
    requestAnimationFrame(() => code.focus());
    return [
      el("p", {}, "Scan this with an authenticator, or ", el("a", { href: url }, "open it on this device"), ", or type the key."),
      svg("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "The key as a square for the authenticator's camera", "shape-rendering": "crispEdges" }, svg("path", { d: path })),
      el("p", {}, el("code", { class: "key" }, key)),
      form("Confirm", [field("Code that it shows now", code)], async () => {
        const { codes } = await send("PUT", "account/second-step", { code: code.value });
        showCodes(codes);
        await load();
      }),
    ];
  }

  /** @param {number} left */
  function on(left) {
    const password = el("input", { type: "password", autocomplete: "current-password", required: true, maxlength: 200 });
    const other = el("button", { class: "control", type: "button", onclick: () => attempt(renew) }, "New recovery codes");
    async function renew() {
      const { codes } = await send("POST", "account/recovery-codes", { password: password.value });
      showCodes(codes);
      await load();
    }
    return [
      el("p", {}, el("span", { class: "badge" }, "On"), ` ${left} recovery codes left.`),
      form("Take it away", [field("Your password", password), el("div", { class: "field" }, other)], async () => {
        await send("POST", "account/second-step/stop", { password: password.value });
        announce("The authenticator is taken away.");
        kept.replaceChildren();
        await load();
      }),
    ];
  }

  /** @param {string[]} codes */
  function showCodes(codes) {
    kept.replaceChildren(once("Your recovery codes", "Each lets you in once without the authenticator. They are shown only now: print them, or keep them in a password manager.", codes.join("\n")));
  }

  /** @param {SessionEntry} entry */
  function sessionRow(entry) {
    const when = (/** @type {string} */ at) => time(at, instant(Date.parse(at), session.timeZone, { dateStyle: "medium", timeStyle: "short" }), at);
    return el(
      "div",
      { class: "entry", "data-session": entry.id },
      el("div", {}, el("strong", {}, browserOf(entry.browser)), entry.current && el("span", { class: "badge" }, "this one"), el("div", { class: "quiet" }, entry.address ?? "")),
      el("div", { class: "quiet" }, "since ", when(entry.created), el("div", {}, "ends ", when(entry.expires))),
      entry.current
        ? el("span")
        : el("button", { class: "control", type: "button", "aria-label": `Sign out ${browserOf(entry.browser)} of ${entry.address ?? "this machine"}`, onclick: () => attempt(() => end(entry)) }, "Sign out"),
    );
  }

  /** @param {string | null} said */
  function browserOf(said) {
    const name = [["Edg/", "Edge"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"]].find(([mark]) => said?.includes(mark))?.[1] ?? "A browser";
    const system = ["Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux"].find((mark) => said?.includes(mark));
    return system ? `${name} on ${system}` : name;
  }

  /** @param {SessionEntry} entry */
  async function end(entry) {
    await send("DELETE", `account/sessions/${entry.id}`);
    announce("Signed out there.");
    await load();
  }

  async function endAll() {
    await attempt(async () => {
      await send("POST", "account/sign-out-everywhere");
      announce("Signed out everywhere else.");
      await load();
    });
  }
});
