// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/id.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

class TestIds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areVersionSevenOfTheStandardVariant()
    {
        const QByteArray bytes = Uuid::create().toBytes();
        QCOMPARE(bytes.size(), 16);
        QCOMPARE(quint8(bytes[6]) >> 4, 7);
        QCOMPARE(quint8(bytes[8]) >> 6, 2);
    }

    void carryTheTimeTheyWereMade()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const QByteArray bytes = Uuid::create().toBytes();
        qint64 msecs = 0;
        for (int i = 0; i < 6; ++i)
            msecs = msecs << 8 | quint8(bytes[i]);
        QVERIFY(msecs >= before);
        // The counter may run ahead of the clock by a few milliseconds, never by seconds.
        QVERIFY(msecs < before + 5'000);
    }

    void growStrictlyWithinAProcess()
    {
        Uuid last;
        QSet<Uuid> seen;
        for (int i = 0; i < 20'000; ++i) {
            const Uuid id = Uuid::create();
            QVERIFY(last < id);
            seen.insert(id);
            last = id;
        }
        QCOMPARE(seen.size(), 20'000);
    }

    void readTheirTextForm()
    {
        const Uuid id = Uuid::create();
        QCOMPARE(id.toString().size(), 36);
        QCOMPARE(Uuid::fromString(id.toString()).value_or(Uuid()), id);
        QCOMPARE(Uuid::fromString(id.toString().remove(u'-').toUpper()).value_or(Uuid()), id);
        QCOMPARE(Uuid::fromBytes(id.toBytes()), id);
    }

    void refuseOtherText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("short") << u"0190"_s;
        QTest::newRow("not hex") << u"zz90f3c4-0000-7000-8000-000000000000"_s;
        QTest::newRow("long") << u"0190f3c4-0000-7000-8000-00000000000000"_s;
    }
    void refuseOtherText()
    {
        QFETCH(QString, text);
        QVERIFY(!Uuid::fromString(text));
    }

    void bytesOfAnotherLengthAreNull() { QVERIFY(Uuid::fromBytes(QByteArray(15, 'x')).isNull()); }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
