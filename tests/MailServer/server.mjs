// A real mail server (RFC 5321) for tests: node server.mjs FOLDER. It prints its port, keeps each mail that came whole as FOLDER/NUMBER.eml, and does with the next one what the
// first line of FOLDER/next says: drop it before its first line or within it, take it and vanish without a word, take it or its first line and say nothing for ever, refuse it.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const [folder] = process.argv.slice(2);
let count = 0;

const next = () => {
  const file = join(folder, "next");
  if (!existsSync(file)) return "take";
  const [first, ...rest] = readFileSync(file, "utf8").split("\n").filter(Boolean);
  writeFileSync(`${file}.new`, rest.join("\n"));
  renameSync(`${file}.new`, file);
  return first ?? "take";
};

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  onMailFrom(_address, session, done) {
    session.fate = next();
    if (session.fate === "before") return vanish();
    done();
  },
  onData(stream, session, done) {
    if (session.fate === "cut") return void stream.once("data", vanish);
    if (session.fate === "hold-within") return void stream.once("data", () => keep("held", ""));
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      if (session.fate === "refuse") return done(Object.assign(new Error("Come back later"), { responseCode: 451 }));
      keep(`${++count}.eml`, Buffer.concat(chunks));
      if (session.fate === "after") vanish();
      else if (session.fate !== "hold-after") done();
    });
  },
});

// Under another name first: who waits for it sees it whole.
function keep(name, content) {
  writeFileSync(join(folder, `${name}.part`), content);
  renameSync(join(folder, `${name}.part`), join(folder, name));
}

function vanish() {
  for (const connection of server.connections) connection._socket.destroy();
}

server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(`ready ${server.server.address().port}`));
