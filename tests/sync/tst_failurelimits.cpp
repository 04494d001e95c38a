// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/failurelimits.h"
#include "sync/server/peernetwork.h"
#include "sync/server/turnedaway.h"
#include "tests/sync/serverstores.h"

#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerStore;

/// How long an address or a device has to wait that fails again and again.
class FailureLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }
    void init()
    {
        m_store = std::make_unique<ServerStore>();
        m_storage = m_store->open();
        m_now = 1'700'000'000'000;
    }
    void cleanup()
    {
        m_storage.reset();
        m_store.reset();
    }

    void soManyFailuresAndThenAWaitUntilTheMinuteIsOver()
    {
        for (int i = 0; i < Limit.most; ++i) {
            QCOMPARE(wait("192.0.2.1"), 0);
            fail("192.0.2.1");
            m_now += 1'000;
        }
        const UtcMs left = FailureLimits::Window - 1'000LL * Limit.most;
        QCOMPARE(wait("192.0.2.1"), left);
        m_now += left - 1;
        QCOMPARE(wait("192.0.2.1"), 1);
        m_now += 1;
        QCOMPARE(wait("192.0.2.1"), 0);
        fail("192.0.2.1");
        QCOMPARE(wait("192.0.2.1"), 0);
    }

    void othersAreCountedApart()
    {
        exhaust("192.0.2.1");
        QCOMPARE(wait("192.0.2.2"), 0);
        QCOMPARE(FailureLimits(*m_storage, m_now).waitFor(FailureLimit::SignInsOfDevice, "192.0.2.1").value_or(-1), 0);
    }

    void lastsOverARestartAndCountsWhatOtherServersSee()
    {
        std::unique_ptr<ServerStorage> other = m_store->open();
        for (int i = 0; i < Limit.most; ++i)
            fail("192.0.2.1", i % 2 == 0 ? *m_storage : *other);
        QCOMPARE(wait("192.0.2.1"), FailureLimits::Window);
        QCOMPARE(FailureLimits(*other, m_now).waitFor(Limit, "192.0.2.1").value_or(-1), FailureLimits::Window);
        other.reset();
        m_storage.reset();
        m_storage = m_store->open();
        QCOMPARE(wait("192.0.2.1"), FailureLimits::Window);
    }

    void aClockThatWasSetBackKeepsNobodyOut()
    {
        exhaust("192.0.2.1");
        m_now -= 3'600'000;
        QCOMPARE(wait("192.0.2.1"), 0);
        exhaust("192.0.2.1");
        QCOMPARE(wait("192.0.2.1"), FailureLimits::Window);
    }

    void whatIsOverIsForgotten()
    {
        exhaust("192.0.2.1");
        m_now += FailureLimits::Window + 1;
        fail("192.0.2.2");
        // As if it were one that is kept: a clock that goes back to then would find it.
        m_now -= FailureLimits::Window + 1;
        QCOMPARE(wait("192.0.2.1"), 0);
    }

    void aFloodOfOneAddressIsKnownWithoutTheStore()
    {
        TurnedAway known;
        QCOMPARE(known.waitFor("192.0.2.1", m_now), 0);
        known.note("192.0.2.1", m_now, 5'000);
        QCOMPARE(known.waitFor("192.0.2.1", m_now + 1'000), 4'000);
        QCOMPARE(known.waitFor("192.0.2.2", m_now), 0);
        QCOMPARE(known.waitFor("192.0.2.1", m_now + 5'000), 0);
        known.note("192.0.2.1", m_now, 5'000);
        QCOMPARE(known.waitFor("192.0.2.1", m_now - 3'600'000), 0);
    }

    void aNetworkOfIPv6IsOneAddress()
    {
        const auto of = [](const QString& address) { return peerNetwork(QHostAddress(address)); };
        QCOMPARE(of(u"2001:db8:1:2::1"_s), of(u"2001:db8:1:2:ffff::2"_s));
        QVERIFY(of(u"2001:db8:1:2::1"_s) != of(u"2001:db8:1:3::1"_s));
        QCOMPARE(of(u"::ffff:10.0.0.7"_s), of(u"10.0.0.7"_s));
    }

private:
    static inline const FailureLimit Limit{"tests"_L1, 4};

    UtcMs wait(const QByteArray& who) { return FailureLimits(*m_storage, m_now).waitFor(Limit, who).value_or(-1); }
    void fail(const QByteArray& who) { fail(who, *m_storage); }
    void fail(const QByteArray& who, ServerStorage& storage) const
    {
        if (!storage.begin() || !FailureLimits(storage, m_now).failed(Limit, who) || !storage.commit())
            qFatal("the store fails");
    }
    void exhaust(const QByteArray& who)
    {
        for (int i = 0; i < Limit.most; ++i)
            fail(who);
    }

    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<ServerStorage> m_storage;
    UtcMs m_now = 0;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::FailureLimitsTest)

#include "tst_failurelimits.moc"
