// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"
#include "tests/vehicle/vehiclebuilder.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class VehicleCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test = std::make_unique<TestStore>(); }
    void cleanup() { test.reset(); }

    void addsAVehicleAsItIs()
    {
        Vehicle vehicle = someVehicle(1);
        vehicle.location = addLocation(*test, u"MTL"_s);
        vehicle.cost = Money{9'000'000, Currency::XOF};
        vehicle.notes = u"Small scratch"_s;
        addVehicle(*test, vehicle);
        vehicle.createdAt = test->clock.now();
        vehicle.phaseSince = test->clock.now();
        QCOMPARE(vehicleOf(*test, vehicle.id), vehicle);
    }

    void refusesWhatBreaksARuleAndLeavesTheStoreAlone()
    {
        Vehicle vehicle = someVehicle(1);
        vehicle.year = 1885;
        const auto outcome = test->journal().run(AddVehicle{vehicle}).result();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::YearOutOfRange);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 0);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM sync_op"_s).toInt(), 0);
    }

    void refusesAVinThatDiffersOnlyByLookAlikes_data()
    {
        QTest::addColumn<QString>("vin");
        QTest::newRow("the same") << u"WVWZZZ1KZ6W100001"_s;
        QTest::newRow("letter O") << u"WVWZZZ1KZ6W1OOOO1"_s;
        QTest::newRow("letter I") << u"WVWZZZIKZ6WI00001"_s;
        QTest::newRow("dot") << u"WVW.ZZZ1KZ6W100001"_s;
        QTest::newRow("blank") << u"WVW ZZZ 1KZ6W100001"_s;
        QTest::newRow("lower case") << u"wvwzzz1kz6w100001"_s;
    }
    void refusesAVinThatDiffersOnlyByLookAlikes()
    {
        QFETCH(const QString, vin);
        Vehicle first = someVehicle(1);
        first.vin = u"WVWZZZ1KZ6W100001"_s;
        addVehicle(*test, first);

        Vehicle second = someVehicle(2);
        addVehicle(*test, second);
        const auto edited = test->journal().run(EditVehicle{second.id, {{VehicleField::Vin, vin}}}).result();
        QVERIFY(!edited);
        // Letters that no VIN has are refused for themselves; the repository still knows the twin.
        if (!vin.contains(u'O') && !vin.contains(u"ZIK"_s)) {
            QCOMPARE(edited.error().code, ErrorCode::VinDuplicate);
            QCOMPARE(edited.error().subject, first.stockNumber);
        }
        const auto twins =
            test->store()
                .read([vin](Connection& connection) { return VehicleRepository::duplicatesOf(connection, vin); })
                .result();
        QCOMPARE(twins->size(), size_t{1});
        QCOMPARE(twins->front().id, first.id);
    }

    void takesADuplicateVinWhenAPersonInsists()
    {
        addVehicle(*test, someVehicle(1));
        Vehicle twin = someVehicle(2);
        twin.vin = someVehicle(1).vin;
        QCOMPARE(test->journal().run(AddVehicle{twin}).result().error().code, ErrorCode::VinDuplicate);
        QVERIFY(test->journal().run(AddVehicle{twin, true}).result());
        // Other fields of one of them can still be edited without insisting again.
        QVERIFY(test->journal().run(EditVehicle{twin.id, {{VehicleField::Color, u"Red"_s}}}).result());
    }

    void editsOnlyWhatDiffers()
    {
        const VehicleId id = addVehicle(*test, someVehicle(1));
        const auto same = test->journal().run(EditVehicle{id, {{VehicleField::Make, u"Volkswagen"_s}}}).result();
        QVERIFY(same->undo.isEmpty());
        const auto other =
            test->journal()
                .run(EditVehicle{id, {{VehicleField::Make, u"Volkswagen"_s}, {VehicleField::Trim, u"GTI"_s}}})
                .result();
        QCOMPARE(other->undo.rows.size(), size_t{1});
        QCOMPARE(other->undo.rows.front().after.keys(), QStringList{u"trim"_s});
        QCOMPARE(vehicleOf(*test, id).trim, u"GTI"_s);
    }

    void startsANewPhaseNow()
    {
        const VehicleId id = addVehicle(*test, someVehicle(1));
        test->clock.advance(5000);
        QVERIFY(test->journal().run(ChangePhase{id, Phase::Listed}).result());
        QCOMPARE(vehicleOf(*test, id).phase, Phase::Listed);
        QCOMPARE(vehicleOf(*test, id).phaseSince, test->clock.now());
        const UtcMs since = test->clock.now();
        test->clock.advance(5000);
        QVERIFY(test->journal().run(ChangePhase{id, Phase::Listed}).result()->undo.isEmpty());
        QCOMPARE(vehicleOf(*test, id).phaseSince, since);
    }

    void repricesAndTakesThePriceAway()
    {
        const VehicleId id = addVehicle(*test, someVehicle(1));
        QVERIFY(test->journal().run(RepriceVehicle{id, Money{500, Currency::XOF}}).result());
        QCOMPARE(vehicleOf(*test, id).asking, (Money{500, Currency::XOF}));
        QCOMPARE(test->journal().run(RepriceVehicle{id, Money{-500, Currency::XOF}}).result().error().code,
                 ErrorCode::PriceNegative);
        QVERIFY(test->journal().run(RepriceVehicle{id, std::nullopt}).result());
        QVERIFY(!vehicleOf(*test, id).asking);
    }

    void movesOnlyToKnownLocations()
    {
        const VehicleId id = addVehicle(*test, someVehicle(1));
        const LocationId montreal = addLocation(*test, u"MTL"_s);
        QVERIFY(test->journal().run(MoveVehicle{id, montreal, u"row C"_s}).result());
        QCOMPARE(vehicleOf(*test, id).bay, u"row C"_s);
        QCOMPARE(test->journal().run(MoveVehicle{id, LocationId::create(), {}}).result().error().code,
                 ErrorCode::LocationUnknown);
        QCOMPARE(vehicleOf(*test, id).location, montreal);
    }

    void assignsOnlyKnownPeople()
    {
        const VehicleId id = addVehicle(*test, someVehicle(1));
        QCOMPARE(test->journal().run(AssignVehicle{id, UserId::create()}).result().error().code, ErrorCode::NotFound);
    }

    void removesAndBringsBack()
    {
        const QList<VehicleId> ids = addVehicles(*test, 3);
        const auto removed = test->journal().run(RemoveVehicles{ids.mid(0, 2)}).result();
        QCOMPARE(removed->undo.rows.size(), size_t{2});
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0"_s).toInt(), 1);
        QVERIFY(test->journal().revert(removed->undo).result());
        QCOMPARE(vehicleOf(*test, ids.front()).stockNumber, u"B26-0001"_s);
    }

    void editsManyAsOneStepAndSaysHowMany()
    {
        const QList<VehicleId> ids = addVehicles(*test, 100);
        QVERIFY(test->journal().run(ChangePhase{ids.front(), Phase::Ready}).result());
        QVERIFY(test->journal().run(RemoveVehicles{{ids.back()}}).result());
        const auto outcome =
            test->journal().run(BulkEdit{ids, {{VehicleField::Phase, QVariant::fromValue(Phase::Ready)}}}).result();
        QCOMPARE(outcome->undo.rows.size(), size_t{98});
        QVERIFY(test->journal().revert(outcome->undo).result());
        QCOMPARE(test->scalar(u"SELECT count(*) FROM vehicles WHERE _del = 0 AND phase = 2"_s).toInt(), 1);
    }

    void emptiesTheBayOfVehiclesThatGoElsewhere()
    {
        const LocationId laval = addLocation(*test, u"LVL"_s);
        Vehicle here = someVehicle(1);
        here.location = laval;
        here.bay = u"row A"_s;
        Vehicle elsewhere = someVehicle(2);
        elsewhere.bay = u"row B"_s;
        addVehicle(*test, here);
        addVehicle(*test, elsewhere);
        const auto outcome =
            test->journal()
                .run(BulkEdit{{here.id, elsewhere.id}, {{VehicleField::Location, QVariant::fromValue(laval)}}})
                .result();
        QVERIFY2(outcome, outcome ? "" : qUtf8Printable(ErrorText::full(outcome.error())));
        QCOMPARE(vehicleOf(*test, here.id).bay, u"row A"_s);
        QCOMPARE(vehicleOf(*test, elsewhere.id).bay, QString());
    }

    void refusesToGiveManyVehiclesOneVin()
    {
        const QList<VehicleId> ids = addVehicles(*test, 2);
        QVERIFY(!test->journal().run(BulkEdit{ids, {{VehicleField::Vin, u"WVWZZZ1KZ6W999999"_s}}}).result());
        QVERIFY(!test->journal().run(BulkEdit{ids, {{VehicleField::Year, 1885LL}}}).result());
    }

private:
    std::unique_ptr<TestStore> test;
};

QTEST_GUILESS_MAIN(VehicleCommandsTest)
#include "tst_vehiclecommands.moc"
