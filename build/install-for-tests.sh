#!/usr/bin/env bash
# What tests need beyond the .NET SDK and Node: Chromium, with fonts so that a screenshot reads, and PostgreSQL, of which the tests start one of their
# own. Debian and Ubuntu, as root.
set -euo pipefail
command -v apt-get >/dev/null || { echo "--install knows Debian and Ubuntu; on other systems install Chromium and PostgreSQL by hand." >&2; exit 1; }

missing=()
command -v chromium >/dev/null && fc-list 2>/dev/null | grep -qi dejavu || missing+=(chromium fonts-dejavu-core fonts-noto-color-emoji fontconfig)
# Debian keeps the server's programs off the PATH.
command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0

export DEBIAN_FRONTEND=noninteractive
wait=(-o DPkg::Lock::Timeout=600)
apt-get "${wait[@]}" update -q
apt-get "${wait[@]}" install -q -y --no-install-recommends "${missing[@]}"
