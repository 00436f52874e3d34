import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketAxis } from "./buckets.js";
import { useLocale } from "./format.js";
import { timeTicks } from "./time-ticks.js";

useLocale("en-GB");
const axisOf = (from, to, interval = "fit", zone = "UTC") =>
  bucketAxis({ span: { from: Date.parse(from), to: Date.parse(to) }, zone, weekStart: "monday", layout: { metrics: [{ id: "posts", interval }] } });
const point = (bucket, value) => ({ bucket, group: null, at: null, value, n: value });

test("every bucket has its place, also the empty ones", () => {
  const cut = axisOf("2026-01-05T00:00:00Z", "2026-01-05T06:00:00Z");
  const placed = cut.place([point("2026-01-05T01:00:00Z", 3), point("2026-01-05T05:00:00Z", 1)]);
  assert.deepEqual(
    placed.map((one) => one?.value ?? null),
    [null, 3, null, null, null, 1],
  );
});
test("a bucket that starts before the period is its first", () => {
  const cut = axisOf("2026-01-05T00:30:00Z", "2026-01-05T06:00:00Z");
  assert.equal(cut.place([point("2026-01-05T00:00:00Z", 7)])[0]?.value, 7);
});
test("a bar opens its own span, and no more than the period", () => {
  const cut = axisOf("2026-01-05T00:00:00Z", "2026-01-05T05:30:00Z");
  assert.deepEqual(cut.spanAt(1), { from: "2026-01-05T01:00:00.000Z", to: "2026-01-05T02:00:00.000Z" });
  assert.deepEqual(cut.spanAt(5), { from: "2026-01-05T05:00:00.000Z", to: "2026-01-05T05:30:00.000Z" });
});
test("medians are cut by day where counts are cut by hour", () => {
  assert.equal(axisOf("2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z").starts.length, 168);
  assert.equal(axisOf("2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z", "coarse").starts.length, 7);
});
test("labels stand at round hours of the reporting zone", () => {
  const cut = axisOf("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", "fit", "Europe/Berlin");
  assert.deepEqual(cut.ticks(4).map(cut.label), ["06:00", "12:00", "18:00", "6 Jan"]);
});
test("an axis of time has few marks, all round", () => {
  assert.deepEqual(
    timeTicks(60, 90_000).map(({ value }) => value),
    [60, 300, 900, 3600, 14_400, 43_200, 86_400],
  );
  assert.deepEqual(
    timeTicks(500, 3700).map(({ value }) => value),
    [600, 1200, 2700],
  );
});
