// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vehicle/vehicleduplicatewatcher.h"
#include "tests/vehicle/vehiclebuilder.h"

#include <QSignalSpy>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

class DuplicateWatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test = std::make_unique<TestStore>();
        watcher = std::make_unique<VehicleDuplicateWatcher>(test->store());
    }
    void cleanup()
    {
        watcher.reset();
        test.reset();
    }

    void noticesALookAlikeVinThatSyncBrings()
    {
        addVehicle(*test, someVehicle(1));
        const QSignalSpy noticed(watcher.get(), &VehicleDuplicateWatcher::noticed);
        const auto id = bring(u"A26-0001"_s, u"WVWZZZ1KZ6WOOOOO1"_s);
        QTRY_COMPARE(noticed.count(), 1);
        QCOMPARE(test->scalar(u"SELECT id FROM notifications WHERE kind = 'duplicate_vin'"_s).toByteArray(),
                 id.toBytes());
        QCOMPARE(test->scalar(u"SELECT arguments FROM notifications"_s).toString(),
                 u"[\"A26-0001\",\"B26-0001\",\"WVWZZZ1KZ6WOOOOO1\"]"_s);
    }

    void noticesAPairOnce()
    {
        const Vehicle mine = someVehicle(1);
        addVehicle(*test, mine);
        const QSignalSpy noticed(watcher.get(), &VehicleDuplicateWatcher::noticed);
        bring(u"A26-0001"_s, mine.vin);
        QTRY_COMPARE(noticed.count(), 1);
        bring(u"A26-0002"_s, u"WVWZZZ1KZ6W777777"_s);
        bring(u"A26-0003"_s, u"WVWZZZ1KZ6W777777"_s);
        QTRY_COMPARE(noticed.count(), 2);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM notifications"_s).toInt(), 2);
    }

    void staysQuietAboutOtherVins()
    {
        addVehicle(*test, someVehicle(1));
        const QSignalSpy noticed(watcher.get(), &VehicleDuplicateWatcher::noticed);
        bring(u"A26-0001"_s, u"WVWZZZ1KZ6W555555"_s);
        bring(u"A26-0002"_s, QString());
        bring(u"A26-0003"_s, QString());
        // Work is done in order: when this pair is noticed, the others were looked at.
        bring(u"A26-0004"_s, someVehicle(1).vin);
        QTRY_COMPARE(noticed.count(), 1);
        QCOMPARE(test->scalar(u"SELECT count(*) FROM notifications"_s).toInt(), 1);
    }

private:
    /// A vehicle as the server sends it.
    VehicleId bring(const QString& stockNumber, const QString& vin)
    {
        const auto id = VehicleId::create();
        const TableSchema& schema = test->store().schema().table(Table::Vehicles);
        const Hlc clock{static_cast<std::uint64_t>(test->clock.now()) << 16, 7};
        RemoteRow row;
        row.table = static_cast<std::uint16_t>(Table::Vehicles);
        row.id = id.uuid();
        row.seq = ++m_seq;
        row.fields = {{schema.field(u"stock_number")->number, stockNumber, clock},
                      {schema.field(u"vin")->number, vin.isNull() ? u""_s : vin, clock}};
        if (const auto applied = test->journal().applyRemote({row}, m_seq).result(); !applied)
            qFatal("test row: %s", qUtf8Printable(applied.error().detail));
        return id;
    }

    std::unique_ptr<TestStore> test;
    std::unique_ptr<VehicleDuplicateWatcher> watcher;
    qint64 m_seq = 0;
};

QTEST_GUILESS_MAIN(DuplicateWatcherTest)
#include "tst_duplicatewatcher.moc"
