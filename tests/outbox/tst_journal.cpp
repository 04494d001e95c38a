// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

const Uuid Car = Uuid::fromParts(1, 2, 3);

Expected<EditOutcome> addCar(TestStore& store, const Fields& fields = {{u"stock_number"_s, u"B26-1187"_s}})
{
    return store.edit([fields](EditTransaction& edit) { return edit.insert(Table::Vehicles, Car, fields); });
}

Expected<EditOutcome> setCar(TestStore& store, const Fields& fields)
{
    return store.edit([fields](EditTransaction& edit) { return edit.update(Table::Vehicles, Car, fields); });
}

/// The next operations after those that were taken already, as during one connection.
std::vector<OutboxOp> take(TestStore& store, int limit = 100)
{
    const qint64 after = store.scalar(u"SELECT ifnull(max(opid), 0) FROM sync_op WHERE state > 0"_s).toLongLong();
    return *store.journal().takeForSending(after, limit, 1 << 20).result();
}

/// Everything that has no answer yet, as at the start of a connection.
std::vector<OutboxOp> takeFromTheStart(TestStore& store)
{
    return *store.journal().takeForSending(0, 100, 1 << 20).result();
}

QVariant column(TestStore& store, const QString& name)
{
    return store.scalar(u"SELECT "_s + name + u" FROM vehicles WHERE id = ?"_s, {Car.toBytes()});
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditIsWrittenWithItsOperation()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto ops = take(store);
        QCOMPARE(ops.size(), 1u);
        QCOMPARE(ops[0].opid, 1);
        QVERIFY(ops[0].create);
        QCOMPARE(ops[0].fields.size(), 1u);
        QCOMPARE(ops[0].fields[0].value.toString(), u"B26-1187"_s);
        QVERIFY(ops[0].fields[0].base.isNull());
    }

    void aFailedEditLeavesNothing()
    {
        TestStore store;
        const auto failed = store.edit([](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Vehicles, Car, {}));
            return fail(ErrorCode::PriceNegative);
        });
        QCOMPARE(failed.error().code, ErrorCode::PriceNegative);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 0);
        QVERIFY(take(store).empty());
        QVERIFY(addCar(store));
        QCOMPARE(take(store).at(0).opid, 1);
    }

    void anUnknownFieldIsRefused()
    {
        TestStore store;
        const auto failed = addCar(store, {{u"colour_of_money"_s, 1}});
        QCOMPARE(failed.error().code, ErrorCode::FieldUnknown);
        QCOMPARE(failed.error().detail, u"colour_of_money"_s);
    }

    void anEditThatChangesNothingLeavesNoTrace()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        const auto same = setCar(store, {{u"stock_number"_s, u"B26-1187"_s}, {u"notes"_s, QString()}});
        QVERIFY(same);
        QVERIFY(same->undo.isEmpty());
        QVERIFY(take(store).empty());
    }

    void operationsOfARowThatHasNotLeftYetBecomeOne()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"blue"_s}}));
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}, {u"bay"_s, u"C14"_s}}));
        const auto ops = take(store);
        QCOMPARE(ops.size(), 1u);
        QCOMPARE(ops[0].opid, 2);
        QCOMPARE(ops[0].fields.size(), 2u);
        // The base stays the clock of the value that the person first saw.
        for (const auto& field : ops[0].fields)
            QVERIFY(!field.base.isNull() && field.base < ops[0].clock);
    }

    void anEditAfterSendingIsANewOperationOnTopOfIt()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"blue"_s}}));
        const auto first = take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const auto second = take(store);
        QCOMPARE(second.size(), 1u);
        QCOMPARE(second[0].fields[0].base, first[0].clock);
        QCOMPARE(second[0].opid, first[0].opid + 1);
    }

    void amountAndCurrencyTravelTogether()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QVERIFY(setCar(store, {{u"asking_minor"_s, 2'495'000}}));
        const auto ops = take(store);
        QCOMPARE(ops[0].fields.size(), 2u);
        const RowClock clock = RowClock::unpack(column(store, u"_clk"_s).toByteArray());
        for (const auto& field : ops[0].fields)
            QCOMPARE(clock.of(field.field), ops[0].clock);
    }

    void undoPutsTheOldValuesBackAndCanBeUndone()
    {
        TestStore store;
        QVERIFY(addCar(store));
        QVERIFY(setCar(store, {{u"color"_s, u"blue"_s}}));
        const auto change = setCar(store, {{u"color"_s, u"red"_s}, {u"doors"_s, 5}});
        const auto back = store.journal().revert(change->undo).result();
        QVERIFY(back);
        QCOMPARE(column(store, u"color"_s).toString(), u"blue"_s);
        QVERIFY(column(store, u"doors"_s).isNull());
        QVERIFY(store.journal().revert(back->undo).result());
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        QCOMPARE(column(store, u"doors"_s).toInt(), 5);
    }

    void undoLeavesWhatSomebodyElseChangedSince()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto change = setCar(store, {{u"color"_s, u"red"_s}, {u"bay"_s, u"C14"_s}});
        QVERIFY(setCar(store, {{u"color"_s, u"green"_s}}));
        QVERIFY(store.journal().revert(change->undo).result());
        QCOMPARE(column(store, u"color"_s).toString(), u"green"_s);
        QCOMPARE(column(store, u"bay"_s).toString(), u""_s);
    }

    void undoGoesOnWhereSomebodyElseRemovedARow()
    {
        TestStore store;
        const Uuid second = Uuid::create();
        const auto both = store.edit([&](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Vehicles, Car, {{u"color"_s, u"red"_s}}));
            return edit.insert(Table::Vehicles, second, {});
        });
        QVERIFY(both);
        QVERIFY(store.edit([&](EditTransaction& edit) { return edit.remove(Table::Vehicles, second); }));
        QVERIFY(store.journal().revert(both->undo).result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
        // Now nothing of it is there any more.
        const auto again = store.journal().revert(both->undo).result();
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotFound);
    }

    void undoOfARemovalBringsEverythingBack()
    {
        TestStore store;
        QVERIFY(addCar(store, {{u"stock_number"_s, u"B1"_s}, {u"asking_minor"_s, 100}}));
        const auto removal = store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); });
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
        const auto back = store.journal().revert(removal->undo).result();
        QVERIFY(back);
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
        QCOMPARE(column(store, u"asking_minor"_s).toInt(), 100);
        QVERIFY(store.journal().revert(back->undo).result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
    }

    void aRemovalSaysWhatWasSeenOfEachField()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const Hlc made = take(store)[0].clock;
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const Hlc painted = take(store)[0].clock;
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        const auto removal = take(store);
        const auto seen = [&](const QString& field) {
            const std::uint16_t number =
                field.isEmpty() ? 0 : Schema::current().table(Table::Vehicles).field(field)->number;
            const auto found = std::ranges::find(removal[0].fields, number, &OutboxOp::FieldEdit::field);
            return found == removal[0].fields.end() ? Hlc{} : found->base;
        };
        QCOMPARE(seen({}), painted);
        QCOMPARE(seen(u"color"_s), painted);
        QCOMPARE(seen(u"stock_number"_s), made);
        QVERIFY(store.journal().waiting(1).result()->front().fields.empty());
    }

    void editsOfARemovedRowAreRefused()
    {
        TestStore store;
        QVERIFY(addCar(store));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        QCOMPARE(setCar(store, {{u"color"_s, u"red"_s}}).error().code, ErrorCode::NotFound);
    }

    void numbersAndClockGoOnAfterARestart()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto before = take(store);
        store.reopen();
        store.clock.advance(-3'600'000);
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const auto after = take(store);
        QCOMPARE(after[0].opid, before[0].opid + 1);
        QVERIFY(after[0].clock > before[0].clock);
        QVERIFY(after[0].suspect);
    }

    void whatHasNoAnswerGoesAgainAfterAReconnect()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto first = take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const auto second = take(store);
        QVERIFY(take(store).empty());
        // The server has the first one, but only its answer tells whether it was refused.
        QVERIFY(store.journal().resume(1).result());
        const auto again = takeFromTheStart(store);
        QCOMPARE(again.size(), 2u);
        QCOMPARE(again[0], first[0]);
        QCOMPARE(again[1], second[0]);
        QVERIFY(store.journal().acknowledge(2, 9, {}).result());
        QVERIFY(takeFromTheStart(store).empty());
        QCOMPARE(store.journal().counts().result()->waiting, 0);
    }

    void anOperationOnItsWayIsNotChangedByALaterEdit()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto sent = take(store);
        QVERIFY(store.journal().resume(1).result());
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const auto again = takeFromTheStart(store);
        QCOMPARE(again.size(), 2u);
        QCOMPARE(again[0], sent[0]);
    }

    void acknowledgedOperationsGoAgainWhenTheServerLostThem()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto sent = take(store);
        QVERIFY(store.journal().acknowledge(1, 10, {}).result());
        QCOMPARE(store.journal().counts().result()->waiting, 0);
        QVERIFY(store.journal().resume(0).result());
        QCOMPARE(takeFromTheStart(store), sent);
    }

    void numbersHaveNoGapAfterTheServerWentBack()
    {
        TestStore store;
        for (int i = 0; i < 3; ++i)
            QVERIFY(store.edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        take(store);
        // The second one was refused and is gone from the outbox; then the server forgot all of them.
        QVERIFY(store.journal().acknowledge(3, 10, {{2, OpException::Status::Rejected, {}, {}}}).result());
        QVERIFY(store.journal().resume(0).result());
        const auto again = takeFromTheStart(store);
        QCOMPARE(again.size(), 2u);
        QCOMPARE(again[0].opid, 1);
        QCOMPARE(again[1].opid, 2);
        QCOMPARE(store.journal().identity().result()->nextOpid, 3);
    }

    void numbersGoOnAfterTheServersWhenThisStoreWentBack()
    {
        TestStore store;
        QVERIFY(addCar(store));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        QVERIFY(store.journal().resume(40).result());
        const auto ops = takeFromTheStart(store);
        QCOMPARE(ops.size(), 2u);
        QCOMPARE(ops[0].opid, 41);
        QCOMPARE(ops[0].id, Car);
        QCOMPARE(ops[1].opid, 42);
        QCOMPARE(store.journal().identity().result()->nextOpid, 43);
    }

    void aStoreWithRowsButWithoutAPageSaysSo()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QCOMPARE(store.journal().identity().result()->view, QByteArray());
        QVERIFY(store.journal().acknowledge(1, 10, {}).result());
        QCOMPARE(store.journal().identity().result()->view, QByteArray("?"));
    }

    void nothingThatWasNeverSentCountsAsStored()
    {
        TestStore store;
        QVERIFY(addCar(store));
        for (int i = 0; i < 2; ++i)
            QVERIFY(store.edit([](EditTransaction& edit) { return edit.insert(Table::Vehicles, Uuid::create(), {}); }));
        // This store was put back from a copy, and more was typed here since than the server knows from before.
        QVERIFY(store.journal().resume(2).result());
        const auto ops = takeFromTheStart(store);
        QCOMPARE(ops.size(), 3u);
        QCOMPARE(ops[0].opid, 3);
        QCOMPARE(ops[0].id, Car);
        QCOMPARE(ops[2].opid, 5);
        QCOMPARE(store.journal().identity().result()->nextOpid, 6);
    }

    void aRefusedEditIsTakenBackAndListed()
    {
        TestStore store;
        QVERIFY(addCar(store));
        QVERIFY(setCar(store, {{u"color"_s, u"blue"_s}}));
        take(store);
        QVERIFY(store.journal().acknowledge(1, 5, {}).result());
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        const auto ops = take(store);
        QVERIFY(
            store.journal()
                .acknowledge(ops[0].opid, 6, {{ops[0].opid, OpException::Status::Rejected, u"no_access"_s, u"no"_s}})
                .result());
        QCOMPARE(column(store, u"color"_s).toString(), u"blue"_s);
        const auto rejected = *store.journal().rejected(10).result();
        QCOMPARE(rejected.size(), 1u);
        QCOMPARE(rejected[0].code, u"no_access"_s);
        QCOMPARE(rejected[0].values.at(0).toString(), u"red"_s);

        QVERIFY(store.journal().retryRejected(ops[0].opid).result());
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
        QVERIFY(store.journal().rejected(10).result()->empty());
        QCOMPARE(take(store).size(), 1u);
    }

    void aRefusedNewRowDisappearsAndARefusedRemovalComesBack()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QVERIFY(store.journal().acknowledge(1, 5, {{1, OpException::Status::Rejected, u"no_access"_s, {}}}).result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 1);
        QVERIFY(store.journal().retryRejected(1).result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
        take(store);
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        const auto removal = take(store);
        QVERIFY(store.journal()
                    .acknowledge(removal[0].opid, 7, {{removal[0].opid, OpException::Status::Rejected, {}, {}}})
                    .result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
    }

    void whatWasRefusedStaysListedWhenItsNumberIsRefusedAgain()
    {
        TestStore store;
        const Uuid first = Uuid::create();
        const Uuid second = Uuid::create();
        const auto refuse = [&](qint64 opid) {
            return store.journal()
                .acknowledge(opid, 10, {{opid, OpException::Status::Rejected, u"no_access"_s, {}}})
                .result();
        };
        QVERIFY(store.edit([&](EditTransaction& edit) { return edit.insert(Table::Vehicles, first, {}); }));
        take(store);
        QVERIFY(refuse(1));
        // The server was put back from a backup, and the number is free again.
        QVERIFY(store.edit([&](EditTransaction& edit) { return edit.insert(Table::Vehicles, second, {}); }));
        QVERIFY(store.journal().resume(0).result());
        const auto again = takeFromTheStart(store);
        QCOMPARE(again.size(), 1u);
        QCOMPARE(again[0].opid, 1);
        QVERIFY(refuse(1));
        const auto rejected = *store.journal().rejected(10).result();
        QCOMPARE(rejected.size(), 2u);
        QSet<Uuid> rows;
        for (const OutboxEntry& entry : rejected)
            rows.insert(entry.id);
        QCOMPARE(rows, QSet<Uuid>({first, second}));
        for (const OutboxEntry& entry : rejected)
            QVERIFY(store.journal().retryRejected(entry.opid).result());
        QVERIFY(store.journal().rejected(10).result()->empty());
    }

    void aRowThatWasMadeAgainStaysWhenMakingItFirstIsRefused()
    {
        TestStore store;
        QVERIFY(addCar(store));
        const auto made = take(store);
        const auto removal = store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); });
        QVERIFY(removal);
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.restore(Table::Vehicles, Car); }));
        const auto later = take(store);
        QVERIFY(
            store.journal()
                .acknowledge(later.back().opid, 6, {{made[0].opid, OpException::Status::Rejected, u"too_large"_s, {}}})
                .result());
        QCOMPARE(column(store, u"_del"_s).toInt(), 0);
        QCOMPARE(store.journal().rejected(10).result()->size(), 1u);
    }

    void laterEditStaysWhenAnEarlierOneIsRefused()
    {
        TestStore store;
        QVERIFY(addCar(store));
        take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"blue"_s}}));
        const auto first = take(store);
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        QVERIFY(store.journal()
                    .acknowledge(first[0].opid, 6, {{first[0].opid, OpException::Status::Rejected, {}, {}}})
                    .result());
        QCOMPARE(column(store, u"color"_s).toString(), u"red"_s);
    }

    void editsBeforeTheFirstSignInGetTheirDevice()
    {
        TestStore store;
        QVERIFY(addCar(store));
        QVERIFY(setCar(store, {{u"color"_s, u"red"_s}}));
        Journal::Identity identity = *store.journal().identity().result();
        QVERIFY(!identity.deviceId.isNull());
        identity.device = 7;
        identity.dealership = QByteArray(16, 'd');
        QVERIFY(store.journal().enrol(identity).result());
        const auto ops = take(store);
        QCOMPARE(ops[0].clock.device, 7u);
        QCOMPARE(RowClock::unpack(column(store, u"_clk"_s).toByteArray()).base(), ops[0].clock);
    }

    void aStoreStaysWithItsDealership()
    {
        TestStore store;
        Journal::Identity identity = *store.journal().identity().result();
        identity.dealership = QByteArray(16, 'd');
        QVERIFY(store.journal().enrol(identity).result());
        identity.dealership = QByteArray(16, 'e');
        QCOMPARE(store.journal().enrol(identity).result().error().code, ErrorCode::OtherDealership);
    }

    void batchesKeepToTheirLimits()
    {
        TestStore store;
        QVERIFY(store.edit([](EditTransaction& edit) -> Expected<void> {
            for (int i = 0; i < 50; ++i)
                FC_TRY(edit.insert(Table::Vehicles, Uuid::create(), {{u"notes"_s, QString(1000, u'n')}}));
            return {};
        }));
        QCOMPARE(store.journal().takeForSending(0, 10, 1 << 20).result()->size(), 10u);
        QVERIFY(store.journal().takeForSending(0, 100, 5'000).result()->size() < 6);
        qint64 last = 0;
        size_t taken = 0;
        for (auto ops = take(store, 7); !ops.empty(); ops = take(store, 7)) {
            taken += ops.size();
            last = ops.back().opid;
        }
        QCOMPARE(taken, 40u);
        QCOMPARE(last, 50);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
