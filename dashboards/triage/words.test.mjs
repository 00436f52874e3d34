import assert from "node:assert/strict";
import { test } from "node:test";
import { useLocale } from "../shared/format.js";
import { ageOf, clockOf, firstLine, lengthOf, nameOf, reachOf, takeIn, unseen } from "./words.js";

useLocale("en-GB");
const now = Date.parse("2026-01-05T10:00:00Z");
const one = (more = {}) => ({ id: 1, waiting: true, openedAt: "2026-01-05T09:30:00Z", due: "2026-01-05T10:06:30Z", ...more });
const row = (id, version = 1) => ({ status: "open", case: { id, version } });
const ids = (rows) => rows.map((each) => each.case.id);

test("a clock says how long is left, how late it is, or that it stands", () => {
  assert.deepEqual(clockOf(one(), now), { says: "due in 6 min", tone: "soon" });
  assert.deepEqual(clockOf(one({ due: "2026-01-05T11:00:00Z" }), now), { says: "due in 1 h", tone: "calm" });
  assert.deepEqual(clockOf(one({ due: "2026-01-05T09:55:50Z" }), now), { says: "late 4 min", tone: "late" });
  assert.deepEqual(clockOf(one({ due: "2026-01-05T09:59:50Z" }), now), { says: "late under 1 min", tone: "late" });
  assert.deepEqual(clockOf(one({ answeredAt: "2026-01-05T09:52:00Z", waiting: false }), now), { says: "answered after 22 min", tone: "done" });
  assert.equal(clockOf(one({ waiting: false }), now).says, "no longer waiting");
  assert.equal(clockOf(one({ resolvedAt: "2026-01-05T09:52:00Z" }), now).says, "resolved");
});

test("age and reach are words, and what is unknown is not said", () => {
  assert.equal(ageOf(one(), now), "30 min in public");
  assert.equal(ageOf(one({ openedAt: "2026-01-05T10:00:00Z" }), now), "just now");
  assert.equal(reachOf(1840), "1,840 followers");
  assert.equal(reachOf(null), "");
});

test("a first line leaves out whom it speaks to, but not everything", () => {
  assert.equal(firstLine("@acme @help my bag is gone\nand so on"), "my bag is gone");
  assert.equal(firstLine("@acme"), "@acme");
  assert.equal(firstLine(""), "(deleted)");
});

test("a person is named as colleagues know them", () => {
  const desk = { me: "ana@example.com", colleagues: [{ address: "ben@example.com", name: "Ben" }] };
  assert.deepEqual(["ana@example.com", "ben@example.com", "cem@example.com", "key bot"].map((person) => nameOf(person, desk)), ["you", "Ben", "cem", "key bot"]);
});

test("a fresh page moves nothing: changed in place, gone where it stands, new ones wait", () => {
  const shown = [row(1), row(2), row(3)];
  const told = takeIn(shown, [row(9), row(1), row(3, 2), row(8)], true, false);
  assert.deepEqual(ids(told.rows), [1, 2, 3]);
  assert.deepEqual([told.changed, told.gone, ids(told.waiting)], [[3], [2], [9, 8]]);
});

test("beyond the end of a page nothing is known: neither that it is gone nor that it is new", () => {
  const told = takeIn([row(1), row(2), row(3), row(4)], [row(9), row(1), row(3), row(7)], false, true);
  assert.deepEqual([told.gone, ids(told.waiting)], [[2], [9]]);
});

test("an answer that is older than what is known changes nothing", () => {
  const told = takeIn([row(1, 3)], [row(1, 2)], true, false);
  assert.deepEqual([told.rows[0].case.version, told.changed, told.gone], [3, [], []]);
});

test("a network counts as it counts", () => {
  const text = "👩‍👩‍👧 é https://example.com/a/very/long/address @ana@example.social";
  assert.deepEqual(["graphemes", "short_links", "weighted"].map((counts) => lengthOf(text, counts)), [63, 32, 48]);
  assert.equal(lengthOf("👩‍👩‍👧 é", "characters"), 7);
  assert.equal(lengthOf("日本", "weighted"), 4);
});

test("what is new in a thread is what was not there, not what stands last", () => {
  const post = (id) => ({ identity: { source: "forum", id } });
  assert.deepEqual(unseen([post("a"), post("late"), post("b")], new Set(["forum/a", "forum/b"])).map(({ identity }) => identity.id), ["late"]);
});
