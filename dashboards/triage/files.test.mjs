import assert from "node:assert/strict";
import { test } from "node:test";
import { Files } from "./files.js";

const row = (id, version = 1) => ({ status: "open", case: { id, version } });

/** A server that has every case up to a number; what was asked, and how often. */
function server(last, version = 1) {
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = async (address) => {
    const ids = new URL(String(address), "http://here").searchParams.get("ids") ?? "";
    asked.push(ids);
    const items = ids.split(",").map(Number).filter((id) => id <= last).map((id) => ({ id, detail: { case: { id, version } }, conversation: null, post: null, composer: { channel: false } }));
    return new Response(JSON.stringify({ items }), { headers: { "Content-Type": "application/json" } });
  };
  return asked;
}

test("what comes next is asked for at once, and again only when little of it is left", async () => {
  const asked = server(100);
  const [files, rows] = [new Files(), Array.from({ length: 40 }, (_, i) => row(i + 1))];
  files.ahead(rows);
  assert.deepEqual(asked, ["1,2,3,4,5,6,7,8,9,10,11,12"]);
  assert.equal((await files.read(rows[11])).detail.case.id, 12);
  for (let at = 1; at < 7; at++) files.ahead(rows.slice(at));
  assert.equal(asked.length, 1);
  files.ahead(rows.slice(7));
  assert.deepEqual(asked.slice(1), ["13,14,15,16,17,18,19"]);
});

test("a file is as new as its row, or it is read again", async () => {
  const asked = server(100, 3);
  const files = new Files();
  await files.read(row(7, 3));
  assert.equal(files.known(row(7, 3))?.version, 3);
  assert.equal(files.known(row(7, 4)), null);
  files.forget(7, 3);
  await files.read(row(7, 2));
  assert.deepEqual(asked, ["7"]);
  files.forget(7);
  await files.read(row(7, 2));
  assert.deepEqual(asked, ["7", "7"]);
});

test("of several that are asked for at once the one that is gone is said to be gone, and is asked for again", async () => {
  const asked = server(2);
  const files = new Files();
  files.ahead([row(1), row(2), row(3)]);
  assert.equal((await files.read(row(2))).detail.case.id, 2);
  await assert.rejects(files.read(row(3)), /not there any more/);
  await assert.rejects(files.read(row(3)), /not there any more/);
  assert.deepEqual(asked, ["1,2,3", "3"]);
});
