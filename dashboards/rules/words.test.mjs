import assert from "node:assert/strict";
import { test } from "node:test";
import { does, foundOf, nothing, tagsOf } from "./words.js";

const nameOf = (person) => person.split("@")[0];

test("a rule says what it does in a sentence", () => {
  assert.equal(does(nothing(), nameOf), "Does nothing.");
  assert.equal(does({ ...nothing(), mute: true }, nameOf), "Keeps it out of the queues of those that need an answer.");
  assert.equal(
    does({ ...nothing(), tags: ["risk", "vip"], assign: ["ana@x", "ben@x"], by: "load", team: "billing", priority: 80, alert: true }, nameOf),
    "Tags it #risk #vip, gives it to ana and ben, whoever has the fewest, gives it to the team billing, lifts its priority to 80 and raises an alert.",
  );
});

test("tags are words, each once", () => assert.deepEqual(tagsOf(" #risk, vip risk\nlate "), ["risk", "vip", "late"]));

test("a trial tells its n, also when that is nothing", () => {
  assert.equal(foundOf({ matched: 2, n: 1340 }), "It finds 2 of 1,340 cases of the last seven days.");
  assert.equal(foundOf({ matched: 0, n: 0 }), "There are no cases of the last seven days to try it on.");
});
