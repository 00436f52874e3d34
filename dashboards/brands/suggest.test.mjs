import assert from "node:assert/strict";
import { test } from "node:test";
import { suggest } from "./suggest.js";

test("a name of one word is its handle and its watch term", () =>
  assert.deepEqual(suggest("Delta", "own", []), { name: "Delta", kind: "own", handles: ["*:Delta"], watch: ["delta"], exclude: [] }));

test("a name of several words is a handle in each source, a phrase and a hashtag", () =>
  assert.deepEqual(suggest("Österreich Bahn", "competitor", ["mastodon", "twitter"]), {
    name: "Österreich Bahn",
    kind: "competitor",
    handles: ["twitter:OsterreichBahn"],
    watch: ["österreich bahn", "#osterreichbahn"],
    exclude: [],
  }));

test("what the search language would read otherwise stands in quotes", () => {
  assert.deepEqual(suggest("Marks and Spencer", "own", []).watch, ['"marks and spencer"', "#marksandspencer"]);
  assert.deepEqual(suggest("re:invent", "own", []).watch, ['"re:invent"', "#reinvent"]);
});
