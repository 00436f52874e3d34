import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk } from "./desk.js";

const row = (id, version = 1) => ({ status: "open", case: { id, version } });
const page = (...rows) => ({ items: rows, nextCursor: null, counts: {} });

/** A server whose answers come when the test says so. */
function server() {
  /** @type {{ path: string, answer: (body: unknown) => void }[]} */
  const asked = [];
  globalThis.fetch = (address) => new Promise((answer) => asked.push({ path: String(address), answer: (body) => answer(new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } })) }));
  return {
    asked,
    async next(part) {
      for (let tries = 0; tries < 500; tries++) {
        const at = asked.findIndex(({ path }) => path.includes(part));
        if (at >= 0) return asked.splice(at, 1)[0];
        await new Promise((then) => setTimeout(then, 10));
      }
      throw new Error(`Nobody asked for ${part}`);
    },
  };
}

test("a look that was asked before something was taken back is asked again, and nothing leaves by it", async () => {
  const { next } = server();
  const desk = new Desk();
  const opened = desk.open("needs_answer", "");
  (await next("cases?")).answer(page(row(1), row(2)));
  await opened;
  desk.put(1, "not us");

  const looked = desk.look();
  const old = await next("cases?");
  desk.back(1);
  desk.chosen.add(1);
  old.answer(page(row(2)));
  (await next("cases?")).answer(page(row(1, 3), row(2)));
  await looked;

  assert.deepEqual([...desk.gone], []);
  assert.deepEqual([...desk.chosen], [1]);
  assert.equal(desk.row(1)?.case.version, 3);
});

test("a row that leaves by itself is not meant any more, and is chosen again when it comes back", async () => {
  const { next } = server();
  const desk = new Desk();
  const opened = desk.open("needs_answer", "");
  (await next("cases?")).answer(page(row(1), row(2)));
  await opened;
  desk.chosen.add(1);
  /** @type {number[][]} */
  const told = [];
  desk.addEventListener("chosen", () => told.push(desk.picked.map(({ case: { id } }) => id)));

  const left = desk.look();
  (await next("cases?")).answer(page(row(2)));
  await left;
  assert.equal(desk.gone.get(1), "no longer in this queue");
  const back = desk.look();
  (await next("cases?")).answer(page(row(1, 2), row(2)));
  await back;

  assert.deepEqual(told, [[], [1]]);
  desk.put(1, "not us");
  assert.deepEqual(desk.picked, []);
});

test("a look while a queue is opened waits for it, so that who opened it finds its rows", async () => {
  const { asked, next } = server();
  const desk = new Desk();
  const opened = desk.open("needs_answer", "delta");
  const looked = desk.look();
  (await next("cases?")).answer(page(row(1)));
  await opened;
  assert.deepEqual(desk.rows.map(({ case: one }) => one.id), [1]);
  await looked;
  assert.equal(asked.filter(({ path }) => path.includes("cases?")).length, 0);
});
