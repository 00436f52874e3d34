import assert from "node:assert/strict";
import { test } from "node:test";
import { useLocale } from "./format.js";
import { footOf } from "./tile-foot.js";

useLocale("en-GB");
const answer = (more) => ({ id: "frt", unit: "seconds", value: 60, n: 12, series: [], asOf: "", revision: 1, leftOut: {}, beside: {}, ...more });

test("n is always told, of a count the number it was counted among", () => {
  assert.equal(footOf(answer({}), {}), "n = 12");
  assert.equal(footOf(answer({ of: 412 }), {}), "n = 412");
});
test("what stands beside has its unit; zeros and what a line tells are left away", () => {
  const beside = { answered: 9, deleted: 0, p95: 90, nobody: 0.25, oldest: 7200 };
  const lines = [{ metric: "frt", key: "oldest", unit: "seconds", text: "oldest {value}" }];
  assert.equal(footOf(answer({ beside, leftOut: { spam: 2 } }), { lines }), "n = 12 · answered 9 · p95 1 min 30 s · nobody 25\u00a0% · left out 2: spam");
});
