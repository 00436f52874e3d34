import assert from "node:assert/strict";
import { test } from "node:test";
import { ago, change, duration, figure, leftOut, periodName, share, useLocale, words } from "./format.js";

useLocale("en-GB");
const answer = (value, before, unit = "seconds") => ({
  id: "m",
  unit,
  value,
  n: 9,
  series: [],
  asOf: "",
  revision: 1,
  leftOut: {},
  beside: {},
  previous: before === undefined ? null : { ...answer(before), unit },
});

test("durations have at most two units", () => {
  const shown = [0, 0.85, 7.25, 12, 90, 44 * 60, 3600, 3900, 7199, 86_400, 3 * 86_400 + 4 * 3600, -1680].map(duration);
  assert.deepEqual(shown, ["0 s", "850 ms", "7.3 s", "12 s", "1 min 30 s", "44 min", "1 h", "1 h 05 min", "2 h", "1 d", "3 d 4 h", "−28 min"]);
});
test("no unit reaches the next one", () => {
  assert.deepEqual([59.6, 299.6, 3599, 86_399, 172_799].map(duration), ["1 min", "5 min", "1 h", "1 d", "2 d"]);
});
test("no data is never a number", () => {
  assert.equal(figure({ value: null }, "seconds"), "no data");
  assert.equal(figure({ value: null, greaterThan: 172_800 }, "seconds"), "> 2 d");
  assert.equal(figure({ value: 0 }, "share"), "0\u00a0%");
});
test("shares have at most one decimal, and their sign stays with them", () => {
  assert.deepEqual([0.5, 2 / 3, 0.034, 0.998, 1].map(share), ["50\u00a0%", "66.7\u00a0%", "3.4\u00a0%", "99.8\u00a0%", "100\u00a0%"]);
});
test("a change says better or worse", () => {
  assert.deepEqual(change(answer(600, 1080), false), { text: "8 min shorter, better", verdict: "better" });
  assert.deepEqual(change(answer(0.5, 0.531, "share"), true), { text: "down 3.1 points, worse", verdict: "worse" });
  assert.deepEqual(change(answer(12, 10, "count"), null), { text: "2 more, 10 before", verdict: "unknown" });
});
test("nothing is judged against nothing", () => {
  assert.equal(change(answer(600), false), null);
  assert.deepEqual(change(answer(600, null), false), { text: "no data before", verdict: "unknown" });
  assert.equal(change(answer(600, 601), false)?.verdict, "same");
});
test("what was left out is told with its reasons", () => {
  assert.equal(leftOut({ spam: 8, not_us: 30, excluded: 0 }), "left out 38: 30 not us, 8 spam");
  assert.equal(leftOut({ too_young: 15, spam: 0 }), "left out 15: too young");
  assert.equal(leftOut({}), "");
});
test("ages and names", () => {
  assert.deepEqual([400, 4000, 65_000, 4_140_000, 90_000_000, 200_000_000].map(ago), ["now", "4 s ago", "1 min ago", "1 h ago", "25 h ago", "2 d ago"]);
  assert.deepEqual([words("own_first"), words("otherBrand")], ["own first", "other brand"]);
  assert.match(periodName({ from: Date.parse("2026-01-12T00:00:00Z"), to: Date.parse("2026-01-19T00:00:00Z") }, "UTC"), /^12.{0,2}–.{0,2}18 Jan 2026$/u);
});
