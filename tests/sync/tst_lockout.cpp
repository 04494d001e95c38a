// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/lockout.h"
#include "tests/sync/serverstores.h"

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerStore;

/// How long whoever guesses at a name has to wait.
class LockoutTest : public QObject {
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

    void aFewMistakesCostNothing()
    {
        for (int i = 1; i < Lockout::FreeTries; ++i)
            QCOMPARE(guess(u"awa"_s), 0);
        QCOMPARE(wait(u"awa"_s), 0);
    }

    void eachFurtherOneDoublesTheTime()
    {
        for (int i = 1; i < Lockout::FreeTries; ++i)
            guess(u"awa"_s);
        for (UtcMs expected = 1'000; expected < Lockout::LongestDelay; expected *= 2) {
            QCOMPARE(guess(u"awa"_s), expected);
            QCOMPARE(wait(u"awa"_s), expected);
            m_now += expected - 1;
            QCOMPARE(wait(u"awa"_s), 1);
            m_now += 1;
            QCOMPARE(wait(u"awa"_s), 0);
        }
        for (int i = 0; i < 80; ++i) {
            QCOMPARE(guess(u"awa"_s), Lockout::LongestDelay);
            m_now += Lockout::LongestDelay;
        }
    }

    void concernsOneNameHoweverItIsWritten()
    {
        lock(u"Awa"_s);
        QVERIFY(wait(u"AWA"_s) > 0);
        QCOMPARE(wait(u"theo"_s), 0);
    }

    void aRightPasswordEndsIt()
    {
        lock(u"awa"_s);
        m_now += Lockout::LongestDelay;
        QVERIFY(m_storage->begin());
        QVERIFY(Lockout(*m_storage, m_now).succeeded(u"awa"_s));
        QVERIFY(m_storage->commit());
        QCOMPARE(guess(u"awa"_s), 0);
    }

    void lastsOverARestartAndForOtherServers()
    {
        lock(u"awa"_s);
        const std::unique_ptr<ServerStorage> other = m_store->open();
        QVERIFY(*Lockout(*other, m_now).waitFor(u"awa"_s) > 0);
    }

    void isForgottenAfterADay()
    {
        lock(u"awa"_s);
        m_now += Lockout::Memory + 1;
        QCOMPARE(guess(u"awa"_s), 0);
    }

    void aClockThatWasSetBackKeepsNobodyOutForLonger()
    {
        lock(u"awa"_s);
        m_now -= 400LL * 24 * 3600 * 1000;
        QVERIFY(wait(u"awa"_s) <= Lockout::LongestDelay);
    }

private:
    UtcMs wait(const QString& login) { return Lockout(*m_storage, m_now).waitFor(login).value_or(-1); }
    UtcMs guess(const QString& login)
    {
        if (!m_storage->begin())
            return -1;
        const UtcMs delay = Lockout(*m_storage, m_now).failed(login).value_or(-1);
        return m_storage->commit() ? delay : -1;
    }
    void lock(const QString& login)
    {
        for (int i = 0; i < Lockout::FreeTries; ++i)
            guess(login);
    }

    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<ServerStorage> m_storage;
    UtcMs m_now = 0;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::LockoutTest)

#include "tst_lockout.moc"
