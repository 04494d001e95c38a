#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks over the sources with clang-tidy 14, as .clang-tidy says. Takes minutes: a source at a time on each core.
#   packaging/lint.sh           every source
#   packaging/lint.sh FILE…     these sources
#   packaging/lint.sh --changed sources that differ from the main branch
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packaging/install-dependencies.sh --tests --lint

case ${1:-} in
'') mapfile -t files < <(git ls-files 'app/*.cpp' 'models/*.cpp' 'sync/*.cpp' 'tests/*.cpp' 'ui/*.cpp') ;;
--changed) mapfile -t files < <(git diff --name-only --diff-filter=d origin/main -- '*.cpp') ;;
*) files=("$@") ;;
esac
[[ ${#files[@]} -gt 0 ]] || exit 0

# clang cannot read the precompiled headers of gcc, and needs what rcc and moc write. Nothing is compiled: moc is called
# by hand, since its targets wait for the libraries that theirs are linked with.
mkdir -p build
cmake --preset lint >build/lint.log
mapfile -t resources < <(ninja -C build/lint -t targets all | sed -n 's/^\(.*\/\.rcc\/[^:]*\.cpp\): .*/\1/p')
cmake --build --preset lint --target "${resources[@]}" >>build/lint.log
find build/lint -name AutogenInfo.json -print0 |
    xargs --null --max-procs="$(nproc)" --replace=INFO cmake -E cmake_autogen INFO Debug >>build/lint.log
printf '%s\0' "${files[@]}" |
    xargs --null --max-procs="$(nproc)" --max-args=1 clang-tidy-14 -p build/lint --quiet 2> >(grep -v 'warnings generated' >&2)
