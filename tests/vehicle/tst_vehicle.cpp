// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclequery.h"
#include "models/vehicle/vehiclerules.h"
#include "models/vehicle/vehiclewords.h"

#include <QJsonArray>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Now = 1'763'650'000'000;  // November 2025

std::optional<VehicleIssue> issueOf(const Vehicle& vehicle, VehicleField field)
{
    for (const VehicleIssue& issue : vehicleIssues(vehicle, Now))
        if (issue.field == field)
            return issue;
    return std::nullopt;
}

Vehicle plainVehicle()
{
    Vehicle vehicle;
    vehicle.stockNumber = u"B26-0001"_s;
    return vehicle;
}

}  // namespace

class VehicleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsAVehicleWithOnlyAStockNumber() { QVERIFY(vehicleIssues(plainVehicle(), Now).empty()); }

    void rejectsAMissingStockNumber()
    {
        Vehicle vehicle = plainVehicle();
        vehicle.stockNumber = u"  "_s;
        QCOMPARE(issueOf(vehicle, VehicleField::StockNumber)->error.code, ErrorCode::StockNumberMissing);
    }

    void rejectsPriceBelowZero()
    {
        Vehicle vehicle = plainVehicle();
        vehicle.asking = Money{-1, Currency::CAD};
        vehicle.cost = Money{-100, Currency::XOF};
        QCOMPARE(issueOf(vehicle, VehicleField::Asking)->error.code, ErrorCode::PriceNegative);
        QCOMPARE(issueOf(vehicle, VehicleField::Cost)->error.code, ErrorCode::PriceNegative);
        vehicle.asking = Money{0, Currency::CAD};
        QVERIFY(!issueOf(vehicle, VehicleField::Asking));
    }

    void acceptsYearsFrom1900ToNextYear()
    {
        Vehicle vehicle = plainVehicle();
        for (const auto& [year, good] :
             {std::pair{1885, false}, {1899, false}, {1900, true}, {2026, true}, {2027, false}}) {
            vehicle.year = year;
            QCOMPARE(!issueOf(vehicle, VehicleField::Year), good);
        }
    }

    void rejectsOdometersOutOfRange()
    {
        Vehicle vehicle = plainVehicle();
        for (const auto& [km, good] : {std::pair{-1, false}, {0, true}, {2'000'000, true}, {2'000'001, false}}) {
            vehicle.odometerKm = km;
            QCOMPARE(!issueOf(vehicle, VehicleField::Odometer), good);
        }
    }

    void takesAWrongCheckDigitAsAnErrorOnlyInNorthAmerica()
    {
        Vehicle vehicle = plainVehicle();
        vehicle.vin = u"1HGCM82643A004352"_s;  // the check digit would be 3
        const auto american = issueOf(vehicle, VehicleField::Vin);
        vehicle.vin = u"WVWZZZ1KZ6W000001"_s;
        const auto european = issueOf(vehicle, VehicleField::Vin);
        QVERIFY(american && european);
        QCOMPARE(american->error.code, ErrorCode::VinCheckDigit);
        QCOMPARE(american->severity, VehicleIssue::Severity::Error);
        QCOMPARE(european->severity, VehicleIssue::Severity::Warning);
    }

    void rejectsVinsOfWrongLengthOrLetters()
    {
        Vehicle vehicle = plainVehicle();
        vehicle.vin = u"1HGCM82633A00435"_s;
        QCOMPARE(issueOf(vehicle, VehicleField::Vin)->error.code, ErrorCode::VinLength);
        vehicle.vin = u"1HGCM82633A00435O"_s;
        QCOMPARE(issueOf(vehicle, VehicleField::Vin)->error.code, ErrorCode::VinCharacter);
        vehicle.vin = u"1HGCM82633A004352"_s;
        QVERIFY(!issueOf(vehicle, VehicleField::Vin));
    }

    void givesBackEveryFieldThatWasSet()
    {
        Vehicle vehicle;
        for (VehicleField field : AllVehicleFields) {
            QVariant value;
            switch (field) {
            case VehicleField::Year: value = 2019LL; break;
            case VehicleField::Doors:
            case VehicleField::Seats: value = 5LL; break;
            case VehicleField::Odometer: value = 84'210LL; break;
            case VehicleField::AcquiredAt: value = static_cast<qlonglong>(Now); break;
            case VehicleField::Asking: value = QVariant::fromValue(Money{2'495'000, Currency::CAD}); break;
            case VehicleField::Cost: value = QVariant::fromValue(Money{12'000'000, Currency::XOF}); break;
            case VehicleField::Phase: value = QVariant::fromValue(Phase::Listed); break;
            case VehicleField::Location: value = QVariant::fromValue(LocationId::create()); break;
            case VehicleField::Owner: value = QVariant::fromValue(UserId::create()); break;
            case VehicleField::PrimaryPhoto: value = QVariant::fromValue(PhotoId::create()); break;
            default: value = vehicleFieldCode(field).toUpper();
            }
            QVERIFY(vehicleValue(vehicle, field) != value);
            setVehicleValue(vehicle, field, value);
            QVERIFY2(vehicleValue(vehicle, field) == value, qUtf8Printable(vehicleFieldCode(field)));
            QCOMPARE(vehicleFieldFromCode(vehicleFieldCode(field)), field);
        }
        QCOMPARE(vehicleEditsBetween(Vehicle{}, vehicle).size(), static_cast<qsizetype>(AllVehicleFields.size()));
        QVERIFY(vehicleEditsBetween(vehicle, vehicle).isEmpty());
    }

    void computesMarginOnlyWithinOneCurrency()
    {
        const Money asking{2'495'000, Currency::CAD};
        QCOMPARE(vehicleMargin(asking, Money{2'118'000, Currency::CAD}), (Money{377'000, Currency::CAD}));
        QVERIFY(!vehicleMargin(asking, Money{2'118'000, Currency::USD}));
        QVERIFY(!vehicleMargin(asking, std::nullopt));
        QCOMPARE(qRound(*vehicleMarginShare(asking, Money{2'118'000, Currency::CAD}) * 1000), 151);
        QVERIFY(!vehicleMarginShare(Money{0, Currency::CAD}, Money{0, Currency::CAD}));
    }

    void countsWholeDaysInAPhase()
    {
        constexpr UtcMs Day = 24LL * 60 * 60 * 1000;
        QCOMPARE(daysInPhase(Now - 12 * Day, Now), 12);
        QCOMPARE(daysInPhase(Now - 12 * Day + 1, Now), 11);
        QCOMPARE(daysInPhase(Now + Day, Now), 0);  // the clock of another computer is ahead
        QVERIFY(!daysInPhase(std::nullopt, Now));
    }

    void keepsAQueryThroughJson()
    {
        VehicleQuery query;
        query.filter.text = u"rav4 élan"_s;
        query.filter.locations = {LocationId::create(), LocationId::create()};
        query.filter.phases = {Phase::Ready, Phase::Delivered};
        query.filter.makes = {u"Citroën"_s};
        query.filter.yearFrom = 2014;
        query.filter.yearTo = 2020;
        query.filter.priceFrom = 1;
        query.filter.priceTo = 9'000'000'000'000LL;
        query.filter.priceCurrency = Currency::XOF;
        query.filter.daysInPhaseFrom = 30;
        query.filter.daysInPhaseTo = 90;
        query.filter.owners = {UserId::create()};
        query.filter.duplicatesOnly = true;
        query.sort = VehicleSort::Margin;
        query.direction = Qt::AscendingOrder;
        QCOMPARE(VehicleQuery::fromJson(query.toJson()), query);
        QCOMPARE(VehicleQuery::fromJson({}), VehicleQuery{});
    }

    void countsBadValuesOfAQueryAsUnset()
    {
        const QJsonObject json{{u"sort"_s, u"colour of the moon"_s},
                               {u"filter"_s, QJsonObject{{u"year_from"_s, u"old"_s},
                                                         {u"phases"_s, QJsonArray{u"flying"_s, u"sold"_s}},
                                                         {u"locations"_s, QJsonArray{u"no id"_s}}}}};
        VehicleQuery expected;
        expected.filter.phases = {Phase::Sold};
        QCOMPARE(VehicleQuery::fromJson(json), expected);
    }

    void turnsTypedWordsIntoAPrefixSearch()
    {
        QCOMPARE(vehicleSearchExpression(u"B26-0418  toyo"_s), u"\"B26\"* \"0418\"* \"toyo\"*"_s);
        QCOMPARE(vehicleSearchExpression(u"\"' OR *()"_s), u"\"OR\"*"_s);
        QCOMPARE(vehicleSearchExpression(u" -. "_s), QString());
    }
};

QTEST_GUILESS_MAIN(VehicleTest)
#include "tst_vehicle.moc"
