#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings the translation catalogues up to date with the sources. See translations/README.md.
#   packaging/translations.sh             every area, in translations/
#   packaging/translations.sh AREA…       only these areas
#   packaging/translations.sh --into DIR  works on the catalogues in DIR instead
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A folders=(
    [models]="models sync"
    [widgets]="ui/widgets"
    [shell]="ui/shell"
    [vehicle]="ui/vehicle"
    [activity]="ui/activity"
    [gallery]="ui/gallery"
    [app]="app/workstation app/imageworker app/videoworker"
    [server]="app/server"
    [ctl]="app/ctl"
)

catalogues=translations
if [[ ${1:-} == --into ]]; then
    catalogues=$2
    shift 2
fi
areas=("$@")
if [[ ${#areas[@]} -eq 0 ]]; then
    mapfile -t areas < <(printf '%s\n' "${!folders[@]}" | sort)
fi

lupdate=$(PATH="$PATH:/usr/lib/qt6/bin" command -v lupdate) || {
    echo "translations.sh: lupdate of Qt 6 is missing; run packaging/install-dependencies.sh" >&2
    exit 1
}

# No source lines in the catalogues: they would change with every edit. No guesses: a translation is written or missing.
# shellcheck disable=SC2054  # the comma belongs to lupdate
options=(-silent -no-obsolete -locations none -source-language en -I .
    -disable-heuristic sametext -disable-heuristic similartext -extensions cpp,h)
for area in "${areas[@]}"; do
    if [[ -z ${folders[$area]:-} ]]; then
        echo "translations.sh: no area '$area'; there are: $(printf '%s ' "${!folders[@]}")" >&2
        exit 2
    fi
    read -ra sources <<<"${folders[$area]}"
    "$lupdate" "${options[@]}" -target-language fr_CA "${sources[@]}" -ts "$catalogues/${area}_fr.ts"
    "$lupdate" "${options[@]}" -target-language en_CA -pluralonly "${sources[@]}" -ts "$catalogues/${area}_en.ts"
done

missing=0
for area in "${areas[@]}"; do
    for file in "$catalogues/${area}_fr.ts" "$catalogues/${area}_en.ts"; do
        count=$(grep -c 'type="unfinished"' "$file" || true)
        if [[ $count -gt 0 ]]; then
            echo "$file: $count to translate"
            missing=$((missing + count))
        fi
    done
done
[[ $missing -gt 0 ]] || echo "Every text is translated."
