#!/usr/bin/env bash
# tools/need.sh "PROGRAM|OTHER" DEBIAN-PACKAGE WHY     or     tools/need.sh --package DEBIAN-PACKAGE WHY
# Says nothing when one of the programs is there. Else installs the package where it may (root on Debian or Ubuntu),
# or says in one line what is missing. Never touches the network when nothing is missing.
set -euo pipefail

programs=$1 package=$2 why=${3:-$2}
if [ "$programs" != --package ]; then
    IFS='|' read -r -a names <<<"$programs"
    for name in "${names[@]}"; do
        if command -v "$name" >/dev/null; then exit 0; fi
    done
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing · installation: $package ($why)"
    export DEBIAN_FRONTEND=noninteractive
    quiet=(-qq -o Dpkg::Use-Pty=0)
    if { apt-get "${quiet[@]}" install -y --no-install-recommends "$package" ||
         { apt-get "${quiet[@]}" update && apt-get "${quiet[@]}" install -y --no-install-recommends "$package"; }
       } </dev/null >/dev/null 2>&1; then exit 0; fi
fi
echo "make: il manque / missing: $package ($why). Remède / remedy: apt-get install $package" >&2
exit 1
