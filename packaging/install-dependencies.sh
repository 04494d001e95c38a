#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what building, running and testing Forecourt needs on Debian 12. Installs only what is missing, and asks for
# administrator rights only then.
#   packaging/install-dependencies.sh          to build and run
#   packaging/install-dependencies.sh --tests  also for the tests
#   packaging/install-dependencies.sh --lint   also for the target `lint`
set -euo pipefail

compiler=(g++ cmake ninja-build ccache pkg-config)
qt=(qt6-base-dev qt6-multimedia-dev qt6-svg-dev qt6-websockets-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev)
libraries=(libssl-dev libsqlite3-dev libsodium-dev libzstd-dev libheif-dev libexiv2-dev libexpected-dev
    libqrencode-dev libzip-dev libavformat-dev libavcodec-dev libswscale-dev libavutil-dev)
# Found by programs when they run: database drivers, WebP and TIFF, words of Qt's own dialogs, what plays videos.
plugins=(libqt6sql6-sqlite libqt6sql6-psql qt6-image-formats-plugins qt6-translations-l10n
    gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-libav)
tests=(xvfb xauth python3 clang-format-14 clang-16 libclang-rt-16-dev dbus gnome-keyring postgresql nginx-light openssl)
lint=(clang-tidy-14)

wanted=("${compiler[@]}" "${qt[@]}" "${libraries[@]}" "${plugins[@]}")
for argument in "$@"; do
    case $argument in
    --tests) wanted+=("${tests[@]}") ;;
    --lint) wanted+=("${lint[@]}") ;;
    *)
        echo "usage: packaging/install-dependencies.sh [--tests] [--lint]" >&2
        exit 2
        ;;
    esac
done

if ! command -v apt-get >/dev/null; then
    {
        echo "This script knows Debian 12 and its relatives. Elsewhere, install what corresponds to:"
        printf '  %s\n' "${wanted[@]}"
    } >&2
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
        missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo here. As root, run:" >&2
        echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update --quiet
"${as_root[@]}" apt-get install --yes --quiet --no-install-recommends "${missing[@]}"
