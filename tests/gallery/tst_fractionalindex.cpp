// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/fractionalindex.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestFractionalIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhichKeysCanHaveNeighbours()
    {
        QVERIFY(FractionalIndex::isValid(u"V"));
        QVERIFY(FractionalIndex::isValid(u"0V"));
        QVERIFY(!FractionalIndex::isValid(u""));
        QVERIFY(!FractionalIndex::isValid(u"V0"));
        QVERIFY(!FractionalIndex::isValid(u"V-1"));
        QVERIFY(!FractionalIndex::isValid(u"é"));
    }

    void liesStrictlyBetween_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("an empty list") << QString() << QString();
        QTest::newRow("the end") << u"zzzz"_s << QString();
        QTest::newRow("far end") << u"zzzzzzzz"_s << QString();
        QTest::newRow("the start") << QString() << u"0001"_s;
        QTest::newRow("far start") << QString() << u"000000001"_s;
        QTest::newRow("neighbours") << u"V"_s << u"W"_s;
        QTest::newRow("a prefix") << u"V"_s << u"V01"_s;
        QTest::newRow("a deep prefix") << u"V"_s << u"V0001"_s;
        QTest::newRow("neighbours, longer below") << u"Vzzz"_s << u"W"_s;
        QTest::newRow("last digit") << u"Vz"_s << u"W01"_s;
    }

    void liesStrictlyBetween()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QString key = FractionalIndex::between(before, after);
        QVERIFY2(FractionalIndex::isValid(key), qPrintable(key));
        QVERIFY2(before < key, qPrintable(key));
        QVERIFY2(after.isEmpty() || key < after, qPrintable(key));
    }

    void addingAtTheEndsStaysShort()
    {
        QString first = FractionalIndex::between(QString(), QString());
        QString last = first;
        for (int i = 0; i < 10'000; ++i) {
            const QString next = FractionalIndex::between(last, QString());
            QVERIFY(last < next);
            last = next;
            const QString earlier = FractionalIndex::between(QString(), first);
            QVERIFY(earlier < first);
            first = earlier;
        }
        QCOMPARE_LE(last.size(), 4);
        QCOMPARE_LE(first.size(), 4);
    }

    void manyBetweenTwoAreAscendingAndShort()
    {
        const auto keys = FractionalIndex::between(u"V", u"W", 50);
        QCOMPARE(keys.size(), 50u);
        QString last = u"V"_s;
        for (const QString& key : keys) {
            QVERIFY(last < key);
            QCOMPARE_LE(key.size(), 3);
            last = key;
        }
        QVERIFY(last < u"W"_s);
    }

    void randomInsertionsKeepTheirOrder()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        std::vector<QString> keys;
        for (int i = 0; i < 3'000; ++i) {
            const size_t place = random.bounded(static_cast<quint32>(keys.size()) + 1);
            const int count = static_cast<int>(random.bounded(3u)) + 1;
            const QString before = place == 0 ? QString() : keys[place - 1];
            const QString after = place == keys.size() ? QString() : keys[place];
            const auto made = FractionalIndex::between(before, after, count);
            QCOMPARE(made.size(), static_cast<size_t>(count));
            keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(place), made.begin(), made.end());
        }
        qsizetype longest = 0;
        for (size_t i = 0; i < keys.size(); ++i) {
            QVERIFY(FractionalIndex::isValid(keys[i]));
            QVERIFY2(i == 0 || keys[i - 1] < keys[i], qPrintable(keys[i]));
            longest = std::max(longest, keys[i].size());
        }
        QCOMPARE_LE(longest, 16);
    }
};

QTEST_GUILESS_MAIN(TestFractionalIndex)
#include "tst_fractionalindex.moc"
