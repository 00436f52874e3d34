// Keys: how programs come in.
import { announce } from "../shared/announce.js";
import { get, send } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { ask, field, form, once } from "../shared/form.js";
import { instant } from "../shared/format.js";
import { redraw } from "../shared/redraw.js";
import { openRoom } from "../shared/room.js";

/** @typedef {{ id: string, name: string, scopes: string[], created: string, lastUsed: string | null, revoked: string | null }} Key */

/** @type {[string, string][]} */
const scopes = [
  ["read", "read public posts and figures"],
  ["read:internal", "read internal posts too"],
  ["ingest", "send posts"],
  ["triage", "work on cases"],
  ["reply", "answer in public"],
  ["approve", "approve answers of others"],
  ["sql", "ask in SQL"],
  ["telemetry", "read how the program is"],
  ["admin", "everything"],
];

await openRoom(
  { id: "keys", title: "Keys", purpose: "With a key another program sends posts or reads figures. A key is shown once, when it is made; revoking one counts within five seconds." },
  async (session, { main, attempt }) => {
    const list = el("div", { class: "entries" });
    const shown = el("div");
    main.append(
      el(
        "section",
        { class: "panel", "aria-labelledby": "make" },
        el("h2", { id: "make" }, "Make a key"),
        el("p", {}, "Give it what the program needs and no more."),
        make(),
        shown,
      ),
      el("section", { class: "panel", "aria-labelledby": "all" }, el("h2", { id: "all" }, "All keys"), list),
    );
    await load();

    async function load() {
      const keys = /** @type {Key[]} */ (await get("admin/keys"));
      keys.sort((left, right) => Number(Boolean(left.revoked)) - Number(Boolean(right.revoked)) || right.created.localeCompare(left.created));
      redraw(list, keys.length > 0 ? keys.map(keyRow) : [el("p", { class: "nothing-here" }, "No program has a key yet.")]);
    }

    function make() {
      const name = el("input", { required: true, maxlength: 100, autocomplete: "off", placeholder: "forum-bridge" });
      const source = el("input", { maxlength: 64, autocomplete: "off", placeholder: "forum" });
      const boxes = scopes.map(([scope]) => el("input", { type: "checkbox", value: scope, checked: scope === "read" }));
      return form(
        "Make a key",
        [
          field("What it is for", name),
          field("Sends posts of this source only (may be left out)", source),
          el(
            "fieldset",
            {},
            el("legend", {}, "It may"),
            scopes.map(([scope, words], index) => el("label", {}, boxes[index], el("span", {}, words, " ", el("span", { class: "quiet" }, scope)))),
          ),
        ],
        async () => {
          const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
          if (source.value.trim()) chosen.push(`ingest:${source.value.trim()}`);
          const made = await send("POST", "admin/keys", { name: name.value, scopes: chosen });
          shown.replaceChildren(once(`The key for ${made.name}`, "It is shown only now: keep it where the program finds it.", made.secret));
          name.value = source.value = "";
          await load();
        },
      );
    }

    /** @param {Key} key */
    function keyRow(key) {
      const used = key.lastUsed ? ["last used ", when(key.lastUsed)] : "never used";
      return el(
        "div",
        { class: "entry", "data-key": key.name, "data-off": key.revoked ? "" : null },
        el("div", {}, el("strong", {}, key.name), el("div", { class: "quiet" }, `lk_${key.id}_… · made `, when(key.created))),
        el("div", { class: "quiet" }, key.scopes.join(", "), el("div", {}, key.revoked ? ["revoked ", when(key.revoked)] : used)),
        key.revoked ? el("span") : el("button", { class: "control", type: "button", onclick: () => revoke(key), "aria-label": `Revoke ${key.name}` }, "Revoke"),
      );
    }

    /** @param {string} at */
    function when(at) {
      return time(at, instant(Date.parse(at), session.timeZone, { dateStyle: "medium", timeStyle: "short" }), at);
    }

    /** @param {Key} key */
    async function revoke(key) {
      if (!(await ask(`The program that uses ${key.name} is refused from now on. This cannot be undone.`, "Revoke"))) return;
      await attempt(async () => {
        await send("DELETE", `admin/keys/${encodeURIComponent(key.id)}`);
        announce(`${key.name} is revoked.`);
        await load();
      });
    }
  },
);
