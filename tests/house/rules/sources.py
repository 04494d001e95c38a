# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which files of the project the rules look at."""

from pathlib import Path

LAYERS = ("app", "models", "sync", "tests", "ui")
SKIPPED = {"build", ".git", ".cache", "__pycache__"}


def all_files(root):
    """Every file that belongs to the project."""
    for path in sorted(Path(root).rglob("*")):
        relative = path.relative_to(root)
        if path.is_file() and not SKIPPED.intersection(relative.parts):
            yield path


def cpp_files(root, folders=LAYERS):
    """Headers and sources below the given top folders."""
    for path in all_files(root):
        if path.suffix in (".h", ".cpp") and path.relative_to(root).parts[0] in folders:
            yield path


def text_of(path):
    """The file as text, or None when it is a picture, a font or the like."""
    data = path.read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def name(root, path):
    return path.relative_to(root).as_posix()
