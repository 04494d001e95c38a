// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/format.h"

#include <QDateTime>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

const QLocale English(QLocale::English, QLocale::Canada);
const QLocale French(QLocale::French, QLocale::Canada);

}  // namespace

class TestWidgetsFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesMoney_data()
    {
        QTest::addColumn<Money>("money");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("mixedEnglish");
        QTest::addColumn<QString>("mixedFrench");
        QTest::newRow("dollars") << Money{2'495'000, Currency::CAD} << u"$24,950"_s << u"24\u202F950\u00A0$"_s
                                 << u"CAD\u00A024,950"_s << u"24\u202F950\u00A0CAD"_s;
        QTest::newRow("cents") << Money{2'495'005, Currency::CAD} << u"$24,950.05"_s << u"24\u202F950,05\u00A0$"_s
                               << u"CAD\u00A024,950.05"_s << u"24\u202F950,05\u00A0CAD"_s;
        QTest::newRow("negative") << Money{-120'050, Currency::CAD} << u"\u2212$1,200.50"_s
                                  << u"\u22121\u202F200,50\u00A0$"_s << u"CAD\u00A0\u22121,200.50"_s
                                  << u"\u22121\u202F200,50\u00A0CAD"_s;
        QTest::newRow("nothing") << Money{0, Currency::CAD} << u"$0"_s << u"0\u00A0$"_s << u"CAD\u00A00"_s
                                 << u"0\u00A0CAD"_s;
        QTest::newRow("francs") << Money{12'334'000, Currency::XOF} << u"F\u00A0CFA\u00A012,334,000"_s
                                << u"12\u202F334\u202F000\u00A0F\u00A0CFA"_s << u"F\u00A0CFA\u00A012,334,000"_s
                                << u"12\u202F334\u202F000\u00A0F\u00A0CFA"_s;
        QTest::newRow("us dollars") << Money{99'900, Currency::USD} << u"US$999"_s << u"999\u00A0$\u00A0US"_s
                                    << u"USD\u00A0999"_s << u"999\u00A0USD"_s;
        QTest::newRow("euros") << Money{100'000'000, Currency::EUR} << u"€1,000,000"_s
                               << u"1\u202F000\u202F000\u00A0€"_s << u"EUR\u00A01,000,000"_s
                               << u"1\u202F000\u202F000\u00A0EUR"_s;
        QTest::newRow("smallest") << Money{std::numeric_limits<std::int64_t>::min(), Currency::XOF}
                                  << u"\u2212F\u00A0CFA\u00A09,223,372,036,854,775,808"_s
                                  << u"\u22129\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808\u00A0F\u00A0CFA"_s
                                  << u"F\u00A0CFA\u00A0\u22129,223,372,036,854,775,808"_s
                                  << u"\u22129\u202F223\u202F372\u202F036\u202F854\u202F775\u202F808\u00A0F\u00A0CFA"_s;
    }

    void writesMoney()
    {
        QFETCH(Money, money);
        QTEST(formatMoney(money, English), "english");
        QTEST(formatMoney(money, French), "french");
        QTEST(formatMoneyMixed(money, English), "mixedEnglish");
        QTEST(formatMoneyMixed(money, French), "mixedFrench");
    }

    void writesMoneyThatCanBeReadBack()
    {
        for (const Money& money : {Money{2'495'005, Currency::CAD}, Money{-120'050, Currency::CAD},
                                   Money{12'334'000, Currency::XOF}, Money{100'000'000, Currency::EUR}}) {
            for (const QLocale& locale : {English, French}) {
                const auto read = Money::parse(formatMoneyMixed(money, locale), Currency::CAD);
                QVERIFY(read.has_value());
                QCOMPARE(*read, money);
            }
        }
    }

    void writesFigures()
    {
        QCOMPARE(formatCount(1248, English), u"1,248"_s);
        QCOMPARE(formatCount(1248, French), u"1\u202F248"_s);
        QCOMPARE(formatCount(-7, English), u"\u22127"_s);
        QCOMPARE(formatDistanceKm(84210, English), u"84,210\u00A0km"_s);
        QCOMPARE(formatDistanceKm(84210, French), u"84\u202F210\u00A0km"_s);
        QCOMPARE(formatPercent(15.1, 1, English), u"15.1%"_s);
        QCOMPARE(formatPercent(15.1, 1, French), u"15,1\u00A0%"_s);
        QCOMPARE(formatPercent(-0.04, 1, English), u"0.0%"_s);
        QCOMPARE(formatPercent(-4.25, 1, English), u"\u22124.3%"_s);
        QCOMPARE(formatPercent(12, 0, French), u"12\u00A0%"_s);
        QCOMPARE(formatMoneyFigure({2'495'000, Currency::CAD}, English), u"24,950"_s);
    }

    void writesSizes()
    {
        QCOMPARE(formatBytes(0, English), u"0\u00A0bytes"_s);
        QCOMPARE(formatBytes(812, English), u"812\u00A0bytes"_s);
        QCOMPARE(formatBytes(3'100'000, English), u"3.1\u00A0MB"_s);
        QCOMPARE(formatBytes(3'100'000, French), u"3,1\u00A0MB"_s);
        QCOMPARE(formatBytes(999'700, English), u"1.0\u00A0MB"_s);
        QCOMPARE(formatBytes(512'000, English), u"512\u00A0kB"_s);
        QCOMPARE(formatBytes(6'200'000'000, English), u"6.2\u00A0GB"_s);
    }

    void writesDatesAndTimes()
    {
        const QDate day(2026, 11, 20);
        QCOMPARE(formatDate(day, English), u"Fri\u00A020\u00A0Nov\u00A02026"_s);
        QCOMPARE(formatDate(day, French), u"ven.\u00A020\u00A0nov.\u00A02026"_s);
        QCOMPARE(formatDayMonth(day, English), u"20\u00A0Nov"_s);
        QCOMPARE(formatDayMonth(day, French), u"20\u00A0nov."_s);
        QCOMPARE(formatTime(QTime(14, 31), English), u"14:31"_s);
        QCOMPARE(formatTime(QTime(14, 31), French), u"14\u00A0h\u00A031"_s);
        QCOMPARE(formatTime(QTime(9, 5), English), u"09:05"_s);
        QCOMPARE(formatTime(QTime(9, 5), French), u"9\u00A0h\u00A005"_s);
        const UtcMs moment = QDateTime(day, QTime(14, 31)).toMSecsSinceEpoch();
        QCOMPARE(formatDateTime(moment, English), u"Fri\u00A020\u00A0Nov\u00A02026, 14:31"_s);
    }

    void speaksOfTimesUnderADayInWords()
    {
        const UtcMs now = QDateTime(QDate(2026, 11, 20), QTime(14, 31)).toMSecsSinceEpoch();
        constexpr qint64 minute = 60'000;
        QCOMPARE(formatRelative(now - 20'000, now, English), u"just now"_s);
        QCOMPARE(formatRelative(now - 5 * minute, now, English), u"5 min ago"_s);
        QCOMPARE(formatRelative(now - 3 * 60 * minute, now, English), u"3 h ago"_s);
        QCOMPARE(formatRelative(now + 90 * minute, now, English), u"in 1 h"_s);
        QCOMPARE(formatRelative(now - 24 * 60 * minute, now, English), u"Thu\u00A019\u00A0Nov\u00A02026"_s);
    }

    void writesLengthsOfTime()
    {
        QCOMPARE(formatDuration(-5, English), u"0\u00A0s"_s);
        QCOMPARE(formatDuration(45'000, English), u"45\u00A0s"_s);
        QCOMPARE(formatDuration(12 * 60'000, English), u"12\u00A0min"_s);
        QCOMPARE(formatDuration((3 * 60 + 5) * 60'000, English), u"3\u00A0h\u00A005"_s);
        QCOMPARE(formatDuration(52LL * 3'600'000, English), u"2\u00A0d\u00A04\u00A0h"_s);
    }
};

QTEST_GUILESS_MAIN(TestWidgetsFormat)
#include "tst_widgets_format.moc"
