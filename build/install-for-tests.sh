#!/usr/bin/env bash
# What tests need beyond the .NET SDK and Node: Chromium, with fonts so that a screenshot reads. Debian and Ubuntu, as root.
set -euo pipefail
command -v apt-get >/dev/null || { echo "--install knows Debian and Ubuntu; on other systems install Chromium by hand." >&2; exit 1; }
command -v chromium >/dev/null && fc-list 2>/dev/null | grep -qi dejavu && exit 0
export DEBIAN_FRONTEND=noninteractive
wait=(-o DPkg::Lock::Timeout=600)
apt-get "${wait[@]}" update -q
apt-get "${wait[@]}" install -q -y --no-install-recommends chromium fonts-dejavu-core fonts-noto-color-emoji fontconfig
