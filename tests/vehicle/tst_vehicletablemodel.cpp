// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicletablemodel.h"
#include "tests/vehicle/vehiclebuilder.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class VehicleTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test = std::make_unique<TestStore>(); }
    void cleanup()
    {
        tester.reset();
        model.reset();
        test.reset();
    }

    void showsAllVehiclesInOrder()
    {
        addVehicles(*test, 30);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        QCOMPARE(model->rowCount(), 30);
        QCOMPARE(stockNumbers().front(), u"B26-0001"_s);
        QCOMPARE(stockNumbers().back(), u"B26-0030"_s);
        // The first page came along with the list.
        QVERIFY(model->index(0, 0).data(VehicleTableModel::LoadedRole).toBool());
    }

    void loadsRowsAroundThoseLookedAt()
    {
        addVehicles(*test, 1000);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        const QModelIndex far = model->index(700, static_cast<int>(VehicleColumn::Stock));
        QVERIFY(!far.data(VehicleTableModel::LoadedRole).toBool());
        QVERIFY(!far.data().isValid());
        QTRY_COMPARE(far.data().toString(), u"B26-0701"_s);
        QVERIFY(far.siblingAtRow(720).data(VehicleTableModel::LoadedRole).toBool());
    }

    void keepsShowingTheRightRowsWhenAllWereLookedAt()
    {
        addVehicles(*test, 2600);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        for (const int row : {2599, 0, 1500, 2500, 10})
            QTRY_COMPARE(model->index(row, static_cast<int>(VehicleColumn::Stock)).data().toString(),
                         u"B26-%1"_s.arg(row + 1, 4, 10, QChar(u'0')));
        for (int row = 0; row < 2600; row += 60)
            QTRY_VERIFY(model->index(row, 0).data(VehicleTableModel::LoadedRole).toBool());
    }

    void filtersByEachPart_data()
    {
        QTest::addColumn<QJsonObject>("filter");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QJsonObject& filter, const QStringList& expected) {
            QTest::newRow(name) << filter << expected;
        };
        row("nothing", {}, {u"B26-0001"_s, u"B26-0002"_s, u"B26-0003"_s, u"B26-0004"_s});
        row("text", {{u"text"_s, u"coro"_s}}, {u"B26-0002"_s});
        row("two words", {{u"text"_s, u"toy 2018"_s}}, {u"B26-0002"_s});
        row("accents do not matter", {{u"text"_s, u"citroen"_s}}, {u"B26-0003"_s});
        row("stock number without hyphen", {{u"text"_s, u"b260004"_s}}, {u"B26-0004"_s});
        row("last six", {{u"text"_s, u"000001"_s}}, {u"B26-0001"_s});
        row("no match", {{u"text"_s, u"zzz"_s}}, {});
        row("phase", {{u"phases"_s, QJsonArray{u"listed"_s, u"sold"_s}}}, {u"B26-0001"_s, u"B26-0003"_s});
        row("make", {{u"makes"_s, QJsonArray{u"Toyota"_s}}}, {u"B26-0001"_s, u"B26-0002"_s});
        row("year", {{u"year_from"_s, 2018}, {u"year_to"_s, 2019}}, {u"B26-0002"_s, u"B26-0003"_s});
        row("price from", {{u"price_from"_s, 1'500'000}, {u"price_currency"_s, u"CAD"_s}}, {u"B26-0002"_s});
        row("price up to", {{u"price_to"_s, 1'500'000}, {u"price_currency"_s, u"CAD"_s}}, {u"B26-0001"_s});
        row("price in another currency", {{u"price_from"_s, 0}, {u"price_currency"_s, u"XOF"_s}}, {u"B26-0003"_s});
        row("days in phase", {{u"days_in_phase_from"_s, 10}, {u"days_in_phase_to"_s, 20}}, {u"B26-0001"_s});
        row("duplicates", {{u"duplicates_only"_s, true}}, {u"B26-0001"_s, u"B26-0004"_s});
        row("several parts", {{u"makes"_s, QJsonArray{u"Toyota"_s}}, {u"text"_s, u"cor"_s}, {u"year_to"_s, 2018}},
            {u"B26-0002"_s});
    }
    void filtersByEachPart()
    {
        QFETCH(const QJsonObject, filter);
        QFETCH(const QStringList, expected);
        constexpr UtcMs Day = 24LL * 60 * 60 * 1000;
        Vehicle one = someVehicle(1);
        one.make = u"Toyota"_s;
        one.model = u"RAV4"_s;
        one.year = 2017;
        one.phase = Phase::Listed;
        one.phaseSince = test->clock.now() - 12 * Day;
        one.asking = Money{1'000'000, Currency::CAD};
        Vehicle two = someVehicle(2);
        two.make = u"Toyota"_s;
        two.model = u"Corolla"_s;
        two.year = 2018;
        two.asking = Money{2'000'000, Currency::CAD};
        Vehicle three = someVehicle(3);
        three.make = u"Citroën"_s;
        three.model = u"C3"_s;
        three.year = 2019;
        three.phase = Phase::Sold;
        three.asking = Money{5'000'000, Currency::XOF};
        Vehicle four = someVehicle(4);
        four.make = u"Kia"_s;
        four.year = 2021;
        four.asking = std::nullopt;
        four.vin = u"WVWZZZIKZ6WOOOOO1"_s;
        for (const Vehicle& vehicle : {one, two, three})
            addVehicle(*test, vehicle);
        addAsItCame(four);
        VehicleQuery query = VehicleQuery::fromJson({{u"filter"_s, filter}});
        query.sort = VehicleSort::StockNumber;
        query.direction = Qt::AscendingOrder;
        start(query);
        QCOMPARE(stockNumbers(), expected);
        const auto count = test->store()
                               .read([query, now = test->clock.now()](Connection& connection) {
                                   return VehicleRepository::count(connection, query.filter, now);
                               })
                               .result();
        QCOMPARE(*count, static_cast<int>(expected.size()));
    }

    void sortsBothWaysWithTheUnknownLast()
    {
        Vehicle unpriced = someVehicle(1);
        unpriced.asking = std::nullopt;
        addVehicle(*test, unpriced);
        addVehicle(*test, someVehicle(2));
        addVehicle(*test, someVehicle(3));
        start({{}, VehicleSort::Asking, Qt::AscendingOrder});
        QCOMPARE(stockNumbers(), (QStringList{u"B26-0002"_s, u"B26-0003"_s, u"B26-0001"_s}));
        model->sort(static_cast<int>(VehicleColumn::Asking), Qt::DescendingOrder);
        QTRY_COMPARE(stockNumbers(), (QStringList{u"B26-0003"_s, u"B26-0002"_s, u"B26-0001"_s}));
    }

    void sortsByEveryOrder()
    {
        addVehicles(*test, 20);
        start({});
        for (const VehicleSort sort :
             {VehicleSort::StockNumber, VehicleSort::Name, VehicleSort::Year, VehicleSort::Site, VehicleSort::Phase,
              VehicleSort::DaysInPhase, VehicleSort::Asking, VehicleSort::Cost, VehicleSort::Margin,
              VehicleSort::Photos, VehicleSort::Odometer, VehicleSort::Vin, VehicleSort::Color, VehicleSort::Owner,
              VehicleSort::Acquired, VehicleSort::Created}) {
            const QSignalSpy failed(model.get(), &VehicleTableModel::failed);
            model->setQuery({{}, sort, Qt::AscendingOrder});
            QTRY_VERIFY(!model->isLoading());
            QCOMPARE(failed.count(), 0);
            QCOMPARE(model->rowCount(), 20);
        }
    }

    void dropsWhatIsNoLongerAskedFor()
    {
        addVehicles(*test, 200);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        const QSignalSpy failed(model.get(), &VehicleTableModel::failed);
        VehicleQuery query = model->query();
        const QString typed = u"B26-0123"_s;
        for (int length = 1; length <= typed.size(); ++length) {
            query.filter.text = typed.left(length);
            model->setQuery(query);
        }
        QTRY_COMPARE(stockNumbers(), QStringList{typed});
        QCOMPARE(failed.count(), 0);
    }

    void updatesOneRowInPlace()
    {
        const QList<VehicleId> ids = addVehicles(*test, 10);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        const QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy laidOut(model.get(), &QAbstractItemModel::layoutChanged);
        QVERIFY(test->journal().run(EditVehicle{ids[4], {{VehicleField::Trim, u"GTI"_s}}}).result());
        QTRY_COMPARE(model->index(4, static_cast<int>(VehicleColumn::Trim)).data().toString(), u"GTI"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().at(0).toModelIndex().row(), 4);
        QCOMPARE(reset.count() + laidOut.count(), 0);
    }

    void insertsRemovesAndMovesOnlyTheRowsConcerned()
    {
        const QList<VehicleId> ids = addVehicles(*test, 50);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        const QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(model.get(), &QAbstractItemModel::rowsMoved);

        Vehicle between = someVehicle(100);
        between.stockNumber = u"B26-0010A"_s;
        addVehicle(*test, between);
        QTRY_COMPARE(inserted.count(), 1);
        QCOMPARE(inserted.front().at(1).toInt(), 10);

        QVERIFY(test->journal().run(RemoveVehicles{{ids[0], ids[1]}}).result());
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed.front().at(2).toInt(), 1);

        QVERIFY(test->journal().run(EditVehicle{ids[49], {{VehicleField::StockNumber, u"A"_s}}}).result());
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(stockNumbers().front(), u"A"_s);
        QCOMPARE(model->rowCount(), 49);
    }

    void keepsTheSelectionThroughABurstOfSync()
    {
        const QList<VehicleId> ids = addVehicles(*test, 300);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        QItemSelectionModel selection(model.get());
        for (const int row : {3, 7, 40})
            selection.select(model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);

        // Every stock number turns round, some leave, others come.
        QVERIFY(test->edit([&](EditTransaction& transaction) -> Expected<void> {
            for (int i = 0; i < ids.size(); ++i) {
                if (i % 10 == 5) {
                    FC_TRY(RemoveVehicles{{ids[i]}}.apply(transaction));
                    continue;
                }
                const VehicleEdits edits{{VehicleField::StockNumber, u"Z%1"_s.arg(1000 - i)}};
                FC_TRY((EditVehicle{ids[i], edits}.apply(transaction)));
            }
            for (int i = 0; i < 20; ++i)
                FC_TRY((AddVehicle{someVehicle(1000 + i)}.apply(transaction)));
            return {};
        }));
        QTRY_COMPARE(model->rowCount(), 290);
        QStringList selected;
        for (const QModelIndex& index : selection.selectedRows(static_cast<int>(VehicleColumn::Stock))) {
            QTRY_VERIFY(index.data().isValid());
            selected += index.data().toString();
        }
        selected.sort();
        QCOMPARE(selected, (QStringList{u"Z960"_s, u"Z993"_s, u"Z997"_s}));
    }

    void keepsTheSelectionThroughSorting()
    {
        addVehicles(*test, 500);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        const QPersistentModelIndex kept = model->index(3, static_cast<int>(VehicleColumn::Stock));
        model->sort(static_cast<int>(VehicleColumn::Stock), Qt::DescendingOrder);
        QTRY_COMPARE(kept.row(), 496);
        QTRY_COMPARE(kept.data().toString(), u"B26-0004"_s);
    }

    void followsPhotosAndSites()
    {
        Vehicle vehicle = someVehicle(1);
        vehicle.location = addLocation(*test, u"MTL"_s);
        addVehicle(*test, vehicle);
        start({});
        QVERIFY(test->edit([&](EditTransaction& transaction) {
            return transaction.insert(Table::Photos, Uuid::create(), {{u"vehicle_id"_s, vehicle.id.toBytes()}});
        }));
        QTRY_COMPARE(model->index(0, static_cast<int>(VehicleColumn::Photos)).data().toInt(), 1);
        QVERIFY(test->edit([&](EditTransaction& transaction) {
            return transaction.update(Table::Locations, vehicle.location.uuid(), {{u"code"_s, u"LVL"_s}});
        }));
        QTRY_COMPARE(model->index(0, static_cast<int>(VehicleColumn::Site)).data().toString(), u"LVL"_s);
    }

    void findsRowsAndIds()
    {
        const QList<VehicleId> ids = addVehicles(*test, 500);
        start({{}, VehicleSort::StockNumber, Qt::AscendingOrder});
        QCOMPARE(model->rowOf(ids[5]), 5);
        QVERIFY(!model->rowOf(ids[400]));
        auto row = model->locate(ids[400]);
        QTRY_VERIFY(row.isFinished());
        QCOMPARE(row.result().value(), 400);
        auto nowhere = model->locate(VehicleId::create());
        QTRY_VERIFY(nowhere.isFinished());
        QVERIFY(!nowhere.result().value());
        QList<int> rows;
        for (int i = 0; i < 500; ++i)
            rows += i;
        QCOMPARE(*model->idsOf(rows).result(), ids);
    }

    void speaksTheWordsItIsGiven()
    {
        addVehicles(*test, 2);
        start({});
        model->setHeaderText([](VehicleColumn column) { return u"H:"_s + vehicleColumnCode(column); });
        model->setWording([](const VehicleSummary& vehicle, VehicleColumn, int role) {
            return role == Qt::DisplayRole ? QVariant(u"D "_s + vehicle.stockNumber) : QVariant();
        });
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), u"H:stock"_s);
        QVERIFY(model->index(0, 3).data().toString().startsWith(u"D B26"_s));
        QVERIFY(!model->index(0, 3).data(Qt::ToolTipRole).isValid());
    }

    void goesAwayWhileItReads()
    {
        addVehicles(*test, 50);
        for (int i = 0; i < 20; ++i) {
            VehicleTableModel passing(test->store());
            passing.setQuery({{}, VehicleSort::Margin, Qt::AscendingOrder});
            if (i % 2 == 0)
                QCoreApplication::processEvents();
        }
        start({});
        QCOMPARE(model->rowCount(), 50);
    }

    void staysTrueThroughRandomEdits()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QList<VehicleId> ids = addVehicles(*test, 120);
        int next = 1000;
        VehicleQuery query{{}, VehicleSort::StockNumber, Qt::AscendingOrder};
        start(query);
        for (int round = 0; round < 60; ++round) {
            const auto pick = [&] { return ids[random.bounded(ids.size())]; };
            switch (random.bounded(6)) {
            case 0: {
                const Vehicle vehicle = someVehicle(next++);
                addVehicle(*test, vehicle);
                ids += vehicle.id;
                break;
            }
            case 1: {
                const VehicleId id = ids.takeAt(random.bounded(ids.size()));
                QVERIFY(test->journal().run(RemoveVehicles{{id}}).result());
                break;
            }
            case 2:
                QVERIFY(test->journal()
                            .run(EditVehicle{pick(), {{VehicleField::StockNumber, u"R%1"_s.arg(random.bounded(9999))}}})
                            .result());
                break;
            case 3: {
                const QList<VehicleId> some = ids.mid(random.bounded(ids.size()), 40);
                const auto phase = AllPhases[random.bounded(static_cast<quint32>(AllPhases.size()))];
                QVERIFY(
                    test->journal().run(BulkEdit{some, {{VehicleField::Phase, QVariant::fromValue(phase)}}}).result());
                break;
            }
            case 4:
                query.sort = random.bounded(2) ? VehicleSort::StockNumber : VehicleSort::Phase;
                query.direction = random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
                model->setQuery(query);
                break;
            case 5:
                query.filter.phases = random.bounded(2) ? QList<Phase>{} : QList{Phase::Ready, Phase::Incoming};
                model->setQuery(query);
                break;
            }
            if (random.bounded(3) == 0)
                QCoreApplication::processEvents();
        }
        QTRY_COMPARE(stockNumbers(), storedNumbers(query));
    }

private:
    void start(const VehicleQuery& query)
    {
        model = std::make_unique<VehicleTableModel>(test->store());
        model->setQuery(query);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(!model->isLoading());
    }

    /// What the model shows, each row loaded by looking at it; a row still loading counts as empty.
    QStringList stockNumbers()
    {
        QStringList numbers;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, static_cast<int>(VehicleColumn::Stock));
            for (int wait = 0; wait < 100 && !index.data(VehicleTableModel::LoadedRole).toBool(); ++wait)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
            numbers += model->index(row, static_cast<int>(VehicleColumn::Stock)).data().toString();
        }
        return numbers;
    }

    QStringList storedNumbers(const VehicleQuery& query)
    {
        QStringList numbers;
        VehicleTableModel fresh(test->store());
        fresh.setQuery(query);
        while (fresh.isLoading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QList<int> rows;
        for (int row = 0; row < fresh.rowCount(); ++row)
            rows += row;
        const auto ids = fresh.idsOf(rows).result();
        for (const VehicleId& id : *ids)
            numbers += vehicleOf(*test, id).stockNumber;
        return numbers;
    }

    /// As sync or an older program might have brought it: not normalised.
    void addAsItCame(const Vehicle& vehicle)
    {
        const auto outcome = test->edit([&](EditTransaction& transaction) {
            return transaction.insert(Table::Vehicles, vehicle.id.uuid(),
                                      {{u"stock_number"_s, vehicle.stockNumber},
                                       {u"vin"_s, vehicle.vin},
                                       {u"make"_s, vehicle.make},
                                       {u"year"_s, static_cast<qlonglong>(*vehicle.year)}});
        });
        if (!outcome)
            qFatal("test vehicle: %s", qUtf8Printable(outcome.error().detail));
    }

    std::unique_ptr<TestStore> test;
    std::unique_ptr<VehicleTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

QTEST_GUILESS_MAIN(VehicleTableModelTest)
#include "tst_vehicletablemodel.moc"
