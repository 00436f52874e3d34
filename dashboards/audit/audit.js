// The audit log: who changed what, when and from where.
import { get } from "../shared/api.js";
import { el, time } from "../shared/element.js";
import { field } from "../shared/form.js";
import { instant, number } from "../shared/format.js";
import { openRoom } from "../shared/room.js";

/** @typedef {{ id: number, at: string, actor: string, action: string, subject: string, before: string | null, after: string | null, address: string | null }} Entry */

const page = 50;

await openRoom(
  { id: "audit", title: "Audit", purpose: "Every change and every try to come in, newest first. Entries are added and never changed or removed, not even by an admin." },
  async (session, { main, attempt }) => {
    const rows = el("tbody");
    const filter = el("input", { type: "search", placeholder: "ana@example.com, key.revoke, sign-in.fail …", maxlength: 100 });
    filter.value = new URLSearchParams(location.search).get("q") ?? "";
    const said = el("p", { class: "quiet", role: "status" });
    const empty = el("p", { class: "nothing-here", hidden: true });
    const more = el("button", { class: "control", type: "button", hidden: true, onclick: () => attempt(() => load(cursor)) }, "Older ones");
    /** @type {string | null} */
    let cursor = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let soon;
    filter.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(() => attempt(() => load(null)), 250);
    });
    main.append(
      field("Actor, action or subject", filter),
      el(
        "section",
        { class: "panel", "aria-label": "Entries" },
        el(
          "div",
          { class: "audit-list", tabindex: "0", role: "group", "aria-label": "Entries, table" },
          el(
            "table",
            {},
            el("caption", { class: "unseen" }, "Entries of the audit log, newest first"),
            el("thead", {}, el("tr", {}, ["When", "Who", "Did", "To", "Change", "From"].map((title) => el("th", { scope: "col" }, title)))),
            rows,
          ),
        ),
        empty,
        el("div", { class: "actions" }, more, said),
      ),
    );
    await load(null);

    /** @param {string | null} from */
    async function load(from) {
      const q = filter.value.trim();
      const { items, nextCursor } = /** @type {{ items: Entry[], nextCursor: string | null }} */ (await get("admin/audit", { q, cursor: from, limit: page }));
      if (from === null) rows.replaceChildren();
      rows.append(...items.map(row));
      cursor = nextCursor;
      more.hidden = cursor === null;
      empty.hidden = rows.childElementCount > 0;
      empty.textContent = q ? `Nothing in the log has “${q}”.` : "Nothing has happened yet.";
      said.textContent = rows.childElementCount > 0 ? `${number(rows.childElementCount)} shown${cursor ? "" : ", that is all"}` : "";
      history.replaceState(null, "", q ? `?q=${encodeURIComponent(q)}` : location.pathname);
    }

    /** @param {Entry} entry */
    function row(entry) {
      const change = [entry.before, entry.after].some(Boolean) ? `${entry.before ?? "—"} → ${entry.after ?? "—"}` : "";
      return el(
        "tr",
        {},
        el("th", { scope: "row" }, time(entry.at, instant(Date.parse(entry.at), session.timeZone, { dateStyle: "medium", timeStyle: "medium" }), entry.at)),
        el("td", {}, entry.actor),
        el("td", {}, entry.action),
        el("td", {}, entry.subject),
        el("td", {}, change),
        el("td", { class: "quiet" }, entry.address ?? "this machine"),
      );
    }
  },
);
