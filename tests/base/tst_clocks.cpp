// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/hlc.h"
#include "models/base/rowclock.h"

#include <QTest>

using namespace Forecourt;

class TestClocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stampsGrowEvenWhenTheClockStandsOrRunsBack()
    {
        HlcClock clock(7, {});
        const Hlc first = clock.next(1'000);
        const Hlc second = clock.next(1'000);
        const Hlc third = clock.next(400);
        QVERIFY(first < second);
        QVERIFY(second < third);
        QCOMPARE(third.msecs(), 1'000);
        QCOMPARE(third.device, 7u);
    }

    void aFullCounterRunsIntoTheNextMillisecond()
    {
        HlcClock clock(1, {(1'000ULL << 16) | 0xffff, 1});
        const Hlc next = clock.next(1'000);
        QCOMPARE(next.msecs(), 1'001);
        QCOMPARE(next.stamp & 0xffff, 0u);
    }

    void isLaterThanAnythingSeenCounterIncluded()
    {
        HlcClock clock(1, {});
        const Hlc remote{(5'000ULL << 16) | 9, 2};
        clock.see(remote);
        QVERIFY(clock.next(1'000) > remote);
    }

    void bytesSortLikeStamps()
    {
        const Hlc a{(1'000ULL << 16) | 1, 9};
        const Hlc b{(1'000ULL << 16) | 2, 1};
        const Hlc c{(1'000ULL << 16) | 2, 2};
        QVERIFY(a.toBytes() < b.toBytes());
        QVERIFY(b.toBytes() < c.toBytes());
        QCOMPARE(Hlc::fromBytes(c.toBytes()), c);
        QVERIFY(Hlc::fromBytes(QByteArray(11, 'x')).isNull());
    }

    void rowClockKeepsOnlyWhatDiffers()
    {
        const Hlc base{1'000, 1};
        const Hlc later{2'000, 1};
        RowClock clock(base);
        clock.set(3, later);
        QCOMPARE(clock.of(3), later);
        QCOMPARE(clock.of(4), base);
        QCOMPARE(clock.newest(), later);
        QCOMPARE(clock.pack().size(), 12 + 14);
        QCOMPARE(RowClock::unpack(clock.pack()), clock);
        clock.set(3, base);
        QCOMPARE(clock.pack().size(), 12);
    }

    void damagedRowClockIsNull()
    {
        QVERIFY(RowClock::unpack(QByteArray(5, 'x')).base().isNull());
        QVERIFY(RowClock::unpack(QByteArray(13, 'x')).base().isNull());
    }

    void enrolmentStampsOnlyWhatHadNoDevice()
    {
        RowClock clock(Hlc{1'000, 0});
        clock.set(2, Hlc{2'000, 5});
        clock.enrol(9);
        QCOMPARE(clock.base().device, 9u);
        QCOMPARE(clock.of(2).device, 5u);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
