// People: who signs in, as what, and links for those who are to come.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { ask, field, form, once, select } from "../shared/form.js";
import { instant } from "../shared/format.js";
import { redraw } from "../shared/redraw.js";
import { openRoom } from "../shared/room.js";

/**
 * @typedef {{ id: string, name: string, email: string, role: string, secondStep: boolean, created: string, lastSignIn: string | null, disabled: string | null, lockedUntil: string | null }} Person
 * @typedef {{ id: string, kind: string, name: string, email: string | null, role: string, invitedBy: string, created: string, expires: string, used: string | null, withdrawn: string | null }} Invitation
 */

/** @type {[string, string][]} */
const roles = [
  ["agent", "Agent: answers the public"],
  ["supervisor", "Supervisor: leads agents, reads internal posts"],
  ["executive", "Executive: reads the reports"],
  ["admin", "Admin: everything, and the settings"],
];

await openRoom(
  { id: "people", title: "People", purpose: "Who signs in here and what they may do. A change counts with the person's next click; nobody has to sign in again for it." },
  async (session, { main, attempt }) => {
    const zone = session.timeZone;
    const people = el("div", { class: "entries" });
    const links = el("div", { class: "entries" });
    const shown = el("div");
    main.append(
      el("section", { class: "panel", "aria-labelledby": "staff" }, el("h2", { id: "staff" }, "Who is here"), people),
      el(
        "section",
        { class: "panel", "aria-labelledby": "invite" },
        el("h2", { id: "invite" }, "Invite somebody"),
        el("p", {}, `You get a link and give it to them, by mail or chat. It works once, for 24 hours; ${session.passwords ? "they choose their password themselves" : "they join with their company's account"}.`),
        invite(),
        shown,
      ),
      el("section", { class: "panel", "aria-labelledby": "links" }, el("h2", { id: "links" }, "Links given out"), links),
    );
    await load();

    async function load() {
      const [everybody, given] = await Promise.all([
        /** @type {Promise<Person[]>} */ (get("admin/users")),
        /** @type {Promise<Invitation[]>} */ (get("admin/invitations")),
      ]);
      const nobody = el("p", { class: "nothing-here" }, "Nobody has joined yet. Invite the first person below.");
      redraw(people, everybody.length > 0 ? everybody.map(personRow) : [nobody]);
      redraw(links, given.length > 0 ? given.map(linkRow) : [el("p", { class: "nothing-here" }, "No links in the last 30 days.")]);
    }

    function invite() {
      const name = el("input", { required: true, maxlength: 100, autocomplete: "off" });
      const email = el("input", { type: "email", maxlength: 254, autocomplete: "off" });
      const role = select(roles);
      return form("Make a link", [field("Name", name), field("E-mail address (may be left out)", email), field("Role", role)], async () => {
        const made = await send("POST", "admin/invitations", { name: name.value, email: email.value || null, role: role.value });
        showLink(made, `Give this link to ${made.invitation.name}`);
        name.value = email.value = "";
        await load();
      });
    }

    /** @param {{ invitation: Invitation, url: string }} made @param {string} title */
    function showLink(made, title) {
      shown.replaceChildren(once(title, `It is shown only now. It works once, until ${instant(Date.parse(made.invitation.expires), zone, { dateStyle: "medium", timeStyle: "short" })}.`, made.url));
    }

    /** @param {Person} person */
    function personRow(person) {
      const role = select(roles.map(([value]) => [value, value]), person.role);
      role.setAttribute("aria-label", `Role of ${person.name}`);
      role.addEventListener("change", () => change(person, { role: role.value }, `${person.name} is ${role.value} now.`));
      const seen = person.lastSignIn ? ["signed in ", when(person.lastSignIn)] : "never signed in";
      return el(
        "div",
        { class: "entry", "data-person": person.email, "data-off": person.disabled ? "" : null },
        el(
          "div",
          {},
          el("strong", {}, person.name),
          el("div", { class: "quiet" }, person.email),
          el("div", { class: "quiet" }, seen, person.secondStep ? " · authenticator" : "", person.disabled ? " · disabled" : "", person.lockedUntil ? " · rests after wrong passwords" : ""),
        ),
        role,
        el(
          "div",
          { class: "actions" },
          session.passwords && el("button", { class: "control", type: "button", onclick: () => reset(person), "aria-label": `New password for ${person.name}` }, "New password"),
          person.secondStep && el("button", { class: "control", type: "button", onclick: () => take(person), "aria-label": `Take authenticator away from ${person.name}` }, "Take authenticator away"),
          el("button", { class: "control", type: "button", onclick: () => turn(person), "aria-label": `${person.disabled ? "Enable" : "Disable"} ${person.name}` }, person.disabled ? "Enable" : "Disable"),
        ),
      );
    }

    /** @param {Invitation} link */
    function linkRow(link) {
      const open = !link.used && !link.withdrawn && Date.parse(link.expires) > Date.now();
      const state = link.used ? ["used ", when(link.used)] : link.withdrawn ? ["taken back ", when(link.withdrawn)] : open ? ["good until ", when(link.expires)] : "ran out unused";
      return el(
        "div",
        { class: "entry", "data-invitation": link.id, "data-name": link.name },
        el("div", {}, el("strong", {}, link.name), el("div", { class: "quiet" }, link.kind === "join" ? `to join as ${link.role}` : "to set a new password", ` · by ${link.invitedBy}`)),
        el("div", { class: "quiet" }, state),
        open ? el("button", { class: "control", type: "button", onclick: () => withdraw(link), "aria-label": `Take back the link of ${link.name}` }, "Take back") : el("span"),
      );
    }

    /** @param {string} at */
    function when(at) {
      return time(at, instant(Date.parse(at), zone, { dateStyle: "medium", timeStyle: "short" }), at);
    }

    /** @param {Person} person @param {object} what @param {string} says */
    async function change(person, what, says) {
      if (await attempt(() => send("PATCH", `admin/users/${person.id}`, what))) announce(says);
      await attemptLoad();
    }

    /** @param {Person} person */
    async function turn(person) {
      if (!person.disabled && !(await ask(`${person.name} is signed out everywhere at once and cannot come in until enabled again.`, "Disable"))) return;
      await change(person, { disabled: !person.disabled }, `${person.name} is ${person.disabled ? "enabled" : "disabled"}.`);
    }

    /** @param {Person} person */
    async function take(person) {
      if (await ask(`${person.name} then signs in with the password alone, until they add an authenticator again.`, "Take away")) await change(person, { secondStep: false }, "The authenticator is taken away.");
    }

    /** @param {Person} person */
    async function reset(person) {
      await attempt(async () => {
        const made = await send("POST", `admin/users/${person.id}/reset`);
        showLink(made, `Give this link for a new password to ${person.name}`);
        await load();
      });
    }

    /** @param {Invitation} link */
    async function withdraw(link) {
      await attempt(() => send("DELETE", `admin/invitations/${link.id}`));
      await attemptLoad();
    }

    // What the change said stays on the screen when the list cannot be read either.
    async function attemptLoad() {
      const fault = main.querySelector(".notice.warn");
      if (fault instanceof HTMLElement && !fault.hidden) await load().catch(() => undefined);
      else await attempt(load);
    }
  },
);
