// The brand registry: who is who, what it would change, and every version there was.
import { Problem, get, request } from "../shared/api.js";
import { announce } from "../shared/announce.js";
import { el } from "../shared/element.js";
import { openRoom } from "../shared/room.js";
import { differences } from "./difference.js";
import { editor } from "./editor.js";
import { conversationDialog } from "./examples.js";
import { historyList } from "./history.js";
import { previewPanel } from "./preview.js";
import { registryState } from "./state.js";
import { suggest } from "./suggest.js";
import { unregistered } from "./unregistered.js";

/** @param {Session} session @param {HTMLElement} main */
async function open(session, main) {
  const zone = session.timeZone;
  /** @type {RegistryView} what the draft began with */
  let seen;
  let restored = "";
  const form = editor(changed);
  const preview = previewPanel(zone, conversationDialog(session));
  const state = registryState(zone, { take: draft, again: async () => adopt(await read()) });
  const strangers = unregistered(zone, ({ source, handle, brand }) => {
    form.addHandle(brand, `${source}:${handle}`);
    announce(`@${handle} added to ${brand}. Preview it, then save.`);
    strangers.show(form.read());
  });
  const history = el("ol", { class: "versions" });
  const sources = el("datalist", { id: "known-sources" }, el("option", { value: "*" }, "every source"));
  /** @type {string[]} */
  let known = [];

  const name = el("input", { class: "field", id: "new-name", type: "text", autocomplete: "off", required: true, placeholder: "Delta Air Lines" });
  const kind = el("select", { class: "control", "aria-label": "Whose it is" }, el("option", { value: "own" }, "Ours"), el("option", { value: "competitor" }, "A competitor's"));
  const newcomer = el("p", { class: "hint" });
  const add = el(
    "form",
    { class: "add-brand", onsubmit: suggested },
    el("label", { for: "new-name" }, "Add a brand by its name"),
    el("div", { class: "add-fields" }, name, kind, el("button", { class: "control", type: "submit" }, "Suggest handles and terms")),
    newcomer,
  );

  const note = el("input", { class: "field", id: "note", type: "text", autocomplete: "off", maxlength: 500, placeholder: "Why (for the history)" });
  const says = el("span", { class: "unsaved", role: "status" });
  const look = el("button", { class: "control", type: "button", onclick: () => attempt(lookAhead) }, "Preview what changes");
  const save = el("button", { class: "primary", type: "button", onclick: () => attempt(store) }, "Save");
  const drop = el("button", { class: "control bare", type: "button", onclick: discard }, "Discard");
  const wrong = el("div", { class: "notice warn", role: "alert", hidden: true });
  const bar = el("div", { class: "save-bar" }, wrong, el("div", { class: "save-inside" }, says, el("label", { class: "unseen", for: "note" }, "Note"), note, drop, look, save));

  const dirty = () => differences(seen, form.read()).length > 0;

  function changed() {
    if (!seen) return;
    const lines = differences(seen, form.read());
    says.textContent = lines.length === 0 ? "Nothing to save" : lines.length === 1 ? "1 change not saved" : `${lines.length} changes not saved`;
    bar.classList.toggle("dirty", lines.length > 0);
    for (const button of [look, save]) button.disabled = lines.length === 0;
    if (lines.length === 0) wrong.hidden = true;
    drop.hidden = note.hidden = lines.length === 0;
    const { brands } = form.read();
    const ours = brands.some((brand) => brand.kind === "own");
    newcomer.textContent =
      brands.length === 0
        ? "Start here. The name becomes handles to look for, words that name it without one, and whatever is wrong you strike. Nobody waits for anybody until your brand is known."
        : ours
          ? brands.some((brand) => brand.kind === "competitor") ? "" : "Without a competitor there is no race: add who else your customers write to."
          : "None of these is yours: a wait is for a brand of your own.";
  }

  /** @param {Event} event */
  function suggested(event) {
    event.preventDefault();
    const given = name.value.trim();
    if (given === "") return;
    form.add(suggest(given, kind.value, known));
    name.value = "";
    kind.value = "competitor";
    announce(`${given} added with suggestions. Strike what is wrong, then preview and save.`);
  }

  /** Something to begin with, not saved. @param {RegistryContent} content @param {string} why */
  function draft(content, why) {
    restored = why;
    note.value = why;
    form.set(structuredClone(content));
    preview.hide();
    announce("Loaded as a draft. Preview it, then save it as a new version.");
    look.focus();
  }

  /** @param {RegistryView} view */
  function adopt(view) {
    seen = view;
    wrong.hidden = true;
    if (restored !== "" || note.value !== "") note.value = restored = "";
    form.set(structuredClone({ brands: view.brands, timeZone: view.timeZone, weekStart: view.weekStart }));
    preview.hide();
    kind.value = view.brands.some((brand) => brand.kind === "own") ? "competitor" : "own";
    state.show(view);
  }

  function discard() {
    adopt(seen);
    strangers.show(seen);
  }

  /** @param {() => Promise<void>} work */
  async function attempt(work) {
    wrong.hidden = true;
    look.disabled = save.disabled = true;
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      refuse(problem);
    } finally {
      changed();
    }
  }

  /** @param {Problem} problem */
  function refuse(problem) {
    const faults = /** @type {RegistryFault[] | undefined} */ (problem.told.faults);
    const present = /** @type {RegistryView | undefined} */ (problem.told.present);
    if (faults) {
      const rest = form.show(faults);
      wrong.hidden = false;
      wrong.replaceChildren(rest.length > 0 ? rest.map((fault) => fault.reason).join(" ") : `${faults.length === 1 ? "One thing is" : `${faults.length} things are`} wrong; each is marked where it stands.`);
    } else {
      wrong.hidden = false;
      wrong.replaceChildren(problem.message);
      if (present)
        wrong.append(
          el("button", { class: "control", type: "button", onclick: () => adopt(present) }, "Take theirs"),
          el("button", { class: "control", type: "button", onclick: () => ([seen, wrong.hidden] = [present, true], state.show(present), changed()) }, "Keep mine, on top of theirs"),
        );
    }
  }

  async function lookAhead() {
    await preview.ask(form.read());
  }

  async function store() {
    const response = await request("PUT", "admin/brands", { ...form.read(), note: note.value }, { "If-Match": `"${seen.version}"` });
    const view = /** @type {RegistryView} */ (await response.json());
    adopt(view);
    announce(`Saved as version ${view.version}. The facts are being derived again.`);
    await told();
  }

  const read = async () => /** @type {RegistryView} */ (await get("admin/brands"));

  async function told() {
    const versions = /** @type {RegistryVersion[]} */ (await get("admin/brands/versions"));
    history.replaceChildren(...historyList(versions, zone, (version) => draft(version.content, version.number === 0 ? "As the settings file had it" : `As in version ${version.number}`)));
  }

  async function refresh() {
    if (document.hidden) return;
    try {
      const view = await read();
      const followed = state.following;
      if (view.version === seen.version) state.show(view);
      else if (dirty()) state.overtaken(view);
      else {
        adopt(view);
        await told();
      }
      // Who answers whom is another question once the facts know the new handles and terms.
      if (followed && !state.following) await strangers.look(form.read());
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      state.lost(problem.message);
    } finally {
      setTimeout(refresh, state.following ? 1000 : 5000);
    }
  }

  async function nameSources() {
    if (!session.newestPost) return;
    const to = Date.parse(session.newestPost) + 1;
    const answer = /** @type {MetricAnswer} */ (
      await get("metrics/posts", { by: "source", from: new Date(to - 365 * 86_400_000).toISOString(), to: new Date(to).toISOString() })
    );
    known = answer.series.flatMap(({ group }) => (group ? [group] : []));
    sources.append(...known.map((value) => el("option", { value })));
  }

  // Nothing to type in before it is known what stands there: what was typed would be replaced.
  const first = await read();
  main.append(
    state.element,
    strangers.element,
    el("section", { "aria-labelledby": "registry" }, el("h2", { id: "registry" }, "Registry"), form.list, add, sources),
    form.time,
    preview.element,
    bar,
    el("section", { "aria-labelledby": "versions" }, el("h2", { id: "versions" }, "History"), history),
  );
  adopt(first);
  await Promise.all([told(), nameSources(), strangers.look(first)]);
  window.addEventListener("beforeunload", (event) => dirty() && event.preventDefault());
  setTimeout(refresh, 1000);
}

await openRoom(
  { id: "brands", title: "Brands", purpose: "Who you are, who your competitors are, and how posts name you. Everything that is counted rests on this." },
  async (session, { main }) => {
    main.classList.add("brands");
    await open(session, main);
  },
);
