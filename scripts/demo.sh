#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# scripts/demo.sh [FILE...]: install what is missing, build the flagship example and run it on the files given, or on
# the sample logs of the project.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

"$root/scripts/setup.sh" demo
echo "== building examples/cookbook/log_report.cpp"
(cd "$root" && cmake --preset demo && cmake --build --preset demo)

[ $# -gt 0 ] || set -- "$root"/examples/data/*.log
echo "== log_report $*"
exec "$root/build/demo/examples/example.cookbook.log_report" "$@"
