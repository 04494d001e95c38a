# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a workstation sends goes through CertificateGuard: a token or a password must not reach an impostor."""

import re

from . import sources

SENDS = re.compile(r"#include <(?:QNetworkReply|QNetworkAccessManager|QWebSocket|QSslSocket|QTcpSocket)>")
GUARD = re.compile(r"new CertificateGuard\(")


def check(root):
    breaches = []
    for path in sources.cpp_files(root, ("sync",)):
        name = sources.name(root, path)
        if path.suffix != ".cpp" or not name.startswith("sync/client/") or name.endswith("/certificateguard.cpp"):
            continue
        text = sources.text_of(path) or ""
        if SENDS.search(text) and not GUARD.search(text):
            breaches.append(f"{name}: talks to a server without CertificateGuard; see signinrequest.cpp")
    return breaches
