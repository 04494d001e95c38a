#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Forecourt and opens a workstation of a demo dealership, with its own server on this computer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<END
usage: packaging/run.sh [--second] [--language en|fr] [--no-build]
       packaging/run.sh --server stop|start
       packaging/run.sh --reset

Builds Forecourt, starts a server with a demo dealership on this computer, and opens a workstation, signed in.

  --second            open a second workstation with a store of its own
  --language en|fr    language of the workstation; otherwise that of the system
  --no-build          use what was built before
  --server stop       end the server: the workstations go on without it
  --server start      start it again
  --reset             forget the demo dealership and both workstations; the next start makes new ones

Data lies in $data.
END
}

data=${XDG_DATA_HOME:-$HOME/.local/share}/forecourt/demo
place=first
login=aicha
build=yes
action=open
language=()
while [[ $# -gt 0 ]]; do
    case $1 in
    --second) place=second login=marc ;;
    --language) language=(--language "${2:-}") && shift ;;
    --no-build) build=no ;;
    --server) action=server-${2:-} && shift ;;
    --reset) action=reset ;;
    -h | --help) usage && exit 0 ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift || { usage >&2 && exit 2; }
done

say() { printf '%s\n' "$*"; }
die() {
    printf 'run.sh: %s\n' "$*" >&2
    exit 1
}

bin=$PWD/build/release/bin
server_data=$data/server
store=$data/$place
mkdir -p "$data"

# Each open window holds this lock shared: whoever can take it alone was the last one.
exec 8>"$data/windows.lock"
# Only one script at a time starts or ends the server.
exec 9>"$data/server.lock"

server_pid() {
    local pid
    pid=$(cat "$data/server.pid" 2>/dev/null) || return 1
    # The number may belong to another program by now.
    [[ $(readlink "/proc/$pid/exe" 2>/dev/null) == "$bin/forecourt-server"* ]] && printf '%s' "$pid"
}

# The line “listening on URL” that the server prints when it is ready.
wait_for_server() {
    local pid=$1 url tries
    for ((tries = 0; tries < 600; tries++)); do
        url=$(sed -n 's/^listening on //p' "$data/server.log" | tail -n 1)
        if [[ -n $url ]]; then
            printf '%s\n' "$url" >"$data/server.url"
            return 0
        fi
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

launch_server() {
    : >"$data/server.log"
    # A session of its own: Ctrl+C in this terminal must not take the server from another window.
    setsid "$bin/forecourt-server" --data "$server_data" --listen "$1" --demo \
        >"$data/server.log" 2>&1 </dev/null 8>&- 9>&- &
    printf '%s\n' "$!" >"$data/server.pid"
    wait_for_server "$!"
}

start_server() {
    local port
    flock 9
    if ! server_pid >/dev/null; then
        say "Starting the demo server (the first time it makes a dealership, which takes a moment)…"
        # The same port as last time, so that open workstations find it again.
        port=$(sed -n 's/.*:\([0-9][0-9]*\).*/\1/p' "$data/server.url" 2>/dev/null || true)
        launch_server "127.0.0.1:${port:-0}" || launch_server 127.0.0.1:0 || {
            tail -n 20 "$data/server.log" >&2
            die "the server did not start; see $data/server.log"
        }
        say "The server listens on $(cat "$data/server.url")."
    fi
    flock -u 9
}

stop_server() {
    local pid
    flock 9
    if pid=$(server_pid); then
        kill "$pid"
        for ((tries = 0; tries < 100; tries++)); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        say "The server has ended."
    fi
    rm -f "$data/server.pid"
    flock -u 9
}

build_release() {
    packaging/install-dependencies.sh
    if [[ ! -d build/release ]]; then
        say "Building Forecourt. The first time takes up to ten minutes; later starts take seconds."
    fi
    cmake --preset release >/dev/null
    cmake --build --preset release --target programs
}

sign_in() {
    [[ -e $store/signed-in ]] && return
    mkdir -p "$store"
    say "Signing $login in…"
    printf 'forecourt\n' | "$bin/forecourtctl" --store "$store/store" --server "$(cat "$data/server.url")" \
        login "$login" --password-stdin || die "signing in failed"
    touch "$store/signed-in"
}

case $action in
reset)
    flock --exclusive --nonblock 8 || die "close the open workstations first"
    stop_server
    rm -rf "$server_data" "$data/first" "$data/second" "$data/server.url" "$data/server.log"
    say "The demo dealership is gone; the next start makes a new one."
    ;;
server-stop)
    stop_server
    ;;
server-start)
    [[ -x $bin/forecourt-server ]] || die "nothing is built yet; run packaging/run.sh first"
    start_server
    ;;
open)
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || -n ${QT_QPA_PLATFORM:-} ]] ||
        die "there is no display here; start it in a graphical session, or with xvfb-run"
    [[ $build == no ]] || build_release
    flock --shared 8
    start_server
    sign_in
    status=0
    "$bin/forecourt" --store "$store/store" --server "$(cat "$data/server.url")" "${language[@]}" 8>&- 9>&- || status=$?
    flock -u 8
    if flock --exclusive --nonblock 8; then
        stop_server
    fi
    exit "$status"
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
