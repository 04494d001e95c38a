// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/transfermeter.h"

#include <QTest>

using namespace Forecourt;

/// How fast files travel, measured with a clock in the test's hand.
class TestTransferMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheAverageOfTheLastSeconds()
    {
        TransferMeter meter;
        for (qint64 at = 1'000; at <= 3'000; at += 100)
            meter.moved(10'000, at);
        QCOMPARE(meter.bytesPerSecond(3'000), 105'000);
        QCOMPARE(meter.bytes(), 210'000);
        QCOMPARE(meter.bytesPerSecond(60'000), 0);
    }

    void aFirstPieceIsNoEndlessSpeed()
    {
        TransferMeter meter;
        meter.moved(100'000, 5'000);
        QCOMPARE(meter.bytesPerSecond(5'000), 200'000);
    }

    void beginsAnewWhenNothingIsLeft()
    {
        TransferMeter meter;
        meter.moved(100'000, 5'000);
        meter.fileDone();
        QCOMPARE(meter.files(), 1);
        meter.finish();
        QCOMPARE(meter.files(), 0);
        QCOMPARE(meter.bytes(), 0);
        QCOMPARE(meter.bytesPerSecond(5'000), 0);
    }
};

QTEST_GUILESS_MAIN(TestTransferMeter)
#include "tst_transfermeter.moc"
