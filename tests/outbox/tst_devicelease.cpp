// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/leaseguard.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;

namespace {

constexpr UtcMs Day = 86'400'000;

void contact(TestStore& store, qint64 length)
{
    const auto noted = store.store()
                           .write([now = store.clock.now(), length](Connection& connection) -> Expected<void> {
                               DeviceLease lease;
                               lease.contact(now, length);
                               return lease.save(connection);
                           })
                           .result();
    QVERIFY(noted);
}

/// What a window that opens now finds.
LeaseGuard::State opened(TestStore& store)
{
    LeaseGuard guard(store.store());
    if (!QTest::qWaitFor([&] { return guard.state() != LeaseGuard::State::Unknown; }, 30'000))
        qFatal("the lease was not read");
    // What it noted of the time is written by now, if it can be.
    std::ignore = store.store().write([](Connection&) -> Expected<void> { return {}; }).result();
    return guard.state();
}

}  // namespace

class DeviceLeaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoreWithoutServerIsNeverLocked()
    {
        TestStore store;
        store.clock.advance(4'000 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Open);
    }

    void aServerWithoutLimitLocksNothing()
    {
        TestStore store;
        contact(store, 14 * Day);
        contact(store, 0);
        store.clock.advance(4'000 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Open);
    }

    void endsAfterItsDays()
    {
        TestStore store;
        contact(store, 14 * Day);
        store.clock.advance(12 * Day - 1);
        QCOMPARE(opened(store), LeaseGuard::State::Open);
        store.clock.advance(1);
        QCOMPARE(opened(store), LeaseGuard::State::EndsSoon);
        store.clock.advance(2 * Day - 10'000);
        QCOMPARE(opened(store), LeaseGuard::State::EndsSoon);
        store.clock.advance(10'000);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
    }

    void aClockSetBackAMonthUnlocksNothing()
    {
        TestStore store;
        contact(store, 14 * Day);
        store.clock.advance(14 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
        store.clock.advance(-30 * Day);
        store.reopen();
        QCOMPARE(opened(store), LeaseGuard::State::Over);
    }

    void aClockSetBackBringsNoDays()
    {
        TestStore store;
        contact(store, 14 * Day);
        store.clock.advance(13 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::EndsSoon);
        store.clock.advance(-30 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::EndsSoon);
        // Whoever set it back by a month has it again at the thirteenth day when it comes there.
        store.clock.advance(31 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
    }

    void aStoreThatCannotBeWrittenKeepsNobodyOut()
    {
        TestStore store;
        contact(store, 14 * Day);
        QVERIFY(store.store()
                    .write([](Connection& connection) {
                        return connection.script(QStringLiteral("PRAGMA query_only = 1"));
                    })
                    .result());
        QCOMPARE(opened(store), LeaseGuard::State::Open);
        store.clock.advance(14 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
    }

    void timePassesWhileTheProgramRuns()
    {
        DeviceLease lease;
        lease.contact(100 * Day, 14 * Day);
        lease.see(70 * Day, 13 * Day);
        QVERIFY(!lease.isOver());
        QVERIFY(lease.endsSoon());
        lease.see(70 * Day, Day);
        QVERIFY(lease.isOver());
    }

    void theNextContactUnlocks()
    {
        TestStore store;
        contact(store, 14 * Day);
        store.clock.advance(20 * Day);
        LeaseGuard guard(store.store());
        QTRY_VERIFY_WITH_TIMEOUT(guard.isOver(), 30'000);
        const QSignalSpy changed(&guard, &LeaseGuard::changed);
        contact(store, 14 * Day);
        QTRY_COMPARE_WITH_TIMEOUT(guard.state(), LeaseGuard::State::Open, 30'000);
        QCOMPARE(changed.count(), 1);
    }

    void aContactHealsAClockThatWasAhead()
    {
        TestStore store;
        contact(store, 14 * Day);
        store.clock.advance(3'650 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
        store.clock.advance(-3'649 * Day);
        contact(store, 14 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Open);
        store.clock.advance(14 * Day);
        QCOMPARE(opened(store), LeaseGuard::State::Over);
    }
};

QTEST_GUILESS_MAIN(DeviceLeaseTest)
#include "tst_devicelease.moc"
