// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storageengine.h"
#include "tests/support/fakeclock.h"
#include "tests/sync/serverstores.h"

#include <QTest>
#include <QThread>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerStore;

namespace {

constexpr std::uint16_t StorageTable = 3;

RowState storageRow(qint64 seq, const QString& text)
{
    RowState row;
    row.table = StorageTable;
    row.id = Uuid::create();
    row.seq = seq;
    row.clock = RowClock({static_cast<std::uint64_t>(seq) << 20, 7});
    row.setValue(4, text);
    return row;
}

/// Takes the next sequence for a row, in a transaction.
Expected<RowState> storageAdd(ServerStorage& storage, const QString& text, Uuid owner = {})
{
    FC_TRY(storage.begin());
    const auto seq = storage.seq();
    if (!seq)
        return fail(seq.error());
    RowState row = storageRow(*seq + 1, text);
    row.scope.person = owner;
    FC_TRY(storage.putRow(row, true));
    FC_TRY(storage.setSeq(row.seq));
    FC_TRY(storage.commit());
    return row;
}

Expected<RowsPage> storageRowsAfter(ServerStorage& storage, qint64 cursor, Uuid user, int limit, qsizetype bytes)
{
    View view;
    view.access = {user, u"sales"_s, {}};
    return storage.rows({cursor, view, std::nullopt, limit, bytes});
}

}  // namespace

/// What every store of a server promises.
class ServerStorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void keepsARowAsItIs()
    {
        const ServerStore store;
        const auto storage = store.open();
        RowState row = storageRow(1, u"Citroën “C3”, l'été \\ 100 %"_s);
        row.setValue(5, QByteArray("\0\1\\'\xff", 5));
        row.setValue(6, -5'000'000'000LL);
        row.setValue(7, 2.5);
        row.setValue(8, {});
        QVERIFY(storage->begin());
        QVERIFY(storage->putRow(row, true));
        QVERIFY(storage->setSeq(1));
        QVERIFY(storage->commit());
        const auto read = storage->row(row.table, row.id);
        QVERIFY(read && read->known);
        QCOMPARE(read->values, row.values);
        QCOMPARE(read->clock.pack(), row.clock.pack());
        QCOMPARE(read->seq, 1);
        const auto unknown = storage->row(row.table, Uuid::create());
        QVERIFY(unknown && !unknown->known);
    }

    void nothingOfARolledBackTransactionIsLeft()
    {
        const ServerStore store;
        const auto storage = store.open();
        const RowState row = storageRow(1, u"Kia"_s);
        QVERIFY(storage->begin());
        QVERIFY(storage->putRow(row, true));
        QVERIFY(storage->setSeq(1));
        storage->rollback();
        QCOMPARE(storage->seq().value(), 0);
        QVERIFY(!storage->row(row.table, row.id)->known);
    }

    void aFailedStatementSpoilsItsTransaction()
    {
        const ServerStore store;
        const auto storage = store.open();
        const RowState row = storageRow(1, u"Kia"_s);
        QVERIFY(storage->begin());
        QVERIFY(storage->putRow(row, true));
        QVERIFY(!storage->putRow(row, true));
        storage->rollback();
        QVERIFY(storageAdd(*storage, u"Seat"_s));
        QVERIFY(!storage->row(row.table, row.id)->known);
    }

    void readsPagesInOrderAndOnlyWhatOneMaySee()
    {
        const ServerStore store;
        const auto storage = store.open();
        const Uuid awa = Uuid::create();
        for (int i = 0; i < 5; ++i)
            QVERIFY(storageAdd(*storage, QString::number(i), i == 2 ? awa : i == 3 ? Uuid::create() : Uuid()));
        const auto first = storageRowsAfter(*storage, 0, awa, 2, 1'000'000);
        QVERIFY(first && first->more);
        QCOMPARE(first->rows.size(), 2U);
        const auto rest = storageRowsAfter(*storage, first->rows.back().seq, awa, 10, 1'000'000);
        QVERIFY(rest && !rest->more);
        QCOMPARE(rest->rows.size(), 2U);
        QCOMPARE(rest->rows.front().seq, 3);
        QCOMPARE(rest->rows.back().seq, 5);
        QVERIFY2(storageRowsAfter(*storage, 0, awa, 10, 1)->more, "a page ends when it is large");
    }

    void enrolsADeviceOnceAndNeverReusesItsNumber()
    {
        const ServerStore store;
        const auto storage = store.open();
        const auto other = store.open();
        const Uuid id = Uuid::create();
        const auto first = storage->enrol(id, Uuid::create(), u"desk"_s, 5);
        const auto second = other->enrol(Uuid::create(), Uuid::create(), u"lot"_s, 6);
        const auto again = other->enrol(id, Uuid::create(), u"desk"_s, 7);
        QVERIFY(first && second && again);
        QVERIFY(first->ordinal != second->ordinal);
        QCOMPARE(again->ordinal, first->ordinal);
        QCOMPARE(storage->device(first->ordinal)->value(), *again);
    }

    void findsAccountsWhateverTheCaseOfTheirName()
    {
        const ServerStore store;
        const auto storage = store.open();
        Account account{Uuid::create(), u"Éloïse"_s, u"Éloïse N."_s, u"sales"_s, "hash", false};
        QVERIFY(storage->putAccount(account));
        account.disabled = true;
        account.locations = {Uuid::create(), Uuid::create()};
        QVERIFY(storage->putAccount(account));
        QCOMPARE(storage->accounts()->size(), 1U);
        QCOMPARE(storage->accountByLogin(u"éLOÏSE"_s)->value(), account);
        QVERIFY(!storage->accountByLogin(u"eloise"_s)->has_value());
    }

    void remembersResultsUntilTheyAreOld()
    {
        const ServerStore store;
        const auto storage = store.open();
        const Wire::OpException exception{9, Wire::OpException::Status::Rejected, u"wrong_type"_s, {}};
        QVERIFY(storage->putException(7, exception, 100));
        QCOMPARE(storage->exceptions(7, 1, 20)->size(), 1U);
        QCOMPARE(storage->exceptions(7, 1, 20)->front(), exception);
        QVERIFY(storage->exceptions(7, 10, 20)->empty());
        QCOMPARE(storage->removeExceptionsBefore(101, 10).value(), 1);
        QVERIFY(storage->exceptions(7, 1, 20)->empty());
    }

    void noticesWhatAnotherProcessCommitted()
    {
        const ServerStore store;
        const auto one = store.open();
        const auto other = store.open();
        const qint64 before = one->outsideVersion().value();
        QVERIFY(storageAdd(*one, u"own"_s));
        QCOMPARE(one->outsideVersion().value(), before);
        QVERIFY(storageAdd(*other, u"theirs"_s));
        const qint64 after = one->outsideVersion().value();
        QVERIFY(after != before);
        QVERIFY(other->putAccount({Uuid::create(), u"awa"_s, u"Awa"_s, u"sales"_s, "hash", false}));
        QVERIFY(one->outsideVersion().value() != after);
    }

    void oneTransactionAtATimeTakesSequences()
    {
        const ServerStore store;
        const auto one = store.open();
        QVERIFY(one->begin());
        QCOMPARE(one->seq().value(), 0);
        const std::unique_ptr<QThread> thread(QThread::create([&store] {
            const auto other = store.open();
            if (!storageAdd(*other, u"waits for its turn"_s))
                qFatal("the second transaction failed");
        }));
        thread->start();
        QVERIFY2(!thread->wait(100), "a second one began beside the first");
        QVERIFY(one->putRow(storageRow(1, u"first"_s), true));
        QVERIFY(one->setSeq(1));
        QVERIFY(one->commit());
        QVERIFY(thread->wait(20'000));
        QCOMPARE(one->seq().value(), 2);
        QCOMPARE(*storageRowsAfter(*one, 0, {}, 10, 1'000'000)->rows.back().value(4),
                 QVariant(u"waits for its turn"_s));
    }

    void severalProcessesWriteTheServersOwnRowsAtOnce()
    {
        const ServerStore store;
        std::ignore = store.open();
        constexpr int Each = 20;
        const Tests::FakeClock clock;
        std::vector<std::unique_ptr<QThread>> processes;
        for (int i = 0; i < 3; ++i) {
            processes.emplace_back(QThread::create([&] {
                StorageEngine engine(store.open(), Schema::current(), clock);
                for (int person = 0; person < Each; ++person) {
                    Wire::Op op;
                    op.table = static_cast<std::uint16_t>(Table::Users);
                    op.id = Uuid::create();
                    op.create = true;
                    op.fields = {{Schema::current().table(Table::Users).field(u"login"_s)->number, u"x"_s, {}}};
                    if (!engine.write([&op] { return std::vector{op}; }))
                        qFatal("not written");
                }
            }));
            processes.back()->start();
        }
        for (const auto& process : processes)
            QVERIFY(process->wait(60'000));
        const auto rows = storageRowsAfter(*store.open(), 0, {}, 1'000, 1'000'000);
        QVERIFY(rows);
        QCOMPARE(static_cast<int>(rows->rows.size()), 3 * Each);
        QCOMPARE(store.open()->seq().value(), 3 * Each);
    }

    void keepsItsIdentityOverStarts()
    {
        const ServerStore store;
        const QByteArray epoch = store.open()->epoch().value();
        const QByteArray dealership = store.open()->dealership().value();
        QCOMPARE(epoch.size(), 8);
        QCOMPARE(dealership.size(), 16);
        QCOMPARE(store.open()->epoch().value(), epoch);
        const ServerStore other;
        QVERIFY(other.open()->dealership().value() != dealership);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::ServerStorageTest)
#include "tst_serverstorage.moc"
