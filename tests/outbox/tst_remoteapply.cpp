// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"
#include "models/outbox/blobstore.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

const Uuid Car = Uuid::fromParts(1, 2, 3);
constexpr std::uint16_t Vehicles = static_cast<std::uint16_t>(Table::Vehicles);

Hlc at(UtcMs msecs, std::uint32_t device = 9)
{
    return {static_cast<std::uint64_t>(msecs) << 16, device};
}

std::uint16_t field(const QString& name)
{
    return Schema::current().table(Table::Vehicles).field(name)->number;
}

RemoteRow wholeCar(qint64 seq, Hlc base, const QString& color)
{
    return {Vehicles, Car,  seq,
            false,    base, {{field(u"stock_number"_s), u"B1"_s, base}, {field(u"color"_s), color, base}}};
}

RemoteRow onlyColor(qint64 seq, Hlc clock, const QString& color)
{
    return {Vehicles, Car, seq, false, {}, {{field(u"color"_s), color, clock}}};
}

void apply(TestStore& store, const RemoteRow& row)
{
    const auto applied = store.journal().applyRemote({row}, row.seq).result();
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
}

QVariant column(TestStore& store, const QString& name)
{
    return store.scalar(u"SELECT "_s + name + u" FROM vehicles WHERE id = ?"_s, {Car.toBytes()});
}

Expected<EditOutcome> paint(TestStore& store, const QString& color)
{
    return store.edit([color](EditTransaction& edit) {
        return edit.update(Table::Vehicles, Car, {{u"color"_s, color}});
    });
}

std::vector<OutboxOp> take(TestStore& store)
{
    return *store.journal().takeForSending(0, 100, 1 << 20).result();
}

/// Red, which is on its way, and then green, as two operations.
std::vector<OutboxOp> paintTwice(TestStore& store)
{
    if (!paint(store, u"red"_s) || take(store).size() != 1 || !paint(store, u"green"_s))
        qFatal("no two edits");
    return take(store);
}

}  // namespace

class TestRemoteApply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsOfTheServerAppearWithTheirClocks()
    {
        TestStore store;
        QSignalSpy spy(&store.store().changes(), &ChangeNotifier::committed);
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"blue"_s);
        QCOMPARE(column(store, u"_seq"_s).toInt(), 5);
        QCOMPARE(RowClock::unpack(column(store, u"_clk"_s).toByteArray()).base(), at(1'000));
        QCOMPARE(store.journal().identity().result()->cursor, 5);
        QTRY_COMPARE(spy.count(), 1);
        QVERIFY(spy.at(0).at(0).value<ChangeSet>().remote);
        QVERIFY(take(store).empty());
    }

    void aPartOfARowLeavesTheRestAsItIs()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        apply(store, onlyColor(6, at(2'000), u"red"_s));
        QCOMPARE(column(store, u"stock_number"_s).toString(), u"B1"_s);
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        const RowClock clock = RowClock::unpack(column(store, u"_clk"_s).toByteArray());
        QCOMPARE(clock.of(field(u"color"_s)), at(2'000));
        QCOMPARE(clock.of(field(u"stock_number"_s)), at(1'000));
    }

    void theSamePageTwiceChangesNothing()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        const QByteArray clock = column(store, u"_clk"_s).toByteArray();
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QCOMPARE(column(store, u"_clk"_s).toByteArray(), clock);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 1);
    }

    void whatAPersonTypedIsNotHiddenByAPage()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        apply(store, onlyColor(6, at(2'000), u"green"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        // The base is still the value the person saw, so the server notices that the two met.
        const auto ops = take(store);
        QCOMPARE(ops[0].fields[0].base, at(1'000));
    }

    void otherFieldsOfAnEditedRowStillArrive()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        apply(store, {Vehicles, Car, 6, false, {}, {{field(u"bay"_s), u"C14"_s, at(2'000)}}});
        QCOMPARE(column(store, u"bay"_s).toString(), u"C14"_s);
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
    }

    void anOlderPageDoesNotUndoAnAcknowledgedEdit()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const auto ops = take(store);
        QVERIFY(store.journal().acknowledge(ops[0].opid, 10, {}).result());
        apply(store, onlyColor(8, at(1'500), u"green"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        apply(store, onlyColor(11, at(9'000'000'000'000), u"grey"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"grey"_s);
    }

    void whatTheServerMergedReplacesWhatWasTyped()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const auto ops = take(store);
        // Another value stays: the row got sequence 9, the record of the conflict 10.
        QVERIFY(store.journal()
                    .acknowledge(ops[0].opid, 10, {{ops[0].opid, OpException::Status::Merged, {}, {}}})
                    .result());
        apply(store, onlyColor(9, at(9'000'000'000'000), u"green"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"green"_s);
    }

    void refusalAfterAPageShowsTheServersValue()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const auto ops = take(store);
        apply(store, onlyColor(6, at(2'000), u"green"_s));
        QVERIFY(store.journal()
                    .acknowledge(ops[0].opid, 7, {{ops[0].opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                    .result());
        QCOMPARE(column(store, u"color"_s).toString(), u"green"_s);
        QCOMPARE(RowClock::unpack(column(store, u"_clk"_s).toByteArray()).of(field(u"color"_s)), at(2'000));
    }

    void refusalOfTheSecondOfTwoEditsLeavesTheFirst()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        const auto ops = paintTwice(store);
        // A page from before both.
        apply(store, wholeCar(6, at(1'000), u"blue"_s));
        QVERIFY(store.journal()
                    .acknowledge(ops[1].opid, 7, {{ops[1].opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                    .result());
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        QCOMPARE(RowClock::unpack(column(store, u"_clk"_s).toByteArray()).of(field(u"color"_s)), ops[0].clock);
    }

    void refusalOfBothOfTwoEditsShowsTheServersValue()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        const auto ops = paintTwice(store);
        QVERIFY(store.journal()
                    .acknowledge(ops[1].opid, 7,
                                 {{ops[0].opid, OpException::Status::Rejected, u"no_access"_s, {}},
                                  {ops[1].opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                    .result());
        QCOMPARE(column(store, u"color"_s).toString(), u"blue"_s);
        QCOMPARE(RowClock::unpack(column(store, u"_clk"_s).toByteArray()).of(field(u"color"_s)), at(1'000));
    }

    void conflictsOfALostServerGoWhenTheStoreStartsOver()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        constexpr auto conflicts = static_cast<std::uint16_t>(Table::Conflicts);
        apply(store, {conflicts, Uuid::fromParts(1, 2, 4), 6, false, at(1'000), {}});
        const auto count = [&store](const QString& table) {
            return store.scalar(u"SELECT count(*) FROM "_s + table).toInt();
        };
        QCOMPARE(count(u"conflicts"_s), 1);
        QVERIFY(store.journal().resetCursor().result());
        QCOMPARE(count(u"conflicts"_s), 0);
        QCOMPARE(count(u"vehicles"_s), 1);
    }

    void removalsArrive()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        apply(store, {Vehicles, Car, 6, true, {}, {}});
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
        apply(store, wholeCar(7, at(3'000), u"blue"_s));
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void aRowStandsAgainWhereTheLaterOfTwoRemovalsYielded()
    {
        TestStore store;
        const auto remove = [](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); };
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(store.edit(remove));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.restore(Table::Vehicles, Car); }));
        QVERIFY(store.edit(remove));
        const auto ops = take(store);
        QCOMPARE(ops.size(), 3U);
        // One push: the first two went as they were meant, and count until the cursor has passed 10.
        QVERIFY(store.journal()
                    .acknowledge(ops[2].opid, 10, {{ops[2].opid, OpException::Status::Merged, {}, {}}})
                    .result());
        apply(store, wholeCar(9, at(9'000'000'000'000), u"green"_s));
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void whatAWaitingRemovalHasSeenDoesNotCoverWhatArrives()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        apply(store, {Vehicles, Car, 6, false, {}, {{field(u"bay"_s), u"C14"_s, at(2'000)}}});
        QCOMPARE(column(store, u"bay"_s).toString(), u"C14"_s);
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
    }

    void aRowBeingEditedIsNotRemovedUnderTheHand()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        apply(store, {Vehicles, Car, 6, true, {}, {}});
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void aRemovalShowsOnceTheEditsThatKeptTheRowAreRefused()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const auto first = take(store);
        apply(store, {Vehicles, Car, 6, true, {}, {}});
        QVERIFY(paint(store, u"green"_s));
        const auto both = take(store);
        QCOMPARE(both.size(), 2U);
        const auto refuse = [&store](qint64 opid) {
            return store.journal()
                .acknowledge(opid, 6, {{opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                .result();
        };
        QVERIFY(refuse(both[0].opid));
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
        QVERIFY(refuse(both[1].opid));
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
    }

    void aRowThatCameBackStaysWhenTheEditIsRefused()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const auto ops = take(store);
        apply(store, {Vehicles, Car, 6, true, {}, {}});
        apply(store, wholeCar(7, at(3'000), u"white"_s));
        QVERIFY(store.journal()
                    .acknowledge(ops[0].opid, 7, {{ops[0].opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                    .result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
        QCOMPARE(column(store, u"color"_s).toString(), u"white"_s);
    }

    void whatOneTypedShowsAgainWhenTheFieldIsGivenBack()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(store.edit([](EditTransaction& edit) {
            return edit.update(Table::Vehicles, Car, {{u"cost_minor"_s, qlonglong{500'000}}});
        }));
        StoreAccess sales;
        sales.role = u"sales"_s;
        sales.withheld.insert(Vehicles, {field(u"cost_minor"_s)});
        QVERIFY(store.journal().setAccess(sales, false).result());
        QVERIFY(column(store, u"cost_minor"_s).isNull());
        QVERIFY(store.journal().setAccess({u"buyer"_s, {}, {}}, false).result());
        QCOMPARE(column(store, u"cost_minor"_s).toLongLong(), 500'000);
    }

    void aFreshStartLeavesWhatTheServerNeverHad()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        const Uuid mine = Uuid::create();
        QVERIFY(store.edit([mine](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, mine, {{u"stock_number"_s, u"B2"_s}});
        }));
        QVERIFY(store.journal().setAccess({u"manager"_s, {}, {}}, true).result());
        QVERIFY(column(store, u"rid"_s).isNull());
        QCOMPARE(
            store.scalar(u"SELECT stock_number FROM vehicles WHERE id = ? AND _del = 0"_s, {mine.toBytes()}).toString(),
            u"B2"_s);
    }

    void whatWaitsIsThereAgainAfterAFreshStart()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        const Hlc stamp = take(store).at(0).clock;
        QVERIFY(store.journal().setAccess({u"manager"_s, {}, {}}, true).result());
        QVERIFY(column(store, u"rid"_s).isNull());
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        QCOMPARE(column(store, u"stock_number"_s).toString(), u"B1"_s);
        // Once it is accepted as it was sent, nothing more is heard of it.
        const RowClock clock = RowClock::unpack(column(store, u"_clk"_s).toByteArray());
        QCOMPARE(clock.of(field(u"color"_s)), stamp);
        QCOMPARE(clock.of(field(u"stock_number"_s)), at(1'000));
    }

    void aRowThatWasBroughtBackStaysAtAFreshStart()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        QVERIFY(store.journal().acknowledge(take(store).at(0).opid, 9, {}).result());
        QVERIFY(store.journal().applyRemote({}, 9).result());
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.restore(Table::Vehicles, Car); }));
        // The server has forgotten the removed row, so no page brings it.
        QVERIFY(store.journal().setAccess({u"manager"_s, {}, {}}, true).result());
        QCOMPARE(column(store, u"color"_s).toString(), u"blue"_s);
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void aRemovalThatWaitsHoldsAfterAFreshStart()
    {
        TestStore store;
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        QVERIFY(store.journal().setAccess({u"manager"_s, {}, {}}, true).result());
        apply(store, wholeCar(5, at(1'000), u"blue"_s));
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
        const auto removal = take(store);
        QVERIFY(store.journal()
                    .acknowledge(removal.at(0).opid, 9,
                                 {{removal[0].opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                    .result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void whatThisVersionDoesNotKnowIsKept()
    {
        TestStore store;
        RemoteRow row = wholeCar(5, at(1'000), u"blue"_s);
        row.fields.push_back({999, u"from the future"_s, at(1'000)});
        apply(store, row);
        QVERIFY(!column(store, u"_ext"_s).isNull());
        apply(store, {4'000, Car, 6, false, at(1'000), {{1, u"x"_s, at(1'000)}}});
        QCOMPARE(store.scalar(u"SELECT count(*) FROM sync_unknown WHERE tbl = 4000"_s).toInt(), 1);
    }

    void filesThatArePromisedAreWanted()
    {
        TestStore store;
        const QByteArray sha(32, 's');
        const TableSchema& photos = Schema::current().table(Table::Photos);
        apply(store, {static_cast<std::uint16_t>(Table::Photos),
                      Uuid::create(),
                      5,
                      false,
                      at(1'000),
                      {{photos.field(u"thumb_sha")->number, sha, at(1'000)}}});
        QCOMPARE(store.scalar(u"SELECT priority FROM blobs WHERE sha = ? AND here = 0"_s, {sha}).toInt(), 0);
        QCOMPARE(store.journal().counts().result()->blobsToFetch, 1);
    }

    void nullTextBecomesEmptyTextWhereTheColumnHasNoNull()
    {
        TestStore store;
        apply(store, {Vehicles, Car, 5, false, at(1'000), {{field(u"color"_s), {}, at(1'000)}}});
        QCOMPARE(column(store, u"color"_s).toString(), u""_s);
    }

    void ownStampsAreLaterThanEverythingReceived()
    {
        TestStore store;
        apply(store, wholeCar(5, at(store.clock.now() + 30'000), u"blue"_s));
        QVERIFY(paint(store, u"red"_s));
        QVERIFY(take(store)[0].clock > at(store.clock.now() + 30'000));
    }
};

QTEST_GUILESS_MAIN(TestRemoteApply)
#include "tst_remoteapply.moc"
