// What an agent does to cases: to those that are chosen, else to the one that is open. The screen goes on at once; the server decides.
import { announce } from "../shared/announce.js";
import { Problem, send } from "../shared/api.js";
import { instant, number, words } from "../shared/format.js";
import { pick } from "./pick.js";
import { began } from "./pace.js";
import { toast } from "./toast.js";
import { nameOf } from "./words.js";

const outcomes = [
  { value: "answered_publicly", says: "Answered in public" },
  { value: "answered_in_private", says: "Answered in private", hint: "by message, telephone or mail" },
  { value: "no_answer_needed", says: "No answer needed", hint: "wants a reason" },
  { value: "not_us", says: "Not about us" },
  { value: "spam", says: "Spam" },
];
const reasons = ["solved by itself", "thanks, no question", "a joke", "asked elsewhere too"];

/** @param {import("./desk.js").Desk} desk @param {Session} session @param {{ forward(): void }} screen goes on to the case that is current now */
export function actions(desk, session, screen) {
  /** The rows that are meant. @returns {CaseRow[]} */
  const meant = () => {
    const many = desk.picked;
    if (many.length > 0) return many;
    const one = desk.row(desk.current);
    return one && !desk.gone.has(one.case.id) ? [one] : [];
  };
  const called = (/** @type {CaseRow[]} */ rows) => (rows.length === 1 ? rows[0].case.name || rows[0].case.handle : `${number(rows.length)} cases`);

  /**
   * @param {CaseRow[]} rows @param {string} action @param {unknown} body
   * @param {{ says: string, leaves?: string, undo?: (now: CaseRow, before: CaseRow) => [action: string, body: unknown] }} what
   */
  async function go(rows, action, body, { says, leaves, undo }) {
    if (rows.length === 0) return;
    began();
    const before = desk.current;
    if (leaves) {
      // The next case is painted before the server has answered.
      const next = rows.some((row) => row.case.id === before) && before !== null ? follow(rows, before) : before;
      for (const row of rows) desk.put(row.case.id, leaves);
      // Before the last one is reached: a server may be slower than she is.
      if (desk.live.length < 20) desk.more();
      desk.chosen.clear();
      desk.tell("chosen");
      if (next !== null) desk.choose(next);
    }
    screen.forward();
    announce(says);
    const done = rows.length === 1 ? await one(rows[0], action, body) : await all(rows, action, body);
    for (const row of rows) if (leaves && !done.done.some(({ case: { id } }) => id === row.case.id)) desk.back(row.case.id);
    if (done.done.length === 0) return;
    const each = undo && (() => undoEach(done.done, rows, undo));
    toast(says, done.token ? () => takeBack(done.token ?? "", rows, each) : (each ?? null));
    if (desk.live.length === 0) desk.load();
  }

  /** @param {CaseRow[]} rows @param {number} before @returns {number | null} */
  function follow(rows, before) {
    const ids = new Set(rows.map((row) => row.case.id));
    const at = desk.rows.findIndex((row) => row.case.id === before);
    const free = (/** @type {CaseRow} */ row) => !ids.has(row.case.id) && !desk.gone.has(row.case.id);
    return (desk.rows.slice(at + 1).find(free) ?? desk.rows.slice(0, at).findLast(free))?.case.id ?? null;
  }

  /** @param {CaseRow} row @param {string} action @param {unknown} body @returns {Promise<{ done: CaseRow[], token?: string | null }>} */
  async function one(row, action, body) {
    try {
      const now = await desk.act(row.case.id, action, body, row.case.version);
      return { done: [now], token: now.undo };
    } catch (problem) {
      refused(problem, row);
      return { done: [] };
    }
  }

  /** @param {CaseRow[]} rows @param {string} action @param {any} body @returns {Promise<{ done: CaseRow[], token?: string | null }>} */
  async function all(rows, action, body) {
    try {
      const items = rows.map(({ case: { id, version } }) => ({ id, version }));
      const answer = await send("POST", "cases/bulk", { items, action, ...body });
      const well = new Map(answer.items.filter((/** @type {any} */ item) => item.ok).map((/** @type {any} */ item) => [item.id, item.version]));
      const bad = rows.length - well.size;
      if (bad > 0) toast(`${number(bad)} of ${number(rows.length)} stand otherwise and were left as they are.`, null, { bad: true });
      for (const [id, version] of well) desk.stepped(id, rows.find((row) => row.case.id === id)?.case.version ?? version, version);
      const done = rows.filter((row) => well.has(row.case.id)).map((row) => ({ ...row, case: { ...row.case, version: well.get(row.case.id) } }));
      desk.look();
      return { done, token: answer.undo };
    } catch (problem) {
      if (!(problem instanceof Problem) || (problem.status !== 404 && problem.status !== 405)) {
        refused(problem, rows[0]);
        return { done: [] };
      }
    }
    // A server that knows no bulk is asked one by one.
    const each = [];
    for (const row of rows) each.push(...(await one(row, action, body)).done);
    return { done: each };
  }

  /** @param {CaseRow[]} done @param {CaseRow[]} before @param {(now: CaseRow, before: CaseRow) => [string, unknown]} undo */
  async function undoEach(done, before, undo) {
    for (const now of done) {
      const [action, body] = undo(now, before.find((row) => row.case.id === now.case.id) ?? now);
      const latest = desk.row(now.case.id);
      try {
        await desk.act(now.case.id, action, body, Math.max(now.case.version, latest?.case.version ?? 0));
        desk.back(now.case.id);
        desk.choose(now.case.id);
      } catch (problem) {
        refused(problem, now);
      }
    }
    screen.forward();
    announce("Taken back.");
    desk.look();
  }

  /** As if it had never been. @param {string} token @param {CaseRow[]} rows @param {(() => unknown) | undefined} each the way back where the case went on since, or the server does not know the token any more */
  async function takeBack(token, rows, each) {
    try {
      const answer = await send("POST", "cases/undo", { token });
      for (const { id, ok, version, present } of answer.items) {
        if (ok) desk.stepped(id, version - 1, version);
        if (present) desk.replace(present);
      }
      for (const row of rows) desk.back(row.case.id);
      if (rows.length === 1) desk.choose(rows[0].case.id);
      screen.forward();
      announce("Taken back.");
    } catch (problem) {
      if (each && problem instanceof Problem && (problem.status === 404 || problem.status === 409)) await each();
      else refused(problem, rows[0]);
    }
    await desk.look();
  }

  /** @param {unknown} problem @param {CaseRow} row */
  function refused(problem, row) {
    if (!(problem instanceof Problem)) throw problem;
    const present = /** @type {CaseRow | undefined} */ (problem.told.present);
    if (present) {
      desk.replace(present);
      const who = present.case.assignee ? `${nameOf(present.case.assignee, desk.about)} ${present.case.assignee === desk.about?.me ? "have" : "has"} it` : "nobody has it";
      toast(`${row.case.name || row.case.handle}: somebody was faster. It is ${present.status}, and ${who}.`, null, { bad: true });
    } else toast(`${row.case.name || row.case.handle}: ${problem.message}`, null, { bad: true });
  }

  /** @param {CaseRow} _ @param {CaseRow} before @returns {[string, unknown]} */
  const assignBack = (_, before) => ["assign", { assignee: before.case.assignee }];

  return {
    refused,

    claim() {
      const rows = meant().filter((row) => row.case.assignee !== desk.about?.me);
      if (rows.length === 0) return announce("You have it already.");
      return go(rows, "claim", undefined, { says: `You have ${called(rows)}.`, undo: assignBack });
    },

    async assign() {
      const rows = meant();
      if (rows.length === 0) return;
      const people = (desk.about?.colleagues ?? []).map(({ address, name }) => ({ value: address, says: address === desk.about?.me ? `${name} (you)` : name, hint: address }));
      if (desk.about && !people.some(({ value }) => value === desk.about?.me)) people.unshift({ value: desk.about.me, says: "You", hint: "" });
      const to = await pick({ title: `Who is to have ${called(rows)}?`, options: [...people, { value: "", says: "Nobody" }] });
      if (to === null) return;
      await go(rows, "assign", { assignee: to || null }, { says: to ? `${nameOf(to, desk.about)} ${to === desk.about?.me ? "have" : "has"} ${called(rows)}.` : `Nobody has ${called(rows)}.`, undo: assignBack });
    },

    async resolve() {
      const rows = meant();
      if (rows.length === 0) return;
      const outcome = await pick({ title: `How did ${called(rows)} end?`, options: outcomes });
      if (outcome === null) return;
      const why = outcome === "no_answer_needed" ? await pick({ title: "Why is no answer needed?", options: reasons.map((value) => ({ value, says: value })), free: (text) => ({ value: text, says: `“${text}”` }) }) : undefined;
      if (why === null) return;
      await go(rows, "resolve", { outcome, reason: why ?? null }, { says: `${called(rows)}: ${words(outcome)}.`, leaves: words(outcome), undo: () => ["reopen", undefined] });
    },

    async snooze() {
      const rows = meant();
      if (rows.length === 0) return;
      const options = times(session.timeZone).map(({ at, says }) => ({ value: new Date(at).toISOString(), says, hint: instant(at, session.timeZone) }));
      const until = await pick({ title: `Put ${called(rows)} off until`, options });
      if (until === null) return;
      await go(rows, "snooze", { until }, { says: `${called(rows)}: put off until ${instant(until, session.timeZone)}.`, leaves: "put off", undo: () => ["snooze", { until: null }] });
    },

    async tag() {
      const rows = meant();
      if (rows.length === 0) return;
      const own = new Set(rows.flatMap((row) => desk.files.known(row)?.detail.tags ?? row.tags ?? []));
      const known = new Set(desk.rows.flatMap((row) => desk.files.known(row)?.detail.tags ?? row.tags ?? []));
      const options = [...known].map((tag) => (own.has(tag) ? { value: `-${tag}`, says: `Take #${tag} off` } : { value: `+${tag}`, says: `#${tag}` }));
      const told = await pick({ title: `Tag ${called(rows)}`, options, placeholder: "A tag, one word", free: (text) => ({ value: `+${text.replace(/^#/, "").replace(/\s+/g, "-")}`, says: `#${text.replace(/^#/, "").replace(/\s+/g, "-")}` }) });
      if (!told) return;
      const [set, tag] = [told[0] === "+", told.slice(1)];
      const body = { add: set ? [tag] : [], remove: set ? [] : [tag] };
      await go(rows, "tags", body, { says: `${called(rows)}: #${tag}${set ? "" : " taken off"}.`, undo: () => ["tags", { add: body.remove, remove: body.add }] });
    },

    async promise() {
      const row = desk.row(desk.current);
      if (!row) return;
      const text = await pick({ title: `What is promised to ${called([row])}?`, options: [], placeholder: "What will be done", free: (typed) => ({ value: typed, says: `“${typed}”` }) });
      if (!text) return;
      const due = await pick({ title: "By when?", options: times(session.timeZone).map(({ at, says }) => ({ value: new Date(at).toISOString(), says, hint: instant(at, session.timeZone) })) });
      if (due) await go([row], "promise", { text, due }, { says: `Promised to ${called([row])} by ${instant(due, session.timeZone)}.` });
    },

    kept() {
      const row = desk.row(desk.current);
      return row && go([row], "promise/keep", undefined, { says: "The promise is kept." });
    },

    async team() {
      const rows = meant();
      if (rows.length === 0) return;
      const known = [...new Set(desk.rows.flatMap((row) => row.case.team ?? []))];
      const team = await pick({ title: `Which team is to have ${called(rows)}?`, options: [...known.map((value) => ({ value, says: value })), { value: "", says: "No team" }], placeholder: "A team", free: (text) => ({ value: text, says: text }) });
      if (team !== null) await go(rows, "team", { team: team || null }, { says: team ? `${called(rows)}: team ${team}.` : `${called(rows)}: no team.`, undo: (_, before) => ["team", { team: before.case.team ?? null }] });
    },

    async merge() {
      const row = desk.row(desk.current);
      if (!row) return;
      const near = desk.rows.filter((other) => other !== row && !desk.gone.has(other.case.id)).sort((a, b) => Number(b.case.handle === row.case.handle) - Number(a.case.handle === row.case.handle));
      const into = await pick({ title: `${called([row])} is one with …`, options: near.slice(0, 60).map((other) => ({ value: String(other.case.id), says: other.case.name || other.case.handle, hint: other.case.snippet.slice(0, 60) })) });
      if (into) await go([row], "merge", { into: Number(into) }, { says: `${called([row])}: one with another case now.`, leaves: "merged" });
    },

    async same() {
      const row = desk.row(desk.current);
      if (!row) return;
      const others = desk.rows.filter(({ case: one }) => one.author !== row.case.author || one.source !== row.case.source);
      const options = others.slice(0, 100).map(({ case: one }) => ({ value: `${one.source}\n${one.author}`, says: one.name || one.handle, hint: `${one.handle} on ${one.source}` }));
      const told = await pick({ title: `${called([row])} is the same person as …`, options, placeholder: "A name, or a source and an author's id", free: (text) => (/^\S+ \S/.test(text) ? { value: text.replace(" ", "\n"), says: text } : null) });
      if (!told) return;
      const [source, author] = told.split("\n");
      try {
        await send("POST", `cases/${row.case.id}/author/same`, { source, author });
        toast(`${called([row])} is the same person as ${author} on ${source}.`);
        desk.tell("row", row.case.id);
      } catch (problem) {
        refused(problem, row);
      }
    },

    async ticket() {
      const row = desk.row(desk.current);
      if (!row) return;
      const url = await pick({ title: `The ticket of ${called([row])} elsewhere`, options: [{ value: "", says: "No ticket" }], placeholder: "https://…", free: (text) => (/^https:/i.test(text) ? { value: text, says: text } : null) });
      if (url === null) return;
      try {
        await (url ? send("PUT", `cases/${row.case.id}/ticket`, { url }) : send("DELETE", `cases/${row.case.id}/ticket`));
        desk.files.forget(row.case.id);
        desk.tell("row", row.case.id);
      } catch (problem) {
        refused(problem, row);
      }
    },

    reopen() {
      const rows = meant().filter((row) => row.case.resolvedAt);
      return go(rows, "reopen", undefined, { says: `${called(rows)} is open again.` });
    },
  };
}

/** Times to put something off to, as a person counts them. @param {string} zone */
function times(zone) {
  const now = Date.now();
  const hour = 3_600_000;
  // The morning of a day is nine o'clock where reports are made; found by the hour, which is right over a change of clocks too.
  const at = (/** @type {(day: string) => boolean} */ fits) => {
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
    for (let when = Math.ceil(now / hour) * hour; when < now + 9 * 24 * hour; when += hour) {
      const parts = clock.formatToParts(when);
      if (parts.find(({ type }) => type === "hour")?.value === "09" && fits(parts.find(({ type }) => type === "weekday")?.value ?? "")) return when;
    }
    return now + 24 * hour;
  };
  return [
    { at: now + hour, says: "In an hour" },
    { at: now + 3 * hour, says: "In three hours" },
    { at: at(() => true), says: "The next morning" },
    { at: at((day) => day === "Mon"), says: "Monday morning" },
    { at: now + 7 * 24 * hour, says: "In a week" },
  ];
}
