# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every text that people read has its French, and every plural its forms in both languages."""

import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

PLACES = re.compile(r"%(?:L?\d+|n)")


def check(root):
    """Collects the texts of the sources into a copy of the catalogues, and looks at what is missing there."""
    root = Path(root)
    with tempfile.TemporaryDirectory() as folder:
        for catalogue in (root / "translations").glob("*.ts"):
            shutil.copy(catalogue, folder)
        subprocess.run([root / "packaging/translations.sh", "--into", folder], cwd=root, check=True,
                       stdout=subprocess.DEVNULL)
        breaches = []
        for catalogue in sorted(Path(folder).glob("*.ts")):
            breaches += of_catalogue(catalogue)
        return breaches


def of_catalogue(catalogue):
    breaches = []
    for context in xml.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            where = f"{catalogue.name}: {context.findtext('name')}: “{source}”"
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") is not None or not all(form.strip() for form in forms):
                breaches.append(f"{where} is not translated")
                continue
            # “%n photo” may be said without a figure (“une photo”), other places may not go.
            wanted = set(PLACES.findall(source)) - {"%n"}
            if any(set(PLACES.findall(form)) - {"%n"} != wanted for form in forms):
                breaches.append(f"{where}: the translation has other places (%1 …) than the source")
    return breaches
