// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"
#include "tests/support/laterversion.h"
#include "tests/support/teststore.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

const Uuid Car = Uuid::fromParts(1, 2, 3);
const Uuid Key = Uuid::fromParts(1, 2, 4);
constexpr std::uint16_t Vehicles = static_cast<std::uint16_t>(Table::Vehicles);
constexpr std::uint16_t Keys = static_cast<std::uint16_t>(Later::Keys);

Hlc at(UtcMs msecs, std::uint32_t device = 9)
{
    return {static_cast<std::uint64_t>(msecs) << 16, device};
}

std::uint16_t carField(QStringView name)
{
    return Later::field(Table::Vehicles, name);
}

std::uint16_t keyField(QStringView name)
{
    return Later::field(Later::Keys, name);
}

/// A car as a later version writes it.
RemoteRow car(qint64 seq, Hlc base)
{
    return {Vehicles,
            Car,
            seq,
            false,
            base,
            {{carField(u"stock_number"), u"B1"_s, base},
             {carField(u"color"), u"blue"_s, base},
             {carField(u"warranty"), u"two years"_s, base},
             {carField(u"warranty_km"), qlonglong{40'000}, at(3'000)}}};
}

RemoteRow key(qint64 seq, Hlc base)
{
    return {Keys,  Key,  seq,
            false, base, {{keyField(u"vehicle_id"), Car.toBytes(), base}, {keyField(u"place"), u"hook 4"_s, base}}};
}

void apply(TestStore& store, const RemoteRow& row, const std::vector<ForgottenRow>& forgotten = {})
{
    const auto applied = store.journal().applyRemote({row}, row.seq, {forgotten, {}, true}).result();
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
}

QVariant ofCar(TestStore& store, const QString& column)
{
    return store.scalar(u"SELECT "_s + column + u" FROM vehicles WHERE id = ?"_s, {Car.toBytes()});
}

QVariant ofKey(TestStore& store, const QString& column)
{
    return store.scalar(u"SELECT "_s + column + u" FROM vehicle_keys WHERE id = ?"_s, {Key.toBytes()});
}

Hlc clockOfCar(TestStore& store, QStringView field)
{
    return RowClock::unpack(ofCar(store, u"_clk"_s).toByteArray()).of(carField(field));
}

std::vector<OutboxOp> take(TestStore& store)
{
    return *store.journal().takeForSending(0, 100, 1 << 20).result();
}

}  // namespace

/// A workstation whose server, or whose colleagues, have a newer version; and its own update afterwards.
class TestLaterVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfALaterVersionAreThereAfterTheUpdate()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        const QByteArray paper(32, 'p');
        apply(store, {Vehicles, Car, 6, false, {}, {{carField(u"warranty_sha"), paper, at(4'000)}}});
        store.update(Later::design());
        QCOMPARE(ofCar(store, u"warranty"_s).toString(), u"two years"_s);
        QCOMPARE(ofCar(store, u"warranty_km"_s).toInt(), 40'000);
        QCOMPARE(clockOfCar(store, u"warranty"), at(1'000));
        QCOMPARE(clockOfCar(store, u"warranty_km"), at(3'000));
        QVERIFY(ofCar(store, u"_ext"_s).isNull());
        QCOMPARE(store.scalar(u"SELECT priority FROM blobs WHERE sha = ? AND here = 0"_s, {paper}).toInt(), 3);
        QVERIFY2(take(store).empty(), "it is nobody's edit");
    }

    void anEditMeanwhileLeavesThemAlone()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        QVERIFY(store.edit([](EditTransaction& edit) {
            return edit.update(Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
        }));
        for (const OutboxOp& op : take(store))
            for (const OutboxOp::FieldEdit& edit : op.fields)
                QCOMPARE(edit.field, carField(u"color"));
        apply(store, {Vehicles, Car, 7, false, {}, {{carField(u"warranty"), u"three years"_s, at(5'000)}}});
        store.update(Later::design());
        QCOMPARE(ofCar(store, u"color"_s).toString(), u"red"_s);
        QCOMPARE(ofCar(store, u"warranty"_s).toString(), u"three years"_s);
        QCOMPARE(clockOfCar(store, u"warranty"), at(5'000));
        QCOMPARE(take(store).size(), 1);
    }

    void removingAndRestoringARowKeepsThem()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.restore(Table::Vehicles, Car); }));
        store.update(Later::design());
        QCOMPARE(ofCar(store, u"warranty"_s).toString(), u"two years"_s);
        QCOMPARE(clockOfCar(store, u"warranty"), at(1'000));
    }

    void aRemovalHasSeenThem()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Table::Vehicles, Car); }));
        const auto ops = take(store);
        QCOMPARE(ops.size(), 1);
        QCOMPARE(ops.front().fields.front().field, 0);
        QVERIFY2(ops.front().fields.front().base == at(3'000),
                 "the newest clock is that of a field of a later version");
    }

    void rowsOfALaterVersionAreThereAfterTheUpdate()
    {
        TestStore store;
        apply(store, key(5, at(1'000)));
        // Only what changed comes: the rest is what came before.
        apply(store, {Keys, Key, 6, false, {}, {{keyField(u"place"), u"drawer"_s, at(2'000)}}});
        store.update(Later::design());
        QCOMPARE(ofKey(store, u"vehicle_id"_s).toByteArray(), Car.toBytes());
        QCOMPARE(ofKey(store, u"place"_s).toString(), u"drawer"_s);
        QCOMPARE(ofKey(store, u"count"_s).toInt(), 1);
        QCOMPARE(ofKey(store, u"_seq"_s).toInt(), 6);
        const RowClock clock = RowClock::unpack(ofKey(store, u"_clk"_s).toByteArray());
        QCOMPARE(clock.of(keyField(u"vehicle_id")), at(1'000));
        QCOMPARE(clock.of(keyField(u"place")), at(2'000));
        QCOMPARE(store.scalar(u"SELECT count(*) FROM sync_unknown"_s).toInt(), 0);
        QVERIFY(take(store).empty());
    }

    void aRemovedRowOfALaterVersionStaysRemoved()
    {
        TestStore store;
        apply(store, key(5, at(1'000)));
        RemoteRow gone{Keys, Key, 6, true, at(2'000), {}};
        apply(store, gone);
        store.update(Later::design());
        QCOMPARE(ofKey(store, u"_del"_s).toInt(), 1);
        QCOMPARE(ofKey(store, u"place"_s).toString(), u"hook 4"_s);
    }

    void whatWasForgottenDoesNotComeBack()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        apply(store, key(6, at(1'000)));
        const Uuid other = Uuid::create();
        apply(store, {Vehicles, other, 7, false, at(1'000), {}}, {{Vehicles, Car}, {Keys, Key}});
        store.update(Later::design());
        QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles WHERE warranty <> ''"_s).toInt(), 0);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicle_keys"_s).toInt(), 0);
    }

    void whatIsWithheldIsNotKept()
    {
        TestStore store;
        apply(store, car(5, at(1'000)));
        apply(store, key(6, at(1'000)));
        StoreAccess sales;
        sales.role = u"sales"_s;
        sales.withheld.insert(Vehicles, {carField(u"warranty_km")});
        sales.withheld.insert(Keys, {keyField(u"place")});
        QVERIFY(store.journal().setAccess(sales, false).result());
        store.update(Later::design());
        QCOMPARE(ofCar(store, u"warranty"_s).toString(), u"two years"_s);
        QVERIFY(ofCar(store, u"warranty_km"_s).isNull());
        QCOMPARE(ofKey(store, u"place"_s).toString(), u""_s);
        QCOMPARE(ofKey(store, u"vehicle_id"_s).toByteArray(), Car.toBytes());
    }

    /// An old server does not know the type of a field that it passes on.
    void aValueOfAnotherTypeHoldsNothingUp()
    {
        TestStore store;
        RemoteRow row = car(5, at(1'000));
        row.fields.back().value = u"forty thousand"_s;
        apply(store, row);
        store.update(Later::design());
        QCOMPARE(ofCar(store, u"warranty"_s).toString(), u"two years"_s);
        QVERIFY(ofCar(store, u"warranty_km"_s).isNull());
        apply(store, {Vehicles, Car, 6, false, {}, {{carField(u"warranty_km"), u"more"_s, at(4'000)}}});
        QVERIFY(ofCar(store, u"warranty_km"_s).isNull());
        apply(store, {Vehicles, Car, 7, false, {}, {{carField(u"warranty_km"), qlonglong{1}, at(5'000)}}});
        QCOMPARE(ofCar(store, u"warranty_km"_s).toInt(), 1);
        QVERIFY(ofCar(store, u"_ext"_s).isNull());
    }

    void whatAnOlderServerCannotTakeWaitsForItsUpdate()
    {
        TestStore store(Later::design());
        const auto insert = [&store](Uuid id, const QString& place) {
            QVERIFY(store.edit([=](EditTransaction& edit) {
                return edit.insert(Later::Keys, id, {{u"place"_s, place}});
            }));
        };
        const auto answer = [&store](qint64 opid, const std::vector<OpException>& exceptions) {
            QVERIFY(store.journal().acknowledge(opid, 1, exceptions).result());
        };
        const auto refused = [](qint64 opid) {
            return OpException{opid, OpException::Status::Rejected, u"unknown_table"_s, {}};
        };
        QVERIFY(store.journal().resume(0, 5).result());
        insert(Key, u"hook 4"_s);
        QCOMPARE(take(store).size(), 1);
        answer(1, {refused(1)});
        // The server is put back from a backup that knows of nothing: numbers come again.
        QVERIFY(store.journal().resume(0, 5).result());
        const Uuid second = Uuid::create();
        insert(second, u"drawer"_s);
        QVERIFY(store.journal().resume(0, 5).result());
        QCOMPARE(take(store).front().opid, 1);
        answer(1, {refused(1)});
        QVERIFY(store.edit([](EditTransaction& edit) { return edit.remove(Later::Keys, Key); }));
        QCOMPARE(store.journal().counts().result()->waiting, 3);
        QVERIFY(store.journal().resume(1, 6).result());
        const auto ops = take(store);
        QCOMPARE(ops.size(), 3);
        QCOMPARE(ops[0].id, Key);
        QCOMPARE(ops[0].opid, 2);
        QVERIFY(ops[0].create);
        QCOMPARE(ops[1].id, second);
        QVERIFY(ops[2].kind == OutboxOp::Kind::Delete);
        QCOMPARE(ops[2].opid, 4);
    }

    void aFreshStartForgetsThem()
    {
        TestStore store;
        apply(store, key(6, at(1'000)));
        QVERIFY(store.journal().resetCursor().result());
        store.update(Later::design());
        QVERIFY2(store.scalar(u"SELECT count(*) FROM vehicle_keys"_s).toInt() == 0,
                 "a server that was put back may not know it; what it knows comes again");
    }
};

QTEST_GUILESS_MAIN(TestLaterVersions)
#include "tst_laterversions.moc"
