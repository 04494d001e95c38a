// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/originalsgate.h"

#include <QTest>

namespace Forecourt {

using Hold = OriginalsStatus::Hold;

class OriginalsGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMeteredConnectionHoldsThemByPolicy()
    {
        OriginalsGate gate;
        QCOMPARE(gate.status(0).hold, Hold::None);
        QVERIFY(!gate.status(0).metered.has_value());
        gate.setMetered(true);
        QCOMPARE(gate.status(0).hold, Hold::Metered);
        gate.setPolicy(OriginalsPolicy::Always);
        QCOMPARE(gate.status(0).hold, Hold::None);
        gate.setPolicy(OriginalsPolicy::OnRequest);
        QCOMPARE(gate.status(0).hold, Hold::OnRequest);
        gate.setMetered(false);
        QCOMPARE(gate.status(0).hold, Hold::OnRequest);
        gate.setPolicy(OriginalsPolicy::Unmetered);
        QCOMPARE(gate.status(0).hold, Hold::None);
    }

    void aSlowConnectionHoldsThemForAWhile()
    {
        OriginalsGate gate;
        const qint64 slow = OriginalsGate::SlowBelow * OriginalsGate::SlowFor / 1000 - 1;
        gate.setBusy(true, 1000);
        gate.moved(slow, 1000 + OriginalsGate::SlowFor - 1);
        QCOMPARE(gate.status(1000 + OriginalsGate::SlowFor - 1).hold, Hold::None);
        const qint64 since = 1000 + OriginalsGate::SlowFor;
        gate.moved(0, since);
        QCOMPARE(gate.status(since).hold, Hold::Slow);
        QCOMPARE(gate.status(since + OriginalsGate::WaitFor - 1).hold, Hold::Slow);
        QCOMPARE(gate.status(since + OriginalsGate::WaitFor).hold, Hold::None);
        // Anything else that goes fast shows that the connection is well again.
        gate.moved(slow + 1, since + OriginalsGate::SlowFor);
        QCOMPARE(gate.status(since + OriginalsGate::SlowFor).hold, Hold::None);
    }

    void aBreakIsNotSlow()
    {
        OriginalsGate gate;
        gate.setBusy(true, 0);
        gate.moved(1, 10);
        gate.setBusy(false, 20);
        gate.setBusy(true, OriginalsGate::SlowFor);
        gate.moved(1, OriginalsGate::SlowFor + 10);
        QCOMPARE(gate.status(OriginalsGate::SlowFor + 10).hold, Hold::None);
    }

    void whoSaysNowMeansThoseThatWait()
    {
        OriginalsGate gate;
        gate.setPolicy(OriginalsPolicy::OnRequest);
        gate.sendNow();
        QCOMPARE(gate.status(0).hold, Hold::None);
        gate.setMetered(true);
        QCOMPARE(gate.status(0).hold, Hold::None);
        gate.allSent();
        QCOMPARE(gate.status(0).hold, Hold::OnRequest);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::OriginalsGateTest)
#include "tst_originalsgate.moc"
