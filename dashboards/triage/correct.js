// Says what a post is: one key, then one more. A person's word wins over every model.
import { announce } from "../shared/announce.js";
import { send } from "../shared/api.js";
import { words } from "../shared/format.js";
import { pick } from "./pick.js";
import { toast } from "./toast.js";

const tasks = ["sentiment", "intent", "relevance", "topic"];

/** @param {import("./desk.js").Desk} desk @param {CaseFile} file @param {{ refused(problem: unknown, row: CaseRow): void }} act @returns {Promise<boolean>} whether something was said */
export async function correct(desk, file, act) {
  const said = new Map((file.post?.labels ?? []).map(({ task, value }) => [task, value]));
  const options = tasks.flatMap((task) =>
    (desk.about?.labels[task] ?? []).filter((value) => value !== said.get(task)).map((value) => ({ value: `${task} ${value}`, says: `${words(task)}: ${words(value)}`, hint: said.has(task) ? `not ${words(said.get(task) ?? "")}` : "" })),
  );
  if (options.length === 0) {
    announce("Nothing is sorted here.");
    return false;
  }
  const told = await pick({ title: "This post is …", options });
  if (!told) return false;
  const [task, value] = told.split(" ");
  const { source, postId } = file.detail.case;
  const address = `posts/${encodeURIComponent(source)}/${encodeURIComponent(postId)}/labels`;
  try {
    await send("PUT", address, { labels: { [task]: value } });
  } catch (problem) {
    act.refused(problem, file.detail);
    return false;
  }
  toast(`${words(task)}: ${words(value)}.`, async () => {
    try {
      await send("PUT", address, { labels: { [task]: null } });
      announce("Taken back.");
      desk.files.forget(file.detail.case.id);
      desk.tell("row", file.detail.case.id);
    } catch (problem) {
      act.refused(problem, file.detail);
    }
  });
  return true;
}
