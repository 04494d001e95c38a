// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cuttingproxy.h"
#include "tests/support/workstation.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// A workstation of one dealership meets the server of another, where somebody has the same name and password. The
/// address that the workstation knows is that of a proxy, behind which either server may be: so it is when an address
/// or a name is given to another computer.
class TestOtherDealership : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        for (auto* server : {&m_own, &m_other}) {
            server->emplace(storeUnderTest());
            (*server)->addUser(u"awa"_s);
            (*server)->start();
        }
        m_address.emplace(1);
        goTo(*m_own);
        m_workstation = std::make_unique<Workstation>();
        QVERIFY(m_workstation->sync().signIn(m_address->url(), u"awa"_s, ServerProcess::Password).isValid());
        QTRY_COMPARE(link(), SyncStatus::Link::Online);
        QVERIFY(addCar());
        QTRY_COMPARE(m_workstation->journal().counts().result()->waiting, 0);
    }
    void cleanup()
    {
        m_workstation.reset();
        m_address.reset();
        m_own.reset();
        m_other.reset();
    }

    void signingInThereChangesNothing()
    {
        const QStringList before = m_workstation->content(Table::Vehicles);
        QCOMPARE(signInError(m_other->url()), ErrorCode::OtherDealership);
        QCOMPARE(m_workstation->content(Table::Vehicles), before);
        // It goes on with its own, as if nothing had been.
        QVERIFY(addCar());
        QTRY_COMPARE(m_workstation->journal().counts().result()->waiting, 0);
        QTRY_COMPARE(link(), SyncStatus::Link::Online);
        expectCars(*m_own, 2);
        expectCars(*m_other, 0);
    }

    void aRefusedSignInDoesNotBeginTheRowsAnew()
    {
        // A store of before there were views asks for everything again when it gets another person.
        QVERIFY(m_workstation->edit([](EditTransaction& edit) -> Expected<void> {
            auto gone = edit.connection().run(u"DELETE FROM sync_state WHERE k = 'view'"_s);
            return gone ? Expected<void>() : fail(gone.error());
        }));
        m_workstation->restart(true);
        const auto cursor = [this] {
            return m_workstation->scalar(u"SELECT v FROM sync_state WHERE k = 'cursor'"_s).toLongLong();
        };
        const qint64 before = cursor();
        QVERIFY(before > 0);
        QCOMPARE(signInError(m_other->url()), ErrorCode::OtherDealership);
        // Whatever the sign-in asked of the store is done by now.
        QVERIFY(addCar());
        QCOMPARE(cursor(), before);
    }

    void anAddressThatWasGivenToThemGetsNothing()
    {
        m_workstation->sync().setWorkOffline(true);
        QTRY_COMPARE(link(), SyncStatus::Link::WorkOffline);
        QVERIFY(addCar());
        goTo(*m_other);
        m_workstation->sync().setWorkOffline(false);
        // The sign-in means nothing there, and another one is for another dealership.
        QTRY_VERIFY(link() == SyncStatus::Link::SignedOut || link() == SyncStatus::Link::Refused);
        QCOMPARE(signInError(m_address->url()), ErrorCode::OtherDealership);
        QCOMPARE(m_workstation->journal().counts().result()->waiting, 1);
        expectCars(*m_other, 0);

        goTo(*m_own);
        QCOMPARE(signInError(m_address->url()), std::nullopt);
        QTRY_COMPARE(m_workstation->journal().counts().result()->waiting, 0);
        expectCars(*m_own, 2);
    }

private:
    SyncStatus::Link link() { return m_workstation->sync().status().link; }
    void goTo(const ServerProcess& server)
    {
        m_address->setServers({server.url()});
        m_address->cutAll();
    }
    Expected<EditOutcome> addCar()
    {
        return m_workstation->edit(
            [](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); });
    }
    std::optional<ErrorCode> signInError(const QUrl& url)
    {
        const auto signedIn = m_workstation->sync().signIn(url, u"awa"_s, ServerProcess::Password);
        // The proxy needs the event loop.
        if (!QTest::qWaitFor([&signedIn] { return signedIn.isFinished(); }, 60'000))
            return ErrorCode::Cancelled;
        const Expected<void> done = signedIn.result();
        return done ? std::nullopt : std::optional(done.error().code);
    }
    /// As somebody there sees it.
    static void expectCars(const ServerProcess& server, int count)
    {
        Workstation there;
        QVERIFY(there.signIn(server, u"awa"_s) && there.settle());
        QCOMPARE(there.content(Table::Vehicles).size(), count);
    }

    std::optional<ServerProcess> m_own;
    std::optional<ServerProcess> m_other;
    std::optional<CuttingProxy> m_address;
    std::unique_ptr<Workstation> m_workstation;
};

QTEST_GUILESS_MAIN(TestOtherDealership)
#include "tst_otherdealership.moc"
