import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses, contents, fate, rhythm } from "./words.js";

const schedule = /** @type {import("./words.js").Schedule} */ ({ id: "1", brand: null, cadence: "weekly", hour: 8, recipients: [], formats: ["csv", "pdf"], webhook: false, comparison: "previous", enabled: true, by: "", next: null });

test("a schedule says its rhythm and what is in it", () => {
  assert.equal(rhythm(schedule, "monday"), "Weekly, every Monday at 08:00");
  assert.equal(rhythm({ ...schedule, cadence: "monthly", hour: 17 }, "sunday"), "Monthly, on the first of every month at 17:00");
  assert.equal(rhythm({ ...schedule, cadence: "daily" }, "sunday"), "Daily, every day at 08:00");
  assert.equal(contents(schedule), "All our brands, against the period before, CSV and PDF attached");
  assert.equal(contents({ ...schedule, brand: "Acme", comparison: "none", formats: [] }), "Acme, without a comparison, nothing attached");
});

test("a message says what became of it", () => {
  const message = /** @type {import("./words.js").Message} */ ({ kind: "mail", to: "a@example.com", state: "perhaps_twice", tries: 2, sentAt: null, problem: null });
  assert.equal(fate(message), "a@example.com: perhaps sent twice");
  assert.equal(fate({ ...message, state: "waiting", problem: "no answer" }), "a@example.com: not sent yet, tried again. no answer");
  assert.equal(fate({ ...message, kind: "webhook", to: null, state: "sent" }), "webhook: sent");
});

test("addresses are read as people write them", () => assert.deepEqual(addresses(" a@example.com, b@example.com\nc@example.com; "), ["a@example.com", "b@example.com", "c@example.com"]));
