#!/usr/bin/env bash
# What tests need beyond the .NET SDK and Node: Chromium, with fonts so that a screenshot reads, PostgreSQL, of which the tests start one of their
# own, nginx's program, as the reverse proxy, and Redis for Bluesky's own servers. Debian and Ubuntu, as root.
set -euo pipefail
command -v apt-get >/dev/null || { echo "--install knows Debian and Ubuntu; on other systems install Chromium, PostgreSQL and nginx by hand." >&2; exit 1; }

missing=()
command -v chromium >/dev/null && fc-list 2>/dev/null | grep -qi dejavu || missing+=(chromium fonts-dejavu-core fonts-noto-color-emoji fontconfig)
# Debian keeps the server's programs off the PATH.
command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
[ -x /usr/bin/redis-server ] || missing+=(redis-server)
nginx=; command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || [ -x /usr/local/sbin/nginx ] || nginx=missing
[ ${#missing[@]} -eq 0 ] && [ -z "$nginx" ] && exit 0

export DEBIAN_FRONTEND=noninteractive
wait=(-o DPkg::Lock::Timeout=600)
apt-get "${wait[@]}" update -q
[ ${#missing[@]} -eq 0 ] || apt-get "${wait[@]}" install -q -y --no-install-recommends "${missing[@]}"
[ -n "$nginx" ] || exit 0

# The program alone: the package would start a server on port 80.
apt-get "${wait[@]}" install -q -y --no-install-recommends libpcre2-8-0 libssl3 zlib1g
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
chmod 755 "$unpacked"
cd "$unpacked"
apt-get download -q nginx && dpkg -x nginx_*.deb . && install -m 755 usr/sbin/nginx /usr/local/sbin/nginx
