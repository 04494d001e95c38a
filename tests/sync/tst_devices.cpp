// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/devicelease.h"
#include "tests/sync/team.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Who is signed in where, and signing a computer out from afar: real servers, real workstations.
class TestDevices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        m_team.emplace(
            std::vector<Team::Person>{{u"mona"_s, u"manager"_s}, {u"awa"_s, u"sales"_s}, {u"otto"_s, u"owner"_s}});
        m_server = m_team->server();
        m_office = m_team->join(u"mona"_s);
        m_lot = m_team->join(u"awa"_s);
        QVERIFY(m_team->settle());
    }
    void cleanup() { m_team.reset(); }

    void aManagerSeesEverybodysAndOthersTheirOwn()
    {
        const QJsonArray all = devices(*m_office);
        QCOMPARE(all.size(), 2);
        const QJsonObject lot = deviceOf(*m_office, u"awa"_s);
        QCOMPARE(lot.value("connected"_L1), QJsonValue(true));
        QCOMPARE(lot.value("this"_L1), QJsonValue(false));
        QVERIFY(lot.value("app"_L1).toString().startsWith("forecourt "_L1));
        QCOMPARE(lot.value("address"_L1).toString(), u"127.0.0.1"_s);
        QVERIFY(lot.value("seen_at"_L1).toInteger() >= lot.value("signed_in_at"_L1).toInteger());
        QVERIFY(!lot.contains("signed_out_at"_L1));

        const QJsonArray own = devices(*m_lot);
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.first().toObject().value("this"_L1), QJsonValue(true));
    }

    void aComputerThatWasSignedOutKeepsWhatWaits()
    {
        const auto answer = m_office->sync().request(u"devices.revoke"_s, {number(*m_office, u"awa"_s)}).result();
        QVERIFY(answer);
        QTRY_COMPARE_WITH_TIMEOUT(m_lot->sync().status().link, SyncStatus::Link::SignedOut, 10'000);
        QTRY_VERIFY(m_lot->sync().status().error);
        QCOMPARE(m_lot->sync().status().error->code, ErrorCode::DeviceSignedOut);
        QCOMPARE(m_lot->sync().status().error->detail, u"mona"_s);
        QTRY_COMPARE(leaseOf(*m_lot).endedBy, u"mona"_s);
        QVERIFY2(leaseOf(*m_lot).isOver(), "whoever has the computer opens nothing any more");
        QVERIFY(m_lot->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"make"_s, u"Mazda"_s}});
        }));
        QCOMPARE(m_lot->settle().error().code, ErrorCode::DeviceSignedOut);
        QCOMPARE(m_lot->scalar(u"SELECT count(*) FROM sync_op"_s).toInt(), 1);

        const QJsonObject told = deviceOf(*m_office, u"awa"_s);
        QVERIFY(told.value("signed_out_at"_L1).toInteger() > 0);
        QCOMPARE(told.value("signed_out_by"_L1).toString(), u"mona"_s);
        QCOMPARE(told.value("connected"_L1), QJsonValue(false));

        // Signing in again sends it.
        QVERIFY(m_lot->signIn(*m_server, u"awa"_s));
        QVERIFY(m_lot->settle());
        QVERIFY(!leaseOf(*m_lot).isOver());
        QVERIFY(m_office->settle());
        QCOMPARE(m_office->scalar(u"SELECT count(*) FROM vehicles WHERE make = 'Mazda'"_s).toInt(), 1);
    }

    void aComputerThatWasAwayLearnsItWhenItComes()
    {
        m_lot->sync().setWorkOffline(true);
        QTRY_COMPARE(m_lot->sync().status().link, SyncStatus::Link::WorkOffline);
        QVERIFY(m_office->sync().request(u"devices.revoke"_s, {number(*m_office, u"awa"_s)}).result());
        m_lot->sync().setWorkOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_lot->sync().status().link, SyncStatus::Link::SignedOut, 20'000);
        QTRY_VERIFY(m_lot->sync().status().error);
        QCOMPARE(m_lot->sync().status().error->detail, u"mona"_s);
    }

    void nobodySignsOutWhomTheyMayNot()
    {
        Workstation private_;
        QVERIFY(private_.signIn(*m_server, u"otto"_s));
        QVERIFY(private_.settle());
        QCOMPARE(deviceOf(*m_office, u"otto"_s).value("may_sign_out"_L1), QJsonValue(false));
        QCOMPARE(deviceOf(*m_office, u"awa"_s).value("may_sign_out"_L1), QJsonValue(true));
        QCOMPARE(deviceOf(private_, u"mona"_s).value("may_sign_out"_L1), QJsonValue(true));
        const auto ask = [](Workstation& desk, const QJsonObject& arguments) {
            return desk.sync().request(u"devices.revoke"_s, arguments).result();
        };
        const auto byStaff = ask(*m_lot, {number(*m_office, u"mona"_s)});
        QVERIFY(!byStaff);
        QCOMPARE(byStaff.error(), (Error{ErrorCode::RequestRefused, {}, u"not_found"_s}));
        const auto ofOwner = ask(*m_office, {number(*m_office, u"otto"_s)});
        QVERIFY(!ofOwner);
        QCOMPARE(ofOwner.error().code, ErrorCode::NotAllowed);
        for (const QJsonObject& nonsense :
             {QJsonObject{}, QJsonObject{{u"device"_s, u"7"_s}}, QJsonObject{{u"device"_s, -1}}}) {
            const auto answer = ask(*m_office, nonsense);
            QVERIFY(!answer);
            QCOMPARE(answer.error(), (Error{ErrorCode::RequestRefused, {}, u"malformed"_s}));
        }
        const auto unheardOf = m_office->sync().request(u"devices.explode"_s).result();
        QVERIFY(!unheardOf);
        QCOMPARE(unheardOf.error().code, ErrorCode::RequestTooNew);
        QVERIFY2(private_.settle(), "still signed in");
        QVERIFY(m_office->settle());
    }

    void theConsoleSignsOutTooWhileTheServerRuns()
    {
        const qint64 device = deviceOf(*m_office, u"awa"_s).value("device"_L1).toInteger();
        QCOMPARE(m_server->exitCode({u"device"_s, u"list"_s, u"--json"_s}), 0);
        QCOMPARE(m_server->exitCode({u"device"_s, u"revoke"_s, u"lot"_s}), 2);
        QCOMPARE(m_server->exitCode({u"device"_s, u"revoke"_s, u"4711"_s}), 1);
        QCOMPARE(m_server->exitCode({u"device"_s, u"revoke"_s, QString::number(device)}), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_lot->sync().status().link, SyncStatus::Link::SignedOut, 10'000);
        QCOMPARE(m_office->sync().status().link, SyncStatus::Link::Online);
    }

    void anotherServerOfTheSameDatabaseSignsOutAsWell()
    {
        if (storeUnderTest() != StoreKind::Postgres)
            QSKIP("only PostgreSQL is shared");
        ServerProcess second(ServerProcess::Beside{*m_server});
        second.start();
        Workstation elsewhere;
        QVERIFY(elsewhere.signIn(second, u"awa"_s));
        QVERIFY(elsewhere.settle());
        qint64 device = 0;
        for (const auto& one : devices(elsewhere)) {
            if (one.toObject().value("this"_L1).toBool())
                device = one.toObject().value("device"_L1).toInteger();
        }
        QVERIFY(m_office->sync().request(u"devices.revoke"_s, {{u"device"_s, device}}).result());
        QTRY_COMPARE_WITH_TIMEOUT(elsewhere.sync().status().link, SyncStatus::Link::SignedOut, 10'000);
        QCOMPARE(m_lot->sync().status().link, SyncStatus::Link::Online);
    }

private:
    static DeviceLease leaseOf(Workstation& desk)
    {
        auto lease = desk.store().read(&DeviceLease::load).takeResult();
        if (!lease)
            qFatal("no lease");
        return *lease;
    }
    static QJsonArray devices(Workstation& desk)
    {
        const auto answer = desk.sync().request(u"devices.list"_s).result();
        if (!answer)
            qFatal("devices.list: %d", static_cast<int>(answer.error().code));
        return answer->value("devices"_L1).toArray();
    }
    static QJsonObject deviceOf(Workstation& desk, const QString& user)
    {
        for (const auto& one : devices(desk)) {
            if (one.toObject().value("user"_L1).toString() == user)
                return one.toObject();
        }
        return {};
    }
    static std::pair<QString, QJsonValue> number(Workstation& desk, const QString& user)
    {
        return {u"device"_s, deviceOf(desk, user).value("device"_L1)};
    }

    std::optional<Team> m_team;
    ServerProcess* m_server = nullptr;
    Workstation* m_office = nullptr;
    Workstation* m_lot = nullptr;
};

QTEST_GUILESS_MAIN(TestDevices)

#include "tst_devices.moc"
