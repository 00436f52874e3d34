// Sources: where posts come from, and how each does.
import { announce } from "../shared/announce.js";
import { Problem, get, request, send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { ask } from "../shared/form.js";
import { openRoom } from "../shared/room.js";
import { kindGroups } from "./kinds.js";
import { sourceCard } from "./source-card.js";
import { sourceEditor } from "./source-editor.js";
import { byUrgency, summary } from "./status.js";

await openRoom(
  { id: "sources", title: "Sources", purpose: "Where posts come from, how each source does, and when it is asked next. What a source cannot see is “no data” in every figure." },
  async (session, { main, attempt }) => {
    const zone = session.timeZone;
    const { items: kinds } = /** @type {{ items: SourceKind[] }} */ (await get("admin/sources/kinds"));
    /** @type {Map<string, ListedSource>} */
    const latest = new Map();
    /** @type {Map<string, ReturnType<typeof sourceCard>>} */
    const cards = new Map();
    const says = el("p", { class: "source-summary", role: "status" });
    const list = el("div", { class: "source-cards" });
    const lost = el("div", { class: "notice warn", role: "status", hidden: true });
    const empty = el(
      "div",
      { class: "nothing-here", hidden: true },
      el("p", {}, "Nothing is listened to yet. Choose below what to listen to, or let yourself be led: "),
      el("a", { href: "/setup" }, "set up your brand step by step"),
      ".",
    );
    const adding = el("div", { class: "adding" });
    const groups = el("div", { class: "kind-groups" }, kindGroups(kinds, choose));
    main.append(
      el("section", { "aria-labelledby": "all" }, el("h2", { id: "all", tabindex: "-1" }, "What is listened to"), says, lost, empty, list),
      el("section", { class: "panel", "aria-labelledby": "add" }, el("h2", { id: "add", tabindex: "-1" }, "Add a source"), el("p", {}, "Sorted by what it takes to use it."), adding, groups),
    );
    await load();
    setTimeout(refresh, 4000);

    async function load() {
      const { items } = /** @type {{ items: ListedSource[] }} */ (await get("admin/sources"));
      items.sort(byUrgency);
      lost.hidden = true;
      empty.hidden = items.length > 0;
      says.textContent = items.length > 0 ? summary(items) : "";
      const known = new Set(items.map(({ id }) => id));
      for (const [id, card] of cards)
        if (!known.has(id)) {
          card.element.remove();
          cards.delete(id);
        }
      for (const source of items) {
        const card = cards.get(source.id);
        if (card) card.show(source);
        else add(source);
        latest.set(source.id, source);
      }
    }

    /** @param {ListedSource} source */
    function add(source) {
      const { id } = source;
      latest.set(id, source);
      const card = sourceCard(source, {
        zone,
        kind: kinds.find(({ kind }) => kind === source.kind),
        run: () => act(id, async () => void (await request("POST", `admin/sources/${id}/run`)), (now) => `${now.name} is asked now.`),
        pause: () => act(id, async () => void (await send("PATCH", `admin/sources/${id}`, { paused: !of(id).paused })), (now) => `${now.name} ${now.paused ? "is paused" : "goes on"}.`),
        edit: () => edit(id),
        remove: () => remove(id),
      });
      cards.set(id, card);
      list.append(card.element);
    }

    /** @param {string} id @param {() => Promise<void>} work @param {(now: ListedSource) => string} done */
    async function act(id, work, done) {
      await attempt(async () => {
        await work();
        await load();
        announce(done(of(id)));
      });
    }

    /** @param {string} id */
    function edit(id) {
      const card = cards.get(id);
      const kind = kinds.find((known) => known.kind === of(id).kind);
      if (!card || !kind) return;
      if (card.place.hasChildNodes()) return leave();
      const form = sourceEditor(kind, of(id), {
        zone,
        leave,
        async done(now) {
          leave();
          announce(`${now.name} is changed.`);
          await attempt(load);
        },
      });
      card.place.replaceChildren(form.element);
      form.focus();
      function leave() {
        card?.place.replaceChildren();
        card?.buttons.edit.focus();
      }
    }

    /** @param {string} id */
    async function remove(id) {
      const { name } = of(id);
      if (!(await ask(`${name} is not asked any more and its settings and secrets are forgotten. Its posts stay.`, "Remove"))) return;
      await attempt(async () => {
        await send("DELETE", `admin/sources/${id}`);
        await load();
        announce(`${name} is removed.`);
        document.getElementById("all")?.focus();
      });
    }

    /** @param {SourceKind} kind */
    function choose(kind) {
      groups.hidden = true;
      const form = sourceEditor(kind, null, {
        zone,
        leave,
        async done(now) {
          leave();
          await attempt(load);
          cards.get(now.id)?.name.focus();
          announce(`${now.name} is added and asked from now on.`);
        },
      });
      adding.replaceChildren(el("h3", {}, kind.title), form.element);
      form.focus();
      function leave() {
        adding.replaceChildren();
        groups.hidden = false;
        document.getElementById("add")?.focus();
      }
    }

    async function refresh() {
      try {
        if (!document.hidden) await load();
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        lost.hidden = false;
        lost.textContent = `${problem.message} What stands here is as it was.`;
      } finally {
        setTimeout(refresh, 4000);
      }
    }

    /** @param {string} id */
    function of(id) {
      return /** @type {ListedSource} */ (latest.get(id));
    }
  },
);
