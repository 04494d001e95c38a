// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/passwordrules.h"

#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestPasswordRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takes_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("ten letters, no digit") << u"marbleknot"_s;
        QTest::newRow("several words") << u"correct horse battery staple"_s;
        QTest::newRow("a common word beside another") << u"lane-yellow"_s;
        QTest::newRow("a common word within more") << u"password 8372919283"_s;
        QTest::newRow("one's name within more") << u"awa likes small red bicycles"_s;
        QTest::newRow("the program within more") << u"forecourt needs a longer hose"_s;
        QTest::newRow("a short run") << u"abc-tomate-123"_s;
        QTest::newRow("another alphabet") << u"зелёныйчайник"_s;
        QTest::newRow("ten emoji") << u"🚗🌵🎈🍉🦊🔑🧦🪁🥁🌙"_s;
        QTest::newRow("only spaces and signs between") << u"  ° vélo § lune °  "_s;
        QTest::newRow("the longest") << u"kilo velo "_s.repeated(25) + u"lampen"_s;
    }

    void takes()
    {
        QFETCH(const QString, password);
        const auto flaw = flawOfPassword(password, u"awa"_s, u"Awa N’Diaye"_s);
        QCOMPARE(flaw ? QString(PasswordWords::code(*flaw)) : QString(), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QString& password, const QString& code) {
            QTest::newRow(name) << password << code;
        };
        row("empty", {}, u"password_short"_s);
        row("nine", u"marblekno"_s, u"password_short"_s);
        row("nine emoji, which are eighteen units", u"🚗🌵🎈🍉🦊🔑🧦🪁🥁"_s, u"password_short"_s);
        // Typed as letter and accent, each of them: nine characters to a person.
        row("nine that are eighteen before they are composed",
            u"e\u0301u\u0308a\u0300i\u0302o\u0308e\u0300a\u0302u\u0300i\u0308"_s, u"password_short"_s);
        row("too long", u"kilo velo "_s.repeated(25) + u"lampens"_s, u"password_long"_s);
        row("common", u"qazwsxedcrfv"_s.left(9) + u"1"_s, u"password_common"_s);
        row("common with a year", u"Sunshine2026"_s, u"password_common"_s);
        row("common with digits for letters", u"P@$$w0rd!!"_s, u"password_common"_s);
        row("common, twice", u"Chocolat chocolat"_s, u"password_common"_s);
        row("common in French", u"motdepasse1"_s, u"password_common"_s);
        row("common behind digits", u"2026-football"_s, u"password_common"_s);
        row("login", u"aicha.sow99"_s, u"password_name"_s);
        row("login, repeated", u"AichaAicha!"_s, u"password_name"_s);
        row("display name", u"ndiaye-2026"_s, u"password_name"_s);
        row("display name without accents", u"TheophileB"_s, u"password_name"_s);
        row("program", u"Forecourt-1"_s, u"password_name"_s);
        row("program in disguise", u"F0rec0urt99"_s, u"password_name"_s);
        row("one letter", u"xxxxxxxxxxxx"_s, u"password_pattern"_s);
        row("counting", u"4567890123"_s, u"password_pattern"_s);
        row("alphabet backwards", u"zyxwvutsrqp"_s, u"password_pattern"_s);
        row("keyboard rows", u"poiuytmlkjh"_s, u"password_pattern"_s);
        row("runs side by side", u"1112223334445"_s, u"password_pattern"_s);
        row("a piece, again and again", u"xk7xk7xk7xk7"_s, u"password_pattern"_s);
    }

    void refuses()
    {
        QFETCH(const QString, password);
        QFETCH(const QString, code);
        const auto flaw = flawOfPassword(password, u"aicha.sow"_s, u"Aïcha N’Diaye Théophile"_s);
        QCOMPARE(flaw ? QString(PasswordWords::code(*flaw)) : QString(), code);
    }

    void everyFlawHasItsCodeAndItsWords()
    {
        QStringList reasons;
        for (const PasswordFlaw flaw : {PasswordFlaw::TooShort, PasswordFlaw::TooLong, PasswordFlaw::HasName,
                                        PasswordFlaw::Common, PasswordFlaw::Pattern, PasswordFlaw::Same}) {
            QCOMPARE(PasswordWords::fromCode(QString(PasswordWords::code(flaw))), std::optional(flaw));
            reasons.append(PasswordWords::reason(flaw));
        }
        QCOMPARE(reasons.removeDuplicates(), 0);
        QCOMPARE(PasswordWords::fromCode(u"not_found"_s), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestPasswordRules)

#include "tst_passwordrules.moc"
