import assert from "node:assert/strict";
import { test } from "node:test";
import { excludeTerms, wordsOf } from "./exclude.js";

test("the words beside the name come first", () => {
  assert.deepEqual(excludeTerms("Watching Delta Force tonight", ["delta"], ["Delta lost my bag"]), ["delta force", "watching delta", "watching"]);
});

test("what stands in a post that is kept is not offered", () => {
  assert.deepEqual(excludeTerms("delta lost again", ["delta"], ["Delta lost my bag"]), ["again"]);
});

test("a name of two words is one name, and words like 'the' tell nothing", () => {
  assert.deepEqual(excludeTerms("the acme air the", ["acme air"], []), []);
  assert.deepEqual(excludeTerms("acme air guitar", ["acme air"], []), ["acme air guitar", "guitar"]);
});

test("addresses and signs are no words", () => {
  assert.deepEqual(wordsOf("See https://x.example/Delta?q=1 – <b>Größe</b>!"), ["see", "b", "größe", "b"]);
  assert.deepEqual(excludeTerms("<script>alert(1)</script>", [], []), ["script", "alert"]);
});
