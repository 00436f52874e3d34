# Sourced by ./listening and ./test: what this machine must have, said in words before anything is fetched.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }

check_machine() {
  local root=$1 missing=() major free
  [ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ] ||
    missing+=("The embedded ClickHouse engine is served for 64-bit Intel and AMD Linux; this is $(uname -s) $(uname -m).")
  if [ -e /lib/ld-musl-x86_64.so.1 ] && [ ! -e /lib64/ld-linux-x86-64.so.2 ]; then
    missing+=("The engine needs glibc (Debian, Ubuntu, Fedora, …); this system has musl.")
  fi
  if [ -r /proc/cpuinfo ] && ! grep -qm1 -w sse4_2 /proc/cpuinfo; then
    missing+=("The engine needs a processor with SSE 4.2.")
  fi
  if ! command -v dotnet >/dev/null; then
    missing+=("The .NET SDK 10 is missing: install 'dotnet-sdk-10.0'.")
  elif ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    missing+=("The .NET SDK that global.json asks for (10.0.4xx) is missing; installed: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ').")
  fi
  if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
    missing+=("Node.js 20 or newer with npm is missing: it fetches the engine and the browser libraries.")
  else
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge 20 ] || missing+=("Node.js 20 or newer is needed; this is $(node --version).")
  fi
  if [ ! -d "$root/node_modules/@chdb" ]; then
    free=$(df -Pk "$root" | awk 'NR==2 {print int($4 / 1024)}')
    [ "$free" -ge 2000 ] || missing+=("2 GB of free disk are needed for the engine and the build; $free MB are free under $root.")
  fi
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Listening cannot start here yet:"
  printf '  - %s\n' "${missing[@]}" >&2
  return 1
}

# Fetches the engine with progress: npm itself is silent for as long as it takes.
restore_engine() {
  local root=$1 library="$1/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so" lock="$1/package-lock.json" mark="$1/node_modules/.package-lock.json"
  [ -f "$library" ] && [ ! "$lock" -nt "$mark" ] && return 0
  say "Fetching the ClickHouse engine: 178 MB, 543 MB on disk. Only this once."
  (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >&2) &
  local fetching=$! have
  while kill -0 "$fetching" 2>/dev/null; do
    sleep 1
    have=$(du -sm "$root/node_modules" 2>/dev/null | cut -f1)
    [ -t 2 ] && printf '\r  %s of 543 MB' "${have:-0}" >&2
  done
  [ -t 2 ] && printf '\n' >&2
  wait "$fetching" || { say "npm could not fetch the engine: its message stands above. Run ./listening again when that is mended."; return 1; }
  touch "$mark"
  [ -f "$library" ] || { say "npm brought no engine for this machine ($(uname -sm))."; return 1; }
  say "Engine ready."
}
