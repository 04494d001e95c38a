# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Words and habits that do not belong here."""

import re

from . import sources

# Written in pieces, so that this file does not name what it forbids.
EVERYWHERE = {
    "a path of somebody's machine": r"/wo" r"rk/|\bshare" r"d/|/tm" r"p/fc\b|/ho" r"me/[a-z]",
    "unfinished work": r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|(?i:coming so" r"on)",
}
IN_SOURCES = {
    "connects by string": r"\b(SIG" r"NAL|SL" r"OT)\(",
    "sender()": r"\bsen" r"der\(\)",
    "sleeps": r"QTh" r"read::m?sleep|QTest::qSl" r"eep",
    "a nested event loop": r"QEventL" r"oop\s+\w",
    "a detached thread": r"\.det" r"ach\(\)",
    "a test that cannot fail": r"QVERIFY\(tr" r"ue\)|QEXPECT_F" r"AIL",
}
# Text that people read goes through tr(); two letters in a row make a word. The name of the program and addresses are
# the same everywhere.
IN_UI = {
    "text that is not translated": r"(?:setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName"
    r"|setAccessibleDescription|setStatusTip|setTitle|addAction|addMenu)\((?:u|QStringLiteral\(|QLatin1String\()?u?\"(?!&?Forecourt ?\"|https?://)[^\"%]*"
    r"[A-Za-zÀ-ÿ]{2}",
}
# The licence text and the catalogues are other people's words.
EXEMPT = ("LICENSE",)


def check(root):
    breaches = []
    for path in sources.all_files(root):
        name = sources.name(root, path)
        if name in EXEMPT or path.name.startswith("LICENSE"):
            continue
        text = sources.text_of(path)
        if text is None:
            continue
        rules = dict(EVERYWHERE)
        if path.suffix in (".h", ".cpp"):
            rules |= IN_SOURCES
            if name.startswith("ui/"):
                rules |= IN_UI
        for number, line in enumerate(text.splitlines(), 1):
            breaches += [f"{name}:{number}: {what}" for what, pattern in rules.items() if re.search(pattern, line)]
    return breaches
