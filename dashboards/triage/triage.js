// Triage: who waits for an answer, what matters first, and everything that is done about it, from the keyboard.
import { announce } from "../shared/announce.js";
import { send } from "../shared/api.js";
import { openRoom } from "../shared/room.js";
import { actions } from "./actions.js";
import { bulkBar } from "./bulk.js";
import { casePane } from "./case.js";
import { correct } from "./correct.js";
import { Desk } from "./desk.js";
import { calm, silent } from "./calm.js";
import { liveCases } from "./live-cases.js";
import { searchOf } from "./outbreak.js";
import { presence } from "./presence.js";
import { palette, setKeys } from "./palette.js";
import { queue } from "./queue.js";
import { search } from "./search.js";
import { toasts } from "./toast.js";
import { viewName, views } from "./views.js";

const narrow = matchMedia("(max-width: 759px)");

await openRoom(
  { id: "triage", title: "Triage", purpose: "Who waits for an answer in public, what matters first, and who has it.", moves: true },
  async (session, { main, attempt, setLive }) => {
    const desk = new Desk();
    const asked = new URLSearchParams(location.search);
    const silence = silent(desk, session);
    const act = actions(desk, session, { forward });
    const right = casePane(desk, session, { act, correct: label, back, forward, open, again, outbreak });
    const keep = (/** @type {string} */ name, /** @type {string} */ query) => attempt(() => desk.keep(name, query));
    const box = search(desk, (query) => go(desk.view, query), keep);
    const middle = queue(desk, session, { open, outbreak, bulk: bulkBar(desk, act), search: box.element, empty: () => calm(desk, session) });
    const left = views(desk, go, (view) => attempt(() => desk.drop(view)));
    const panes = main.appendChild(Object.assign(document.createElement("div"), { className: "panes" }));
    panes.append(left, middle.element, right.element);
    main.classList.add("triage");
    panes.before(silence.element);
    document.body.append(toasts);

    /** @param {string} view @param {string} query */
    async function go(view, query) {
      box.set(query);
      middle.name(query === "" ? viewName(view) : (desk.saved.find((one) => one.query === query)?.name ?? (/^outbreak:\d+$/.test(query) ? "Who says the same" : "Found")));
      await desk.open(view, query);
      // What cannot be read is written on where it is wrong.
      if (!box.wrong()) back();
    }

    /** Opens the case to be read. @param {number} id */
    function open(id) {
      if (!desk.row(id)) location.assign(`?case=${id}`);
      desk.choose(id);
      panes.toggleAttribute("data-reading", true);
      right.focus();
    }

    /** Lists the outbreak that a case belongs to, the open one unless told. */
    function outbreak(one = desk.row(desk.current)?.case) {
      if (one && (one.outbreak ?? null) !== null) return go("needs_answer", searchOf(one));
      announce("This case is alone: nobody else said the same within a day.");
    }

    /** Back to the queue, where one column shows one thing at a time. */
    function back() {
      panes.toggleAttribute("data-reading", false);
      middle.focus();
    }

    /** After something was done: the focus is on the next case. */
    function forward() {
      if (narrow.matches && panes.hasAttribute("data-reading")) right.focus();
      else back();
    }

    /** Sends an answer again that could not be sent. @param {CaseRow} row @param {SentReply} reply */
    async function again(row, reply) {
      try {
        await send("POST", `cases/${row.case.id}/replies/${encodeURIComponent(reply.id)}/again`);
        desk.files.forget(row.case.id);
        await right.show({ anew: true });
      } catch (problem) {
        act.refused(problem, row);
      }
    }

    async function label() {
      const file = right.file;
      if (!file || !(await correct(desk, file, act))) return;
      desk.files.forget(file.detail.case.id);
      await right.show({ anew: true });
      desk.look();
    }

    const commands = setKeys({ desk, act, middle, right, box, open, label, outbreak });
    palette(commands, desk, go);
    desk.addEventListener("current", place);
    desk.addEventListener("queue", place);

    // What is shown stands in the address: a copied link shows the same.
    function place() {
      const address = new URLSearchParams();
      if (desk.view !== "needs_answer") address.set("view", desk.view);
      if (desk.query) address.set("q", desk.query);
      if (desk.current !== null) address.set("case", String(desk.current));
      history.replaceState(null, "", address.size === 0 ? location.pathname : `?${address}`);
    }

    await desk.inquire();
    const wanted = Number(asked.get("case"));
    await go(asked.get("view") ?? "needs_answer", asked.get("q") ?? "");
    if (Number.isInteger(wanted) && wanted > 0 && (await attempt(() => desk.bring(wanted)))) {
      desk.choose(wanted);
      if (narrow.matches) open(wanted);
    }
    presence(desk, () => right.writer.writing);
    liveCases({
      look: () => desk.look(),
      changed(id) {
        desk.files.forget(id);
        if (id === desk.current) right.show({ anew: true });
      },
      present: (id, presence) => desk.attend(id, presence),
      state: setLive,
    });
    setInterval(() => !document.hidden && desk.inquire().catch(() => {}), 60_000);
  },
);
