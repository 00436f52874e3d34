#!/usr/bin/env bash
# Compiles the assemblies of a built folder ahead of time (ReadyToRun), so that a program starts with less than two thirds of the work. What cannot be compiled stays as it is and
# is compiled at its first use, as ever.
#   build/ready-to-run.sh FOLDER
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(cd "$1" && pwd)
read -r packages version < <(cd "$root" && dotnet msbuild src/Web/Listening.Web.csproj -getProperty:NuGetPackageRoot -getProperty:BundledNETCoreAppPackageVersion |
  awk -F'"' '/NuGetPackageRoot/{root=$4} /BundledNETCoreAppPackageVersion/{version=$4} END {print root, version}')
compiler=${packages}microsoft.netcore.app.crossgen2.linux-x64/$version/tools/crossgen2
[ -x "$compiler" ] || { echo "No compiler ahead of time at $compiler; everything runs without it." >&2; exit 0; }
frameworks=$(dotnet --list-runtimes | awk '/^Microsoft.(NETCore|AspNetCore).App 10\./{dir=$3; gsub(/[][]/, "", dir); last[$1]=dir "/" $2} END {for (name in last) printf "-r %s/*.dll ", last[name]}')
cache=$root/obj/ready
mkdir -p "$cache"
export compiler frameworks cache folder

# What was compiled once is taken from there, in whichever folder it lies; it is valid for these very bytes beside these frameworks.
compile() {
  local assembly=$1 made
  made=$cache/$({ cat "$assembly"; printf %s "$compiler $frameworks"; } | sha256sum | cut -d' ' -f1).dll
  set -f # the patterns are the compiler's
  [ -s "$made" ] || { "$compiler" "$assembly" -o "$made.$$" $frameworks -r "$folder/*.dll" --targetos linux --targetarch x64 -O >/dev/null 2>&1 && mv "$made.$$" "$made"; } || { rm -f "$made.$$"; return 0; }
  cp "$made" "$assembly.$$" && touch -r "$assembly" "$assembly.$$" && mv "$assembly.$$" "$assembly"
}
export -f compile
find "$folder" -maxdepth 1 -name '*.dll' -print0 | xargs -0 -P "$(nproc)" -n 1 bash -c 'compile "$1"' _
