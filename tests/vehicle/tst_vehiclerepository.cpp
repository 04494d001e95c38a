// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/vehicle/vehiclebuilder.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class VehicleRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test = std::make_unique<TestStore>(); }
    void cleanup() { test.reset(); }

    void summarisesWithSitePhotosAndPrimary()
    {
        Vehicle vehicle = someVehicle(1);
        vehicle.location = addLocation(*test, u"MTL"_s);
        addVehicle(*test, vehicle);
        const PhotoId first = addPhoto(vehicle.id, u"a"_s, 1);
        const PhotoId second = addPhoto(vehicle.id, u"b"_s, 2);

        VehicleSummary summary = summaryOf(vehicle.id);
        QCOMPARE(summary.siteCode, u"MTL"_s);
        QCOMPARE(summary.photoCount, 2);
        QCOMPARE(summary.primaryPhoto, first);
        QCOMPARE(summary.primaryThumb, QByteArray(32, 1));

        QVERIFY(test->journal()
                    .run(EditVehicle{vehicle.id, {{VehicleField::PrimaryPhoto, QVariant::fromValue(second)}}})
                    .result());
        QCOMPARE(summaryOf(vehicle.id).primaryPhoto, second);

        // The wish stays, the first one stands in.
        QVERIFY(
            test->edit([&](EditTransaction& transaction) { return transaction.remove(Table::Photos, second.uuid()); }));
        summary = summaryOf(vehicle.id);
        QCOMPARE(summary.primaryPhoto, first);
        QCOMPARE(summary.photoCount, 1);
    }

    void summarisesInTheOrderAskedFor()
    {
        const QList<VehicleId> ids = addVehicles(*test, 150);
        std::vector<VehicleId> asked(ids.rbegin(), ids.rend());
        asked.insert(asked.begin() + 10, VehicleId::create());
        const auto read = test->store()
                              .read([asked](Connection& connection) {
                                  return VehicleRepository::summaries(connection, std::span(asked));
                              })
                              .result();
        QCOMPARE(read->size(), size_t{150});
        QCOMPARE(read->front().id, ids.back());
        QCOMPARE(read->back().id, ids.front());
    }

    void findsByTheLastSixOfTheVin()
    {
        addVehicles(*test, 20);
        QCOMPARE(found(u"000007"_s), QStringList{u"B26-0007"_s});
        QCOMPARE(found(u"6w000007"_s), QStringList{u"B26-0007"_s});
        QCOMPARE(found(u"golf 0007"_s), QStringList{u"B26-0007"_s});
    }

    void findsTheExactStockNumberFirst()
    {
        Vehicle noted = someVehicle(2);
        noted.notes = u"sold together with B26-0001"_s;
        addVehicle(*test, someVehicle(1));
        addVehicle(*test, noted);
        QCOMPARE(found(u"b26-0001"_s), (QStringList{u"B26-0001"_s, u"B26-0002"_s}));
    }

    void findsAVinTypedWithLookAlikes()
    {
        addVehicles(*test, 5);
        QCOMPARE(found(u"wvwzzz1kz6woooo03"_s), QStringList{u"B26-0003"_s});
        QCOMPARE(found(u"WVWZZZ-IKZ6W.OOOOO4"_s), QStringList{u"B26-0004"_s});
    }

    void narrowsTheSearchToASite()
    {
        Vehicle here = someVehicle(1);
        here.location = addLocation(*test, u"MTL"_s);
        addVehicle(*test, here);
        addVehicle(*test, someVehicle(2));
        QCOMPARE(found(u"golf"_s).size(), 2);
        QCOMPARE(found(u"golf"_s, here.location), QStringList{u"B26-0001"_s});
    }

    void survivesWhateverIsTyped()
    {
        addVehicles(*test, 2);
        for (const QString& text : {u"\""_s, u"*"_s, u"NOT"_s, u"a\" OR \"b"_s, u"%"_s, u"  "_s, u"é"_s, u"🚗"_s})
            QVERIFY(found(text).size() <= 2);
    }

    void countsByPhaseAndLocation()
    {
        Vehicle vehicle = someVehicle(1);
        vehicle.location = addLocation(*test, u"MTL"_s);
        vehicle.phase = Phase::Listed;
        addVehicle(*test, vehicle);
        const VehicleId gone = addVehicle(*test, someVehicle(2));
        addVehicle(*test, someVehicle(3));
        QVERIFY(test->journal().run(RemoveVehicles{{gone}}).result());
        const auto counts = test->store().read(VehicleRepository::counts).result();
        QCOMPARE(counts->total, 2);
        QCOMPARE(counts->byPhase[static_cast<size_t>(Phase::Listed)], 1);
        QCOMPARE(counts->byPhase[static_cast<size_t>(Phase::Incoming)], 1);
        QCOMPARE(counts->byLocation.value(vehicle.location), 1);
    }

    void listsEachMakeOnce()
    {
        const QStringList names{u"Toyota"_s, u"BMW"_s, u"Citroën"_s, u"BMW"_s, QString()};
        for (int i = 0; i < names.size(); ++i) {
            Vehicle vehicle = someVehicle(i + 1);
            vehicle.make = names[i];
            addVehicle(*test, vehicle);
        }
        const auto makes = test->store().read(VehicleRepository::makes).result();
        QCOMPARE(*makes, (QStringList{u"BMW"_s, u"Citroën"_s, u"Toyota"_s}));
    }

    void warnsOfATakenStockNumber()
    {
        addVehicle(*test, someVehicle(1));
        Vehicle second = someVehicle(2);
        second.stockNumber = u"b26-0001"_s;
        const auto issues =
            test->store()
                .read([second](Connection& connection) { return VehicleRepository::issuesInStore(connection, second); })
                .result();
        QCOMPARE(issues->size(), size_t{1});
        QCOMPARE(issues->front().severity, VehicleIssue::Severity::Warning);
        QCOMPARE(issues->front().error.code, ErrorCode::StockNumberDuplicate);
    }

    void saysWhenAVehicleIsGone()
    {
        const auto missing =
            test->store()
                .read([](Connection& connection) { return VehicleRepository::find(connection, VehicleId::create()); })
                .result();
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

private:
    PhotoId addPhoto(VehicleId vehicle, const QString& position, char sha)
    {
        const auto id = PhotoId::create();
        const auto outcome = test->edit([&](EditTransaction& transaction) {
            return transaction.insert(Table::Photos, id.uuid(),
                                      {{u"vehicle_id"_s, vehicle.toBytes()},
                                       {u"position"_s, position},
                                       {u"thumb_sha"_s, QByteArray(32, sha)}});
        });
        if (!outcome)
            qFatal("test photo");
        return id;
    }

    VehicleSummary summaryOf(VehicleId id)
    {
        const std::vector<VehicleId> ids{id};
        return test->store()
            .read([ids](Connection& connection) { return VehicleRepository::summaries(connection, std::span(ids)); })
            .result()
            ->at(0);
    }

    QStringList found(const QString& text, LocationId location = {})
    {
        const auto hits =
            test->store()
                .read([=](Connection& connection) { return VehicleRepository::search(connection, text, 10, location); })
                .result();
        if (!hits)
            qFatal("test search: %s", qUtf8Printable(hits.error().detail));
        QStringList numbers;
        for (const VehicleSummary& hit : *hits)
            numbers += hit.stockNumber;
        return numbers;
    }

    std::unique_ptr<TestStore> test;
};

QTEST_GUILESS_MAIN(VehicleRepositoryTest)
#include "tst_vehiclerepository.moc"
