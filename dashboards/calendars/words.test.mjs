import assert from "node:assert/strict";
import { test } from "node:test";
import { duration, holidaysOf, lines, read, secondsOf, written } from "./words.js";

test("hours are read as they are written", () => {
  const hours = read("9-12, 13:30 – 24:00", "monday");
  assert.deepEqual(hours, [{ day: "monday", from: "09:00", to: "12:00" }, { day: "monday", from: "13:30", to: "24:00" }]);
  assert.equal(written(hours ?? [], "monday"), "09:00–12:00, 13:30–24:00");
  assert.deepEqual(read(" ", "monday"), []);
  assert.equal(read("nine to five", "monday"), null);
});

test("holidays are a day a line, each once, in order", () => {
  const { holidays } = holidaysOf("2026-12-25 Christmas\n\n2026-01-01\n2026-12-25 again");
  assert.equal(lines(holidays), "2026-01-01\n2026-12-25 Christmas");
  assert.equal(holidaysOf("25.12.2026").wrong, "25.12.2026");
});

test("durations come back as they went", () => {
  for (const text of ["45m", "1h", "2d", "90s"]) assert.equal(duration(secondsOf(text)), text);
  assert.equal(secondsOf("soon"), null);
  assert.equal(secondsOf(""), undefined);
});
