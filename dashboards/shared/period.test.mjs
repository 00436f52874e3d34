import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketsOf, coarseInterval, fitInterval, nextBucket, periodOfNewest, spanOf } from "./period.js";
import { instantOf, weekStartOf } from "./zone.js";

const at = (text) => Date.parse(text);
const iso = (span) => [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
const none = { period: null, from: null, to: null };
const now = at("2026-01-14T10:42:30Z");

test("24 h ends with the running hour", () => {
  assert.deepEqual(iso(spanOf({ ...none, period: "24h" }, now, "UTC", "monday")), ["2026-01-13T11:00:00.000Z", "2026-01-14T11:00:00.000Z"]);
});
test("today is the reporting zone's day, quarter-hour zones too", () => {
  assert.deepEqual(iso(spanOf({ ...none, period: "today" }, now, "Asia/Kathmandu", "monday")), ["2026-01-13T18:15:00.000Z", "2026-01-14T18:15:00.000Z"]);
});
test("7 d over the spring change has one hour less", () => {
  const span = spanOf({ ...none, period: "7d" }, at("2026-03-30T12:00:00Z"), "Europe/Berlin", "monday");
  assert.equal(span.to - span.from, (7 * 24 - 1) * 3_600_000);
});
test("13 weeks start on the reporting week's first day", () => {
  assert.deepEqual(iso(spanOf({ ...none, period: "13w" }, now, "UTC", "monday")), ["2025-10-20T00:00:00.000Z", "2026-01-19T00:00:00.000Z"]);
  assert.equal(weekStartOf(now, "UTC", "sunday"), at("2026-01-11T00:00:00Z"));
});
test("dates include their last day, instants do not", () => {
  assert.deepEqual(iso(spanOf({ ...none, from: "2017-12-01", to: "2017-12-03" }, now, "UTC", "monday")), [
    "2017-12-01T00:00:00.000Z",
    "2017-12-04T00:00:00.000Z",
  ]);
  assert.deepEqual(iso(spanOf({ ...none, from: "2017-12-01T06:00:00Z", to: "2017-12-01T07:00:00Z" }, now, "UTC", "monday")), [
    "2017-12-01T06:00:00.000Z",
    "2017-12-01T07:00:00.000Z",
  ]);
});
test("a period that is none says so in words", () => {
  assert.throws(() => spanOf({ ...none, period: "tomorrow" }, now, "UTC", "monday"), /Try today/);
  assert.throws(() => spanOf({ ...none, from: "2017-12-03", to: "2017-12-01" }, now, "UTC", "monday"), /ends before it starts/);
  assert.throws(() => spanOf({ ...none, from: "soon", to: "2017-12-01" }, now, "UTC", "monday"), /not a date/);
});
test("the cut fits the period", () => {
  const cut = (hours) => fitInterval({ from: 0, to: hours * 3_600_000 });
  assert.deepEqual([3, 4, 192, 193, 4800, 4801].map(cut), ["minute", "hour", "hour", "day", "day", "week"]);
  const coarse = (days) => coarseInterval({ from: 0, to: days * 86_400_000 });
  assert.deepEqual([2, 3, 60, 61, 731, 732].map(coarse), ["hour", "day", "day", "week", "week", "month"]);
});
test("hours of a quarter-hour zone start on its own hour", () => {
  assert.equal(nextBucket(at("2026-01-14T10:42:30Z"), "hour", "Asia/Kathmandu", "monday"), at("2026-01-14T11:15:00Z"));
});
test("days over the autumn change are seven, one of 25 hours", () => {
  const span = spanOf({ ...none, from: "2026-10-20", to: "2026-10-26" }, now, "Europe/Berlin", "monday");
  const starts = bucketsOf(span, "day", "Europe/Berlin", "monday");
  assert.equal(starts.length, 7);
  assert.equal(starts[6] - starts[5], 25 * 3_600_000);
});
test("a time that the wall never shows is as far after the gap", () => {
  assert.equal(instantOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, "Europe/Berlin"), at("2026-03-29T01:30:00Z"));
});
test("the newest post's period is the seven days that end with it", () => {
  assert.deepEqual(periodOfNewest("2017-12-03T22:00:00Z", "UTC"), { from: "2017-11-27", to: "2017-12-03" });
});
