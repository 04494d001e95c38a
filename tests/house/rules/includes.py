# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who may include whom. The arrows of the house, one line each."""

import re
import subprocess
from functools import cache
from pathlib import Path

from . import sources

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

FOUNDATION = ("models/base/", "models/store/", "models/outbox/")

# Headers of one feature that any other feature may use: plain values and ids, no behaviour. Locations, people and
# VINs are values through and through.
VALUE_HEADERS = ("models/location/", "models/user/", "models/vin/", "models/vehicle/vehicle.h", "models/vehicle/phase.h",
                 "models/gallery/photo.h")

# Views that pages of other features embed: a vehicle's page shows its photos.
EMBEDDED_VIEWS = {"vehicle": ("ui/gallery/galleryview.h",)}

# Rooms of models and ui that know no feature: the frame of the window may use them.
FEATURE_BLIND_MODELS = FOUNDATION + ("models/location/", "models/user/", "models/view/", "models/notification/")


def allowed(folder):
    """Prefixes that files in `folder` ("models/vehicle") may include, or None where there is no rule."""
    top, _, rest = folder.partition("/")
    room = rest.split("/")[0]
    if top == "app":
        return ("app/", "models/", "sync/", "ui/")
    if top == "ui":
        if room == "widgets":
            return ("ui/widgets/", "models/base/")
        if room == "shell":
            return ("ui/shell/", "ui/widgets/") + FEATURE_BLIND_MODELS
        return (f"ui/{room}/", "ui/shell/", "ui/widgets/", "models/") + EMBEDDED_VIEWS.get(room, ())
    if top == "models":
        if room == "base":
            return ("models/base/",)
        if room == "store":
            return ("models/base/", "models/store/")
        if room == "outbox":
            return FOUNDATION
        if room == "demo":
            return ("models/",)  # writes a whole dealership, so it knows every feature
        return FOUNDATION + VALUE_HEADERS + (f"models/{room}/",)
    if top == "sync":
        if room == "protocol":
            return ("models/base/", "sync/protocol/")
        if room == "client":
            return FOUNDATION + ("sync/protocol/", "sync/client/")
        if room == "server":
            return ("models/base/", "models/store/", "sync/protocol/", "sync/server/")
    return None


@cache
def widget_headers():
    """Names of the headers of Qt Widgets, as installed here."""
    for tool in ("qtpaths6", "/usr/lib/qt6/bin/qtpaths6", "qtpaths"):
        try:
            answer = subprocess.run([tool, "--query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=True)
        except (FileNotFoundError, subprocess.CalledProcessError):
            continue
        folder = Path(answer.stdout.strip()) / "QtWidgets"
        if folder.is_dir():
            return frozenset(entry.name for entry in folder.iterdir())
    raise RuntimeError("the headers of Qt Widgets were not found, so their use cannot be checked")


def check(root):
    breaches = []
    for path in sources.cpp_files(root, ("app", "models", "sync", "ui")):
        name = sources.name(root, path)
        prefixes = allowed(str(Path(name).parent.as_posix()))
        if prefixes is None:
            breaches.append(f"{name}: lies in no room that has include rules")
            continue
        for own, foreign in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if own and not own.endswith(".moc"):
                if not own.startswith(prefixes):
                    breaches.append(f"{name}: may not include {own}")
            elif foreign and not name.startswith(("app/", "ui/")):
                if foreign.startswith("QtWidgets") or foreign in widget_headers():
                    breaches.append(f"{name}: may not know widgets ({foreign})")
    return breaches
