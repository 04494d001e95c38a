# SPDX-FileCopyrightText: 2026 The Forecourt authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Shows that each rule can fail: a small project that keeps all rules, and one change that breaks one of them."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from rules import filenames, guards, includes, layout, licences, translations, words  # noqa: E402

PROJECT = Path(__file__).resolve().parents[2]
TOP = "// SPDX-FileCopyrightText: 2026 The Forecourt authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n\n"
CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}_CA" sourcelanguage="en">
{contexts}</TS>
"""
KEPT = """<context>
    <name>Gallery</name>
    <message>
        <source>Photos of %1</source>
        <translation>Photos de %1</translation>
    </message>
</context>
"""


class HouseTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.write("models/gallery/gallery.h", TOP + "#pragma once\n\n#include <QCoreApplication>\n")
        self.write("models/gallery/gallery.cpp", TOP + '#include "models/gallery/gallery.h"\n\n#include "models/base/id.h"\n')
        self.write("ui/shell/frame.cpp", TOP + '#include "ui/widgets/chip.h"\n\n#include <QWidget>\n')

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assert_kept(self, rule):
        self.assertEqual(rule.check(self.root), [])

    def assert_breach(self, rule, *parts):
        breaches = rule.check(self.root)
        self.assertEqual(len(breaches), 1, breaches)
        for part in parts:
            self.assertIn(part, breaches[0])


class Includes(HouseTest):
    def including(self, name, header):
        self.write(name, TOP + f"#include {header}\n")

    def test_a_clean_project_passes(self):
        self.assert_kept(includes)

    def test_pages_never_include_sync(self):
        self.including("ui/vehicle/page.cpp", '"sync/client/engine.h"')
        self.assert_breach(includes, "ui/vehicle/page.cpp", "sync/client/engine.h")

    def test_features_do_not_include_each_other(self):
        self.including("models/gallery/photos.cpp", '"models/vehicle/vehiclerepository.h"')
        self.assert_breach(includes, "models/vehicle/vehiclerepository.h")

    def test_value_headers_of_other_features_are_open(self):
        self.including("models/vehicle/rules.cpp", '"models/vin/vin.h"')
        self.assert_kept(includes)

    def test_base_stands_below_store(self):
        self.including("models/base/id.cpp", '"models/store/store.h"')
        self.assert_breach(includes, "models/store/store.h")

    def test_the_server_does_not_know_vehicles(self):
        self.including("sync/server/hub.cpp", '"models/vehicle/vehicle.h"')
        self.assert_breach(includes, "models/vehicle/vehicle.h")

    def test_the_server_does_not_know_the_outbox(self):
        self.including("sync/server/hub.cpp", '"models/outbox/journal.h"')
        self.assert_breach(includes, "models/outbox/journal.h")

    def test_the_client_does_not_know_vehicles(self):
        self.including("sync/client/engine.cpp", '"models/vehicle/vehicle.h"')
        self.assert_breach(includes, "models/vehicle/vehicle.h")

    def test_widgets_know_no_feature(self):
        self.including("ui/widgets/chip.cpp", '"models/vehicle/vehicle.h"')
        self.assert_breach(includes, "ui/widgets/chip.cpp")

    def test_the_shell_knows_no_feature(self):
        self.including("ui/shell/frame.cpp", '"ui/vehicle/page.h"')
        self.assert_breach(includes, "ui/vehicle/page.h")

    def test_nothing_includes_app(self):
        self.including("ui/vehicle/page.cpp", '"app/workstation/window.h"')
        self.assert_breach(includes, "app/workstation/window.h")

    def test_models_know_no_widgets(self):
        self.including("models/gallery/gallery.cpp", "<QLabel>")
        self.assert_breach(includes, "QLabel")

    def test_a_new_room_needs_its_arrows(self):
        self.including("sync/elsewhere/thing.cpp", '"models/base/id.h"')
        self.assert_breach(includes, "sync/elsewhere/thing.cpp")


class Licences(HouseTest):
    def test_a_clean_project_passes(self):
        self.assert_kept(licences)

    def test_a_source_without_licence_is_found(self):
        self.write("ui/shell/rail.cpp", "// SPDX-FileCopyrightText: 2026 The Forecourt authors\n" + "int rail();\n" * 20)
        self.assert_breach(licences, "ui/shell/rail.cpp", "SPDX-License-Identifier")


class Guards(HouseTest):
    REQUEST = TOP + "#include <QNetworkReply>\n\nvoid ask(QNetworkReply* reply)\n{\n    %s\n}\n"

    def test_a_guarded_request_passes(self):
        self.write("sync/client/request.cpp", self.REQUEST % "new CertificateGuard(reply, {});")
        self.assert_kept(guards)

    def test_a_request_without_guard_is_found(self):
        self.write("sync/client/request.cpp", self.REQUEST % "reply->abort();")
        self.assert_breach(guards, "sync/client/request.cpp", "CertificateGuard")


class Words(HouseTest):
    def test_a_clean_project_passes(self):
        self.assert_kept(words)

    def finding(self, name, line, what):
        self.write(name, TOP + line + "\n")
        self.assert_breach(words, name, what)

    def test_paths_of_a_machine_are_found(self):
        self.finding("packaging/notes.md", "see /ho" "me/aicha/forecourt", "path")

    def test_unfinished_work_is_found(self):
        self.finding("ui/shell/rail.cpp", "// TO" "DO: paint", "unfinished")

    def test_connects_by_string_are_found(self):
        self.finding("ui/shell/rail.cpp", "connect(a, SIG" "NAL(b()), c, d);", "string")

    def test_sleeps_in_tests_are_found(self):
        self.finding("tests/ui/tst_rail.cpp", "QTest::qSl" "eep(5);", "sleeps")

    def test_tests_that_cannot_fail_are_found(self):
        self.finding("tests/ui/tst_rail.cpp", "QVERIFY(tr" "ue);", "cannot fail")

    def test_text_without_translation_is_found(self):
        self.finding("ui/shell/rail.cpp", 'label->setText(u"Sold"_s);', "not translated")

    def test_signs_need_no_translation(self):
        self.write("ui/shell/rail.cpp", TOP + 'label->setText(u"⌘ K"_s);\nbox->setText(tr("Sold"));\n')
        self.assert_kept(words)


class FileNames(HouseTest):
    def test_a_clean_project_passes(self):
        self.assert_kept(filenames)

    def test_capital_letters_are_found(self):
        self.write("ui/shell/TopBar.cpp", TOP)
        self.assert_breach(filenames, "TopBar.cpp")

    def test_a_header_that_may_be_read_twice_is_found(self):
        self.write("ui/shell/topbar.h", TOP)
        self.assert_breach(filenames, "pragma once")

    def test_two_migrations_with_one_number_are_found(self):
        self.write("models/store/schema/0001_a.sql", "")
        self.write("models/store/schema/0001_b.sql", "")
        self.assert_breach(filenames, "one number")


@unittest.skipUnless(shutil.which("clang-format-14"), "clang-format-14 is not installed")
class Layout(HouseTest):
    def setUp(self):
        super().setUp()
        shutil.copy(PROJECT / ".clang-format", self.root)

    def test_a_clean_project_passes(self):
        self.assert_kept(layout)

    def test_another_layout_is_found(self):
        self.write("ui/shell/rail.cpp", TOP + "int  rail( ) ;\n")
        self.assert_breach(layout, "ui/shell/rail.cpp")


class Translations(HouseTest):
    def setUp(self):
        super().setUp()
        self.write("packaging/translations.sh", "")
        shutil.copy(PROJECT / "packaging/translations.sh", self.root / "packaging/translations.sh")
        for folder in ("models", "sync", "ui/widgets", "ui/vehicle", "ui/activity", "ui/gallery", "app/workstation",
                       "app/imageworker", "app/videoworker", "app/server", "app/ctl"):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        self.source('return QCoreApplication::translate("Gallery", "Photos of %1");')
        self.french(KEPT)

    def source(self, line):
        self.write("models/gallery/gallery.cpp", TOP + f"QString title() {{\n    {line}\n}}\n")

    def french(self, contexts):
        self.write("translations/models_fr.ts", CATALOGUE.format(language="fr", contexts=contexts))

    def test_a_clean_project_passes(self):
        self.assert_kept(translations)

    def test_a_new_text_without_french_is_found(self):
        self.source('return QCoreApplication::translate("Gallery", "Pictures of %1");')
        self.assert_breach(translations, "models_fr.ts", "Pictures of %1")

    def test_an_unfinished_translation_is_found(self):
        self.french(KEPT.replace("<translation>", '<translation type="unfinished">'))
        self.assert_breach(translations, "not translated")

    def test_an_empty_translation_is_found(self):
        self.french(KEPT.replace("Photos de %1", ""))
        self.assert_breach(translations, "not translated")

    def test_a_lost_place_is_found(self):
        self.french(KEPT.replace("Photos de %1", "Photos"))
        self.assert_breach(translations, "other places")

    def test_a_plural_needs_both_languages(self):
        self.source('return QCoreApplication::translate("Gallery", "%n photo(s)", nullptr, 3);')
        breaches = translations.check(self.root)
        self.assertEqual(len(breaches), 2, breaches)
        self.assertIn("models_en.ts", breaches[0])
        self.assertIn("models_fr.ts", breaches[1])


if __name__ == "__main__":
    unittest.main()
