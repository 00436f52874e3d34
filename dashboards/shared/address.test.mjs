import assert from "node:assert/strict";
import { test } from "node:test";
import { readChoice, writeChoice } from "./address.js";

test("an address comes back as it was written", () => {
  const choice = {
    period: null,
    from: "2017-11-27",
    to: "2017-12-03",
    filter: 'lang:en "late & lost"',
    brand: "Delta",
    compare: true,
    list: { metric: "frt", from: "2017-12-01T00:00:00.000Z", to: "2017-12-02T00:00:00.000Z", brand: "Delta" },
    post: "twitter/12/3",
  };
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
});
test("relative periods stay relative", () => {
  assert.equal(writeChoice(readChoice("?period=7d")), "?period=7d");
});
test("an empty address is the last 24 hours of everything", () => {
  assert.deepEqual(readChoice(""), { period: "24h", from: null, to: null, filter: "", brand: "", compare: false, list: null, post: null });
});
