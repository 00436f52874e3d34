import assert from "node:assert/strict";
import { test } from "node:test";
import { byUrgency, seen, statusOf, summary } from "./status.js";

const source = (name, status) => ({ name, state: { status } });

test("what needs a person comes first, then by name", () => {
  const names = [source("b", "healthy"), source("a", "healthy"), source("c", "stopped"), source("d", "paused"), source("e", "failing")].sort(byUrgency).map(({ name }) => name);
  assert.deepEqual(names, ["c", "e", "a", "b", "d"]);
});

test("one sentence says how all do", () => {
  assert.equal(summary([source("a", "healthy")]), "1 of 1 source is healthy.");
  assert.equal(summary([source("a", "healthy"), source("b", "failing"), source("c", "failing"), source("d", "paused")]), "1 of 4 sources are healthy; 2 failing, 1 paused.");
});

test("every status has a word and a shape of its own", () => {
  const all = ["new", "healthy", "waiting", "failing", "behind", "paused", "stopped"].map(statusOf);
  assert.equal(new Set(all.map(({ shape }) => shape)).size, 7);
  assert.equal(new Set(all.map(({ word }) => word)).size, 7);
});

test("what a kind sees is said in words", () => {
  assert.deepEqual(seen({ sees: { replies: true, edits: false, deletions: true, reach: false } }), ["posts", "replies", "deletions"]);
});
