#!/usr/bin/env bash
#
# Installs Debian's Chromium and its driver for the tests that use a browser, in continuous
# integration alone (CI=true): there no test may be skipped. Elsewhere it does nothing, and without
# a browser those tests say so and are skipped.

set -eu

[ "${CI:-}" = true ] || exit 0
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -y -q --no-install-recommends chromium chromium-driver
