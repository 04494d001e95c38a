// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/errortext.h"
#include "models/store/migrations.h"
#include "models/store/store.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

#include <atomic>
#include <functional>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

Expected<std::unique_ptr<Store>> openAt(const QString& path)
{
    return Store::open({path});
}

/// Overwrites the middle of every page but the first, as a failing disk would.
void damage(const QString& file)
{
    QFile store(file);
    QVERIFY(store.open(QIODevice::ReadWrite));
    for (qint64 at = 4096 + 100; at < store.size(); at += 4096) {
        store.seek(at);
        store.write(QByteArray(2000, '\x5a'));
    }
}

}  // namespace

class TestStoreOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondProgramIsRefused()
    {
        TestStore first;
        const auto second = openAt(first.path());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::StoreInUse);
    }

    void canBeOpenedAgainAfterClosing()
    {
        TestStore store;
        store.close();
        QVERIFY(openAt(store.path()));
    }

    void workInTheBackgroundIsNotPutOffForEver()
    {
        TestStore store;
        std::atomic<bool> reached = false;
        std::atomic<bool> enough = false;
        // Each job posts the next one, so there is no moment without.
        std::function<void()> goOn = [&] {
            store.store().writeRaw([&](Connection&) -> Expected<void> {
                if (!enough)
                    goOn();
                return {};
            });
        };
        goOn();
        const auto background = store.store().writeInLull([&](Connection&) -> Expected<void> {
            reached = true;
            return {};
        });
        const bool inTime = QTest::qWaitFor([&] { return reached.load(); }, 30'000);
        enough = true;
        QVERIFY(inTime);
        QVERIFY(background.result());
        store.close();
    }

    void aNewerStoreIsRefusedAndLeftAlone()
    {
        TestStore store;
        const int newer = currentSchemaVersion() + 1;
        QVERIFY(store.store()
                    .writeRaw([newer](Connection& c) { return c.script(u"PRAGMA user_version = %1"_s.arg(newer)); })
                    .result());
        store.close();
        QFile file(store.path() + u"/forecourt.sqlite"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        const auto opened = openAt(store.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
        QCOMPARE(opened.error().subject, store.path());
        QVERIFY(ErrorText::full(opened.error()).contains(u"Nothing was changed."_s));
        file.seek(0);
        QCOMPARE(file.readAll(), content);
        QVERIFY(QDir(store.path()).entryList({u"forecourt-before*"_s}).isEmpty());
    }

    void aDamagedStoreIsReportedAndNotOverwritten()
    {
        TestStore store;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(store.edit([i](EditTransaction& edit) {
                return edit.insert(Table::Vehicles, Uuid::create(), {{u"stock_number"_s, u"B%1"_s.arg(i)}});
            }));
        }
        store.close();
        const QString file = store.path() + u"/forecourt.sqlite"_s;
        damage(file);
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray content = before.readAll();

        const auto opened = openAt(store.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreDamaged);
        QFile after(file);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), content);
    }

    void aFileThatIsNoStoreIsReported()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"forecourt.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = openAt(directory.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreDamaged);
    }

    void aFullDiskIsReportedAndWhatIsStoredStays()
    {
        TestStore store;
        const Uuid kept = Uuid::create();
        QVERIFY(store.edit([kept](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, kept, {{u"stock_number"_s, u"B1"_s}});
        }));
        // A page limit makes SQLite answer exactly as a full disk does.
        QVERIFY(store.store()
                    .writeRaw([](Connection& c) -> Expected<QVariant> {
                        const auto pages = c.scalar(u"PRAGMA page_count"_s);
                        return c.scalar(u"PRAGMA max_page_count = %1"_s.arg(pages->toInt()));
                    })
                    .result());
        const QString longNotes(200'000, u'n');
        const auto refused = store.edit([kept, longNotes](EditTransaction& edit) {
            return edit.update(Table::Vehicles, kept, {{u"notes"_s, longNotes}});
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QCOMPARE(store.scalar(u"SELECT stock_number FROM vehicles"_s).toString(), u"B1"_s);
        QCOMPARE(store.scalar(u"SELECT length(notes) FROM vehicles"_s).toInt(), 0);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM sync_op"_s).toInt(), 1);
    }

    void aDirectoryThatCannotBeMadeIsReported()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto opened = openAt(directory.filePath(u"file/store"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreUnreadable);
    }

    void aFailedWriteLeavesNothingBehind()
    {
        TestStore store;
        const auto failed = store.store()
                                .write([](Connection& connection) -> Expected<void> {
                                    FC_TRY(connection.run(u"INSERT INTO sync_state VALUES ('half', 1)"_s));
                                    return fail(ErrorCode::Cancelled);
                                })
                                .result();
        QVERIFY(!failed);
        QCOMPARE(store.scalar(u"SELECT count(*) FROM sync_state WHERE k = 'half'"_s).toInt(), 0);
    }

    void announcesWhatChanged()
    {
        TestStore store;
        QSignalSpy spy(&store.store().changes(), &ChangeNotifier::committed);
        const Uuid id = Uuid::create();
        QVERIFY(store.edit([id](EditTransaction& edit) { return edit.insert(Table::Vehicles, id, {}); }));
        QTRY_COMPARE(spy.count(), 1);
        const auto changes = spy.at(0).at(0).value<ChangeSet>();
        QCOMPARE(changes.rows.size(), 1u);
        QCOMPARE(changes.rows.front().id, id);
        QVERIFY(changes.contains(Table::Vehicles));
        QVERIFY(!changes.contains(Table::Photos));
    }

    void findsVehiclesByTheLastSixOfTheVin()
    {
        TestStore store;
        const Uuid id = Uuid::create();
        QVERIFY(store.edit([id](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, id, {{u"vin"_s, u"2T3B1RFV3KC045219"_s}, {u"make"_s, u"Toyota"_s}});
        }));
        const QString sql = u"SELECT count(*) FROM vehicle_search WHERE vehicle_search MATCH ?"_s;
        QCOMPARE(store.scalar(sql, {u"\"045219\""_s}).toInt(), 1);
        QVERIFY(store.edit([id](EditTransaction& edit) {
            return edit.update(Table::Vehicles, id, {{u"vin"_s, u"2T3B1RFV3KC111111"_s}});
        }));
        QCOMPARE(store.scalar(sql, {u"\"045219\""_s}).toInt(), 0);
        QCOMPARE(store.scalar(sql, {u"toy*"_s}).toInt(), 1);
        QVERIFY(store.edit([id](EditTransaction& edit) { return edit.remove(Table::Vehicles, id); }));
        QCOMPARE(store.scalar(sql, {u"toy*"_s}).toInt(), 0);
    }

    void countsPhotosBesideTheVehicles()
    {
        TestStore store;
        const Uuid vehicle = Uuid::create();
        const Uuid photo = Uuid::create();
        const QString sql = u"SELECT ifnull(sum(count), 0) FROM photo_counts WHERE vehicle_id = ?"_s;
        QVERIFY(store.edit([=](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Photos, Uuid::create(), {{u"vehicle_id"_s, vehicle.toBytes()}}));
            return edit.insert(Table::Photos, photo, {{u"vehicle_id"_s, vehicle.toBytes()}});
        }));
        QCOMPARE(store.scalar(sql, {vehicle.toBytes()}).toInt(), 2);
        QVERIFY(store.edit([=](EditTransaction& edit) { return edit.remove(Table::Photos, photo); }));
        QCOMPARE(store.scalar(sql, {vehicle.toBytes()}).toInt(), 1);
        QVERIFY(store.edit([=](EditTransaction& edit) { return edit.restore(Table::Photos, photo); }));
        QCOMPARE(store.scalar(sql, {vehicle.toBytes()}).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestStoreOpening)
#include "tst_store.moc"
