// Pictures and avatars of posts, always through the program: the browser never asks another host.
import { el } from "./element.js";

/** @typedef {{ source: string, id: string }} PostId */

/**
 * The address of a picture, or of the avatar where no number is given.
 * @param {PostId} post @param {number} [number]
 */
export function pictureAddress(post, number) {
  const query = new URLSearchParams({ source: post.source, id: post.id });
  if (number !== undefined) query.set("number", String(number));
  return `/api/v1/images?${query}`;
}

/** The author's picture: it says nothing that the name beside it does not. @param {PostId} post @param {boolean | undefined} there */
export function avatar(post, there) {
  if (!there) return null;
  const image = el("img", { class: "avatar", src: pictureAddress(post), alt: "", width: "20", height: "20", loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => image.remove());
  return image;
}

/**
 * The pictures of a post with their alternative texts beneath; one that cannot be had leaves its words.
 * @param {PostId} post @param {string[] | undefined} texts
 */
export function pictures(post, texts) {
  if (!texts || texts.length === 0) return null;
  return el(
    "span",
    { class: "pictures" },
    texts.map((text, number) => {
      const image = el("img", { src: pictureAddress(post, number), alt: text || "A picture without a description", title: text || null, loading: "lazy", decoding: "async" });
      // Who sees the picture is told too what it says to who does not; once is enough for the others.
      const element = el("span", { class: "picture" }, image, el("span", { class: "picture-says", "aria-hidden": "true" }, text || "no description"));
      image.addEventListener("error", () => element.replaceWith(el("span", { class: "no-picture" }, `A picture that cannot be had: ${text || "no description"}`)));
      return element;
    }),
  );
}
