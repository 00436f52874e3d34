import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "./difference.js";

const delta = { name: "Delta", kind: "own", handles: ["twitter:Delta"], watch: ["delta air"], exclude: [] };
const rival = { name: "American", kind: "competitor", handles: ["twitter:AmericanAir"], watch: [], exclude: [] };
const before = { brands: [delta, rival], timeZone: "UTC", weekStart: "monday" };

test("equal registries differ in nothing", () => assert.deepEqual(differences(before, structuredClone(before)), []));

test("every change is one line", () =>
  assert.deepEqual(
    differences(before, {
      brands: [
        { ...delta, handles: ["twitter:DeltaAssist"], exclude: ["delta force"], kind: "competitor" },
        { name: "United", kind: "competitor", handles: ["*:united"], watch: [], exclude: [] },
      ],
      timeZone: "America/New_York",
      weekStart: "sunday",
    }),
    [
      "American removed",
      "Delta is a competitor now",
      "Delta: handle twitter:Delta removed",
      "Delta: handle twitter:DeltaAssist added",
      "Delta: exclude term delta force added",
      "United added as a competitor: *:united",
      "Reporting zone UTC → America/New_York",
      "Weeks start on Monday → Sunday",
    ],
  ));

test("an order is a difference too", () => assert.deepEqual(differences(before, { ...before, brands: [rival, delta] }), ["Only the order differs"]));
