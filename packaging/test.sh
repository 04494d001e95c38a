#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Forecourt and runs every test: first as shipped, then what is quick under the sanitizers, what uses threads under
# the one for them, then the fuzz targets for a bounded time.
#   packaging/test.sh                  everything
#   packaging/test.sh --no-sanitizers  the shipped build, and the fuzz targets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sanitizers=yes
case ${1:-} in
'') ;;
--no-sanitizers) sanitizers=no ;;
*)
    echo "usage: packaging/test.sh [--no-sanitizers]" >&2
    exit 2
    ;;
esac

jobs=$(nproc)
failed=0

heading() { printf '\n== %s ==\n' "$*"; }

# build PRESET BUILD-OPTIONS…: its output is long, so it is shown only when something fails.
build() {
    local preset=$1 log=build/$1.log started=$SECONDS
    shift
    mkdir -p build
    heading "Building $preset"
    if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$jobs" "$@"; } >"$log" 2>&1; then
        tail -n 200 "$log"
        echo "Building $preset failed; everything it said is in $log." >&2
        exit 1
    fi
    echo "Built in $((SECONDS - started)) s."
}

# run PRESET CTEST-OPTIONS…: remembers a failure, so that later tests still run.
run() {
    local preset=$1 log=build/$1-tests.log
    shift
    heading "Testing $preset"
    xvfb-run --auto-servernum --server-args='-screen 0 1440x900x24' \
        ctest --preset "$preset" --parallel "$jobs" "$@" </dev/null 2>&1 | tee "$log" || failed=1
        grep -qE 'tests passed' "$log" || failed=1
}

packaging/install-dependencies.sh --tests

build ci
run ci

if [[ $sanitizers == yes ]]; then
    export ASAN_OPTIONS=strict_string_checks=1:check_initialization_order=1:detect_stack_use_after_return=1
    export LSAN_OPTIONS=suppressions=$PWD/packaging/leak-suppressions.txt:print_suppressions=0
    export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
    export TSAN_OPTIONS=suppressions=$PWD/packaging/thread-suppressions.txt:history_size=4
    build asan --target tests_fast
    run asan --label-regex '^fast$'
    build tsan --target tests_threads
    run tsan --label-regex '^threads$'
fi

# They carry the sanitizers themselves, and are few sources.
build fuzz --target fuzzers
run fuzz

# How each run ended, the shipped build last.
for preset in fuzz tsan asan ci; do
    if [[ -f build/$preset-tests.log && ($preset =~ ^(ci|fuzz)$ || $sanitizers == yes) ]]; then
        heading "Result of $preset"
        sed -n '/tests passed/,$p' "build/$preset-tests.log"
    fi
done
exit "$failed"
