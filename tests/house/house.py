# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks one rule of the house on the sources: house.py RULE [FOLDER]. Says each breach; the exit code is 1 if any."""

import importlib
import sys
from pathlib import Path

sys.dont_write_bytecode = True
SKIPPED = 77


def main():
    rule = importlib.import_module(f"rules.{sys.argv[1]}")
    root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parents[2]
    try:
        breaches = rule.check(root)
    except getattr(rule, "Missing", ()) as reason:
        print(f"not checked: {reason}")
        return SKIPPED
    print("\n".join(breaches) if breaches else f"{sys.argv[1]}: kept")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
