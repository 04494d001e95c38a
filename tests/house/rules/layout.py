# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sources look as clang-format 14 leaves them."""

import shutil
import subprocess

from . import sources


class Missing(Exception):
    """clang-format is not installed: the rule cannot be checked here."""


def check(root):
    program = shutil.which("clang-format-14")
    if program is None:
        raise Missing("clang-format-14 is not installed")
    breaches = []
    files = list(sources.cpp_files(root))
    for start in range(0, len(files), 50):
        answer = subprocess.run([program, "--style=file", "--dry-run", "--ferror-limit=1", *files[start:start + 50]],
                                cwd=root, capture_output=True, text=True, check=True)
        named = {line.split(":")[0] for line in answer.stderr.splitlines() if "clang-format-violations" in line}
        breaches += [f"{file}: run clang-format-14 -i on it" for file in sorted(named)]
    return breaches
