// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"

#include <QTest>
#include <QTranslator>

using namespace Forecourt;
using namespace Qt::StringLiterals;

/// The catalogues that programs embed.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frenchIsEmbeddedAndSpeaks()
    {
        const Error error{ErrorCode::StockNumberDuplicate, u"B26-1187"_s, {}};
        QCOMPARE(ErrorText::summary(error), u"Stock number B26-1187 is taken."_s);

        QTranslator french;
        QVERIFY(french.load(u":/translations/forecourt_fr.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        QCOMPARE(ErrorText::summary(error), u"Le numéro de stock B26-1187 est déjà pris."_s);
    }

    void englishPluralsAreEmbedded()
    {
        QTranslator english;
        QVERIFY(english.load(u":/translations/forecourt_en.qm"_s));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
