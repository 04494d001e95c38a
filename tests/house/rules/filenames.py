# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""File names are class names in lower case; tests and benchmarks say what they are."""

import re

from . import sources

# Private parts of a class may have a header of their own: name_p.h, as in Qt.
SOURCE = re.compile(r"[a-z][a-z0-9]*(_p\.h|\.h|\.cpp)")
TEST = re.compile(r"(tst|fuzz)_[a-z0-9_]+\.cpp|[a-z][a-z0-9]*\.(h|cpp)")
# Where one class is too much for one file, its parts are called after it: mainwindow_popovers.cpp beside mainwindow.h.
PART = re.compile(r"([a-z][a-z0-9]*)_[a-z0-9]+\.cpp")
BENCH = re.compile(r"bench_[a-z0-9_]+\.cpp|[a-z][a-z0-9]*\.(h|cpp)")
MIGRATION = re.compile(r"\d{4}_[a-z0-9_]+\.sql")


def check(root):
    breaches = []
    for path in sources.cpp_files(root):
        name = sources.name(root, path)
        pattern = BENCH if name.startswith("tests/bench/") else TEST if name.startswith("tests/") else SOURCE
        part = PART.fullmatch(path.name)
        if not pattern.fullmatch(path.name) and not (part and (path.parent / f"{part[1]}.h").exists()):
            breaches.append(f"{name}: not a file name of this house (lower case, no separators)")
        if path.suffix == ".h" and "#pragma once" not in path.read_text(encoding="utf-8"):
            breaches.append(f"{name}: lacks #pragma once")
    numbers = []
    for path in sources.all_files(root):
        name = sources.name(root, path)
        if name.startswith("models/store/schema/") and path.suffix == ".sql":
            if not MIGRATION.fullmatch(path.name):
                breaches.append(f"{name}: migrations are called NNNN_name.sql")
            numbers.append(path.name[:4])
    if len(numbers) != len(set(numbers)):
        breaches.append("models/store/schema: two migrations have one number")
    return breaches
