// What one may listen to, the easiest first, and what each can and cannot see.
import { el } from "../shared/element.js";
import { accounts, seen } from "./status.js";

/**
 * @param {SourceKind[]} kinds
 * @param {(kind: SourceKind) => void} choose
 */
export function kindGroups(kinds, choose) {
  return accounts.flatMap(([account, title, says]) => {
    const those = kinds.filter((kind) => kind.account === account);
    if (those.length === 0) return [];
    const id = `kinds-${account}`;
    return [
      el(
        "section",
        { class: "kind-group", "aria-labelledby": id },
        el("h3", { id }, title, " ", el("span", { class: "quiet" }, says)),
        el(
          "ul",
          { class: "kinds" },
          those.map((kind) => el("li", { class: "kind" }, about(kind), el("button", { class: "control", type: "button", onclick: () => choose(kind) }, `Add ${kind.title}`))),
        ),
      ),
    ];
  });
}

/** @param {SourceKind} kind */
export function about(kind) {
  return el(
    "div",
    { class: "about-kind" },
    el("strong", {}, kind.title),
    kind.audience !== "public" && el("span", { class: "badge" }, kind.audience === "internal" ? "inside the company" : "public or inside"),
    kind.summary && el("p", { class: "quiet" }, kind.summary),
    sight(kind),
  );
}

/** @param {Pick<SourceKind, "sees" | "cannotSee">} kind */
export function sight(kind) {
  return el(
    "p",
    { class: "sight" },
    el("span", {}, "✓ sees ", seen(kind).join(", ")),
    kind.cannotSee.length > 0 && el("span", { class: "not" }, "✕ cannot see ", kind.cannotSee.join(", ")),
  );
}
