// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/codec.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/ledger.h"
#include "tests/support/workstation.h"
#include "tests/sync/killedchild.h"

#include <QElapsedTimer>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ChaosHour = 3'600'000;
constexpr int ChaosCars = 60;
/// That everybody edits.
constexpr int ChaosContested = 6;

/// Waits while the event loop runs, which the proxy needs.
template <class T>
T await(const QFuture<T>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 150'000))
        qFatal("no end of what was waited for");
    return future.result();
}

/// Two workstations in this program and one that is killed, on one or two servers behind a bad network.
class Chaos {
public:
    Chaos(StoreKind kind, quint32 seed) : m_kind(kind), m_random(seed), m_proxy(m_random.generate())
    {
        m_servers.push_back(std::make_unique<ServerProcess>(kind));
        m_servers.front()->addUser(u"awa"_s);
        if (kind == StoreKind::Postgres)
            m_servers.push_back(std::make_unique<ServerProcess>(ServerProcess::Beside{*m_servers.front()}));
        std::vector<QUrl> urls;
        for (const auto& server : m_servers) {
            server->start();
            urls.push_back(server->url());
        }
        m_proxy.setServers(urls);
    }

    void prepare()
    {
        for (Workstation* one : all()) {
            const auto signedIn = await(one->sync().signIn(m_proxy.url(), u"awa"_s, ServerProcess::Password));
            QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
        }
        for (int i = 0; i < ChaosCars; ++i)
            m_cars.push_back(Uuid::create());
        QVERIFY(m_typists[0].edit([this](EditTransaction& edit) -> Expected<void> {
            for (const Uuid& car : m_cars)
                FC_TRY(edit.insert(Table::Vehicles, car, {}));
            return {};
        }));
        for (Workstation* one : all())
            QVERIFY(settle(*one));
        m_killed.close();
    }

    void run(qint64 ms)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        m_proxy.setBad(true);
        m_proxy.cutAll();
        m_child.start(m_killed.path(), m_random.generate());
        while (elapsed.elapsed() < ms && !QTest::currentTestFailed()) {
            for (int i = 0; i < 2; ++i)
                type(i);
            if (m_random.bounded(12U) == 0)
                harm();
            QTest::qWait(static_cast<int>(m_random.bounded(25U)));
        }
        heal();
    }

    void check()
    {
        QVERIFY(m_child.edits > 0);
        m_killed.restart();
        for (int round = 0; round < 3; ++round) {
            for (Workstation* one : all()) {
                one->sync().tryNow();
                const auto settled = settle(*one);
                QVERIFY2(settled, settled ? "" : qPrintable(settled.error().detail));
            }
        }
        for (Workstation* one : all()) {
            QCOMPARE(one->journal().counts().result()->waiting, 0);
            compareContent(m_killed, *one, Table::Vehicles);
            compareContent(m_killed, *one, Table::Conflicts);
        }
        for (const Uuid& car : m_cars)
            QVERIFY(m_killed.scalar(u"SELECT odometer_km FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toInt() >=
                    m_child.stored.value(car.toString()));
        const QString missing = m_ledger.missing(outcome());
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        qInfo("%d edits in the stores, %d by the killed one, %d connections cut, %d conflicts", m_typed, m_child.edits,
              m_proxy.cuts(), m_killed.scalar(u"SELECT count(*) FROM conflicts"_s).toInt());
    }

private:
    std::vector<Workstation*> all() { return {&m_typists[0], &m_typists[1], &m_killed}; }
    static Expected<void> settle(Workstation& one)
    {
        return await(one.sync().settle(std::chrono::seconds(120), SyncClient::Files::LeaveOut));
    }

    void type(int who)
    {
        Workstation& one = m_typists[who];
        one.clock.set(QDateTime::currentMSecsSinceEpoch() + m_offset[who]);
        // Half of the edits meet those of others. The rest is seldom typed over, so that each that got lost is missed.
        const Uuid car = m_cars[m_random.bounded(m_random.bounded(2U) == 0 ? ChaosContested : ChaosCars)];
        const QString field = QStringList{u"color"_s, u"notes"_s, u"trim"_s, u"engine"_s, u"key_tag"_s}.at(
            static_cast<qsizetype>(m_random.bounded(5U)));
        const Fields values{{field, u"%1 %2"_s.arg(field).arg(++m_typed)}};
        const auto done = one.edit([&](EditTransaction& edit) { return edit.update(Table::Vehicles, car, values); });
        QVERIFY(done);
        for (const UndoStep::Row& row : done->undo.rows)
            m_ledger.typed(who, row.id, row.after, row.before);
        const qint64 cursor = one.scalar(u"SELECT v FROM sync_state WHERE k = 'cursor'"_s).toLongLong();
        QVERIFY2(cursor >= m_cursor[who], "a cursor went back");
        m_cursor[who] = cursor;
    }

    void harm()
    {
        ServerProcess& server = *m_servers[m_random.bounded(static_cast<quint32>(m_servers.size()))];
        const int who = static_cast<int>(m_random.bounded(2U));
        switch (m_random.bounded(8U)) {
        case 0:
            server.kill();
            server.start();
            break;
        case 1:
            m_child.kill();
            m_child.start(m_killed.path(), m_random.generate());
            break;
        case 2: server.signal(m_random.bounded(2U) == 0 ? SIGSTOP : SIGCONT); break;
        case 3: m_child.signal(m_random.bounded(2U) == 0 ? SIGSTOP : SIGCONT); break;
        case 4: m_proxy.cutAll(); break;
        case 5: m_proxy.setSilent(m_random.bounded(2U) == 0); break;
        case 6: {
            constexpr std::array<qint64, 5> Offsets{0, ChaosHour, -ChaosHour, 365 * 24 * ChaosHour,
                                                    -365 * 24 * ChaosHour};
            m_offset[who] = Offsets[m_random.bounded(5U)];
            break;
        }
        case 7:
            if (m_kind == StoreKind::Postgres) {
                PostgresServer::shared().stop();
                PostgresServer::shared().start();
            } else {
                m_typists[who].restart();
            }
            break;
        }
        m_typists[who].sync().tryNow();
    }

    void heal()
    {
        m_child.signal(SIGCONT);
        m_child.kill();
        for (const auto& server : m_servers)
            server->signal(SIGCONT);
        m_proxy.setBad(false);
        m_proxy.setSilent(false);
        m_proxy.cutAll();
        for (int who = 0; who < 2; ++who)
            m_typists[who].clock.set(QDateTime::currentMSecsSinceEpoch());
    }

    Ledger::Outcome outcome()
    {
        Ledger::Outcome outcome;
        outcome.isRemoved = [](Uuid) { return false; };
        outcome.present = [this](Uuid row, const QString& field) {
            return m_killed.scalar(u"SELECT %1 FROM vehicles WHERE id = ?"_s.arg(field), {row.toBytes()});
        };
        outcome.inConflict = [this](Uuid row, const QString&, const QVariant& value) {
            const QByteArray bytes = Wire::encodeValue(value);
            return m_killed
                       .scalar(
                           u"SELECT count(*) FROM conflicts WHERE record_id = ? AND (kept_value = ? OR "
                           "lost_value = ?)"_s,
                           {row.toBytes(), bytes, bytes})
                       .toInt() > 0;
        };
        // Nobody's rights change here: a refusal would be a fault.
        outcome.refused = [](int, Uuid, const QString&, const QVariant&) { return false; };
        outcome.largestStays = [](const QString&) { return false; };
        return outcome;
    }

    StoreKind m_kind;
    QRandomGenerator m_random;
    CuttingProxy m_proxy;
    std::vector<std::unique_ptr<ServerProcess>> m_servers;
    std::array<Workstation, 2> m_typists;
    Workstation m_killed;
    KilledChild m_child;
    std::vector<Uuid> m_cars;
    std::array<qint64, 2> m_offset{};
    std::array<qint64, 2> m_cursor{};
    Ledger m_ledger;
    int m_typed = 0;
};

}  // namespace

/// Real programs over a bad network, killed, stopped and with wrong clocks. CHAOS_SEED repeats the decisions of a run
/// (not its timing); CHAOS_SECONDS makes it last longer.
class TestChaos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void afterwardsAllAreEqualAndNothingIsLost()
    {
        const quint32 seed = qEnvironmentVariableIsSet("CHAOS_SEED") ? qEnvironmentVariable("CHAOS_SEED").toUInt()
                                                                     : QRandomGenerator::system()->generate();
        qInfo("CHAOS_SEED=%u", seed);
        const int seconds =
            qEnvironmentVariableIsSet("CHAOS_SECONDS") ? qEnvironmentVariable("CHAOS_SECONDS").toInt() : 10;
        Chaos chaos(storeUnderTest(), seed);
        chaos.prepare();
        if (!QTest::currentTestFailed())
            chaos.run(seconds * 1'000LL);
        if (!QTest::currentTestFailed())
            chaos.check();
    }
};

QTEST_GUILESS_MAIN(TestChaos)
#include "tst_chaos.moc"
