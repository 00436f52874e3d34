// A link to this report as it is now, for who has no account, and the way to where it is sent by itself.
import { send } from "../shared/api.js";
import { el } from "../shared/element.js";
import { field, form, once, select } from "../shared/form.js";

/** @param {() => Record<string, string>} question what the report is of @param {string} mailing the room of schedules and links */
export function shareButton(question, mailing) {
  return el("button", { class: "control", type: "button", onclick: open, "aria-haspopup": "dialog" }, "Share");

  function open() {
    const made = el("div");
    const days = select([["1", "1 day"], ["7", "7 days"], ["30", "30 days"], ["90", "90 days"], ["366", "a year"]], "30");
    const dialog = el(
      "dialog",
      { class: "ask share", "aria-labelledby": "share-title" },
      el("h2", { id: "share-title" }, "Share this report"),
      el("p", {}, "It is kept as it is now. Who has the link reads this one report without signing in, and nothing else."),
      form("Make a link", [field("Good for", days)], async () => {
        const kept = await send("POST", "reports", question());
        const { url } = await send("POST", `reports/${kept.id}/links`, { days: Number(days.value) });
        made.replaceChildren(once("A link to this report", "It is shown only now; Mailing takes it back.", url));
      }),
      made,
      el("form", { method: "dialog", class: "actions" }, el("a", { href: mailing }, "Send it every day, week or month"), el("button", { class: "control" }, "Close")),
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}
