// Restores the files a libman.json names, from npm packages checked against libman.lock.json beside it.
//
//   node build/libman.mjs DIR             restore what DIR/libman.json names
//   node build/libman.mjs DIR --update    write DIR/libman.lock.json anew, then restore
//
// The manifest is LibMan's own (https://learn.microsoft.com/aspnet/core/client-side/libman), providers unpkg and jsdelivr, whose paths are
// those of the npm package. LibMan itself keeps no hashes; npm's lock does, and `npm ci` refuses what does not fit them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const directory = resolve(process.argv[2] ?? ".");
const update = process.argv[3] === "--update";
const lock = join(directory, "libman.lock.json");

/** Ends the program with a line that MSBuild shows as an error of the manifest. */
function fail(reason) {
  console.error(`${join(directory, "libman.json")} : error LIB001: ${reason}`);
  process.exit(1);
}

/** The libraries of a manifest as { name, version, files, destination }. */
function librariesOf(manifest) {
  return manifest.libraries.map(({ library, provider = manifest.defaultProvider, files, destination }) => {
    const at = library.lastIndexOf("@");
    if (at < 1) fail(`'${library}' needs an exact version`);
    if (provider !== "unpkg" && provider !== "jsdelivr") fail(`'${library}': provider '${provider}' is not an npm one`);
    if (!files?.length) fail(`'${library}' names no files`);
    if (!destination) fail(`'${library}' names no destination`);
    return { name: library.slice(0, at), version: library.slice(at + 1), files, destination };
  });
}

/** Runs npm in a folder; its output is the build's. */
function npm(folder, ...words) {
  const quiet = ["--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = spawnSync("npm", [...words, ...quiet], { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  if (run.error) fail(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) fail(`npm ${words.join(" ")} ended with ${run.status}`);
}

const libraries = librariesOf(JSON.parse(readFileSync(join(directory, "libman.json"), "utf8")));
const work = mkdtempSync(join(tmpdir(), "libman-"));
try {
  const dependencies = Object.fromEntries(libraries.map(({ name, version }) => [name, version]));
  writeFileSync(join(work, "package.json"), JSON.stringify({ name: "libman", private: true, dependencies }));
  if (update) {
    npm(work, "install", "--package-lock-only");
    cpSync(join(work, "package-lock.json"), lock);
  }
  if (!existsSync(lock)) fail("libman.lock.json is missing; --update writes it");
  cpSync(lock, join(work, "package-lock.json"));
  npm(work, "ci");
  for (const { name, version, files, destination } of libraries) {
    rmSync(join(directory, destination), { recursive: true, force: true });
    for (const file of files) {
      const from = join(work, "node_modules", name, file);
      if (!existsSync(from)) fail(`${name}@${version} has no file '${file}'`);
      const to = join(directory, destination, file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(from, to);
    }
  }
  console.log(`Client libraries: ${libraries.length} restored into ${directory}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
