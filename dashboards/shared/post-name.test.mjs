import assert from "node:assert/strict";
import { test } from "node:test";
import { postName, readPostName } from "./post-name.js";

test("source and id come back, whatever is in them", () => {
  for (const pair of [["forum", "12"], ["rss", "https://example.com/a/b?c=d"], ["a/b", "c/d"], ["100%", "%2F"], ["a%2Fb", "/"], ["%252F/", ""]])
    assert.deepEqual(readPostName(postName(pair[0], pair[1])), pair);
});
test("what names nothing breaks nothing", () => {
  for (const text of ["", "x", "%", "/", "%zz/%"]) assert.equal(readPostName(text).length, 2);
});
