# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every source says whose it is and under which licence."""

from . import sources

MARKS = ("SPDX-FileCopyrightText: 2026 The Forecourt authors", "SPDX-License-Identifier: GPL-3.0-or-later")
KINDS = (".h", ".cpp", ".py", ".sh")


def check(root):
    breaches = []
    for path in sources.all_files(root):
        if path.suffix not in KINDS:
            continue
        if path.stat().st_size < 100:
            continue  # nothing to own
        top = "\n".join(path.read_text(encoding="utf-8").splitlines()[:4])
        breaches += [f"{sources.name(root, path)}: the first lines lack “{mark}”" for mark in MARKS if mark not in top]
    return breaches
