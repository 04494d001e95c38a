// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/money.h"

#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::newRow("plain") << u"24950"_s << qint64(2'495'000) << u"CAD"_s;
        QTest::newRow("cents") << u"24950.50"_s << qint64(2'495'050) << u"CAD"_s;
        QTest::newRow("one digit") << u"24950.5"_s << qint64(2'495'050) << u"CAD"_s;
        QTest::newRow("english groups") << u"24,950.00"_s << qint64(2'495'000) << u"CAD"_s;
        QTest::newRow("english group only") << u"24,950"_s << qint64(2'495'000) << u"CAD"_s;
        QTest::newRow("french") << u"24\u202f950,00\u00a0$"_s << qint64(2'495'000) << u"CAD"_s;
        QTest::newRow("millions") << u"1,234,567"_s << qint64(123'456'700) << u"CAD"_s;
        QTest::newRow("code after") << u"24950.00 USD"_s << qint64(2'495'000) << u"USD"_s;
        QTest::newRow("code before") << u"eur 10"_s << qint64(1'000) << u"EUR"_s;
        QTest::newRow("euro sign") << u"10,50 €"_s << qint64(1'050) << u"EUR"_s;
        QTest::newRow("francs") << u"12 334 000 XOF"_s << qint64(12'334'000) << u"XOF"_s;
        QTest::newRow("f cfa") << u"F CFA 12,334,000"_s << qint64(12'334'000) << u"XOF"_s;
        QTest::newRow("negative") << u"\u2212500 $"_s << qint64(-50'000) << u"CAD"_s;
        QTest::newRow("cents alone") << u".50"_s << qint64(50) << u"CAD"_s;
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        const auto money = Money::parse(text, Currency::CAD);
        QVERIFY(money);
        QCOMPARE(qint64(money->minor), minor);
        QTEST(currencyCode(money->currency), "currency");
    }

    void refusesWhatIsNoAmount_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << u""_s << int(ErrorCode::PriceUnreadable);
        QTest::newRow("letters") << u"cheap"_s << int(ErrorCode::CurrencyUnknown);
        QTest::newRow("too many decimals") << u"10.1234"_s << int(ErrorCode::PriceUnreadable);
        QTest::newRow("cents of a franc") << u"10,50 XOF"_s << int(ErrorCode::PriceUnreadable);
        QTest::newRow("unknown currency") << u"10 GBP"_s << int(ErrorCode::CurrencyUnknown);
        QTest::newRow("beyond 64 bits") << u"99999999999999999999"_s << int(ErrorCode::PriceUnreadable);
        QTest::newRow("formula") << u"=10+2"_s << int(ErrorCode::PriceUnreadable);
    }
    void refusesWhatIsNoAmount()
    {
        QFETCH(QString, text);
        const auto money = Money::parse(text, Currency::CAD);
        QVERIFY(!money);
        QTEST(int(money.error().code), "code");
    }

    void printsForScripts()
    {
        QCOMPARE((Money{2'495'000, Currency::CAD}).toString(), u"24950.00 CAD"_s);
        QCOMPARE((Money{-5, Currency::USD}).toString(), u"-0.05 USD"_s);
        QCOMPARE((Money{12'334'000, Currency::XOF}).toString(), u"12334000 XOF"_s);
    }

    void whatItPrintsItReads()
    {
        for (const Currency currency : AllCurrencies) {
            for (const qint64 minor : {0LL, 1LL, 99LL, 100LL, 123'456'789LL, -250LL}) {
                const Money money{minor, currency};
                QCOMPARE(Money::parse(money.toString(), Currency::EUR).value_or(Money{}), money);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
