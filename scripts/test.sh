#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# scripts/test.sh: install what is missing, build everything, run all tests. Ends with CTest's summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/setup.sh test
echo "== cmake --workflow --preset dev"
exec cmake --workflow --preset dev
