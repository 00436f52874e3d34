import assert from "node:assert/strict";
import test from "node:test";
import { pictureAddress } from "./pictures.js";

test("a picture is asked for by its post and its number, never by its own address", () => {
  const post = { source: "mastodon", id: "https://example.org/users/ana/statuses/1?a=b&c" };
  assert.equal(pictureAddress(post, 0), "/api/v1/images?source=mastodon&id=https%3A%2F%2Fexample.org%2Fusers%2Fana%2Fstatuses%2F1%3Fa%3Db%26c&number=0");
  assert.equal(pictureAddress(post), "/api/v1/images?source=mastodon&id=https%3A%2F%2Fexample.org%2Fusers%2Fana%2Fstatuses%2F1%3Fa%3Db%26c");
});
