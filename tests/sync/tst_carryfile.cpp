// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/sha256.h"
#include "models/outbox/conflict.h"
#include "models/outbox/outboxexport.h"
#include "models/outbox/outboximport.h"
#include "tests/support/workstation.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Waiting changes that travel by file from one workstation to another of the same dealership.
class TestCarryFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server.addUser(u"awa"_s);
        m_server.addUser(u"theo"_s);
        m_server.start();
    }

    void init()
    {
        m_lot = std::make_unique<Workstation>();
        m_office = std::make_unique<Workstation>();
        QVERIFY(m_lot->signIn(m_server, u"awa"_s));
        QVERIFY(m_office->signIn(m_server, u"theo"_s));
        m_file = m_folder.filePath(Uuid::create().toString());
    }

    void cleanup()
    {
        m_lot.reset();
        m_office.reset();
    }

    void newRecordsAndEditsArriveWithTheirPhotosAndTwiceIsOnce()
    {
        const Uuid known = sharedCar();
        const Uuid fresh = Uuid::create();
        const Uuid photo = Uuid::create();
        offline(*m_lot);
        const QByteArray picture = "not much of a picture";
        const QByteArray sha = *BlobStore(m_lot->store().blobDirectory()).put(picture);
        QVERIFY(m_lot->edit([&](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Vehicles, fresh, {{u"stock_number"_s, u"NEW-1"_s}}));
            FC_TRY(edit.insert(Table::Photos, photo, {{u"vehicle_id"_s, fresh.toBytes()}, {u"thumb_sha"_s, sha}}));
            FC_TRY(noteBlobHere(edit.connection(), sha, picture.size(), BlobPriority::Thumbnail, edit.now()));
            return edit.update(Table::Vehicles, known, {{u"color"_s, u"blue"_s}});
        }));
        const auto exported = exportOutbox(m_lot->journal(), m_file, true).takeResult();
        QVERIFY(exported);
        QCOMPARE(exported->changes, 3);
        QCOMPARE(exported->files, 1);
        // Exporting takes nothing away.
        QCOMPARE(m_lot->journal().counts().result()->waiting, 3);

        const auto plan = planOutboxImport(m_office->journal(), m_file).takeResult();
        QVERIFY(plan);
        QCOMPARE(plan->changes, 3);
        QCOMPARE(plan->vehicles, 2);
        QCOMPARE(plan->files, 1);
        QCOMPARE(plan->header.userName, u"awa"_s);
        QVERIFY(plan->refused.empty());
        QCOMPARE(m_office->journal().counts().result()->waiting, 0);

        const auto imported = importOutbox(m_office->journal(), m_file).takeResult();
        QVERIFY(imported);
        QCOMPARE(imported->changes, 3);
        QCOMPARE(field(*m_office, known, u"color"_s), QVariant(u"blue"_s));
        QVERIFY(BlobStore(m_office->store().blobDirectory()).has(sha));
        const auto again = importOutbox(m_office->journal(), m_file).takeResult();
        QVERIFY(again);
        QCOMPARE(again->changes, 0);
        QCOMPARE(again->already, 3);
        QVERIFY(m_office->settle(SyncClient::Files::Include));

        // The first workstation comes back and sends the same itself.
        m_lot->sync().setWorkOffline(false);
        QVERIFY(m_lot->settle(SyncClient::Files::Include) && m_office->settle());
        compareAll();
        QCOMPARE(conflictCount(*m_lot, known), 0);
        QCOMPARE(m_lot->scalar(u"SELECT count(*) FROM vehicles WHERE stock_number = 'NEW-1'"_s).toInt(), 1);
    }

    void whatChangedMeanwhileStaysAndTheImportedValueIsAConflict()
    {
        const Uuid car = sharedCar();
        offline(*m_lot);
        set(*m_lot, car, {{u"color"_s, u"blue"_s}, {u"bay"_s, u"C 14"_s}});
        QVERIFY(exportOutbox(m_lot->journal(), m_file, true).takeResult());
        // The importing person has changed the colour too, later.
        m_office->clock.advance(5'000);
        set(*m_office, car, {{u"color"_s, u"green"_s}});
        QVERIFY(m_office->settle());
        QVERIFY(importOutbox(m_office->journal(), m_file).takeResult());
        QVERIFY(m_office->settle());
        QCOMPARE(field(*m_office, car, u"color"_s), QVariant(u"green"_s));
        QCOMPARE(field(*m_office, car, u"bay"_s), QVariant(u"C 14"_s));
        const ConflictedRecord record = conflictsOf(*m_office, car);
        QCOMPARE(record.conflicts.size(), 1U);
        QCOMPARE(record.conflicts.front().lost.value(u"color"_s), QVariant(u"blue"_s));
        QCOMPARE(record.conflicts.front().before.value(u"color"_s), QVariant(u"red"_s));
        m_lot->sync().setWorkOffline(false);
        QVERIFY(m_lot->settle() && m_office->settle());
        compareAll();
    }

    void whileTheImportingPersonIsOfflineTooNothingOfTheirsIsLost()
    {
        const Uuid car = sharedCar();
        offline(*m_lot);
        offline(*m_office);
        set(*m_lot, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(exportOutbox(m_lot->journal(), m_file, true).takeResult());
        set(*m_office, car, {{u"color"_s, u"green"_s}});
        QVERIFY(importOutbox(m_office->journal(), m_file).takeResult());
        m_office->sync().setWorkOffline(false);
        QVERIFY(m_office->settle());
        QCOMPARE(field(*m_office, car, u"color"_s), QVariant(u"green"_s));
        QCOMPARE(conflictCount(*m_office, car), 1);
    }

    void anImportedRemovalYieldsToWhatTheImportingPersonChanged()
    {
        const Uuid car = sharedCar();
        offline(*m_lot);
        offline(*m_office);
        QVERIFY(m_lot->edit([car](EditTransaction& edit) { return edit.remove(Table::Vehicles, car); }));
        QVERIFY(exportOutbox(m_lot->journal(), m_file, true).takeResult());
        set(*m_office, car, {{u"color"_s, u"green"_s}});
        QVERIFY(importOutbox(m_office->journal(), m_file).takeResult());
        m_office->sync().setWorkOffline(false);
        QVERIFY(m_office->settle());
        QCOMPARE(field(*m_office, car, u"_del"_s), QVariant(0));
        QCOMPARE(conflictCount(*m_office, car), 1);
        m_lot->sync().setWorkOffline(false);
        QVERIFY(m_lot->settle() && m_office->settle());
        compareAll();
    }

    void undoTakesAnImportBack()
    {
        const Uuid car = sharedCar();
        offline(*m_lot);
        set(*m_lot, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(exportOutbox(m_lot->journal(), m_file, false).takeResult());
        const auto imported = importOutbox(m_office->journal(), m_file).takeResult();
        QVERIFY(imported);
        QVERIFY(m_office->journal().revert(imported->undo).result());
        QCOMPARE(field(*m_office, car, u"color"_s), QVariant(u"red"_s));
    }

    void editsOfUnknownRecordsAndPersonalSettingsAreLeftOutAndNamed()
    {
        const Uuid car = Uuid::create();
        QVERIFY(m_lot->edit([car](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, car, {{u"stock_number"_s, u"LOT-1"_s}});
        }));
        offline(*m_office);
        QVERIFY(m_lot->settle());
        offline(*m_lot);
        set(*m_lot, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(m_lot->edit([this](EditTransaction& edit) {
            return edit.insert(Table::SavedViews, Uuid::create(),
                               {{u"user_id"_s, edit.user().toBytes()}, {u"name"_s, u"Mine"_s}});
        }));
        QVERIFY(exportOutbox(m_lot->journal(), m_file, true).takeResult());
        const auto imported = importOutbox(m_office->journal(), m_file).takeResult();
        QVERIFY(imported);
        QCOMPARE(imported->changes, 0);
        QCOMPARE(imported->refused.size(), 2U);
        QCOMPARE(imported->refused[0].reason, OutboxImported::Refused::Reason::NotHere);
        QCOMPARE(imported->refused[1].reason, OutboxImported::Refused::Reason::OtherPerson);
        // After synchronising, the same file goes in.
        m_office->sync().setWorkOffline(false);
        QVERIFY(m_office->settle());
        const auto again = importOutbox(m_office->journal(), m_file).takeResult();
        QVERIFY(again);
        QCOMPARE(again->changes, 1);
        QCOMPARE(field(*m_office, car, u"color"_s), QVariant(u"blue"_s));
    }

    void filesThatMustNotBeImportedAreToldApart()
    {
        const Uuid car = sharedCar();
        QCOMPARE(exportOutbox(m_lot->journal(), m_file, true).takeResult().error().code, ErrorCode::NotFound);
        offline(*m_lot);
        set(*m_lot, car, {{u"color"_s, u"blue"_s}});
        QVERIFY(exportOutbox(m_lot->journal(), m_file, true).takeResult());
        QCOMPARE(importError(*m_lot), ErrorCode::CarryOwn);

        ServerProcess other;
        other.addUser(u"awa"_s);
        other.start();
        Workstation elsewhere;
        QVERIFY(elsewhere.signIn(other, u"awa"_s));
        QCOMPARE(importError(elsewhere), ErrorCode::CarryDealership);

        const QByteArray whole = content();
        QByteArray flipped = whole;
        flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
        rewrite(flipped);
        QCOMPARE(importError(*m_office), ErrorCode::CarryDamaged);
        rewrite(whole.first(whole.size() - 1));
        QCOMPARE(importError(*m_office), ErrorCode::CarryDamaged);
        rewrite("stock_number,vin\n");
        QCOMPARE(importError(*m_office), ErrorCode::CarryForeign);
        // A later format: the first number of the header, with its right check sum.
        QByteArray later = whole;
        const qsizetype format = later.indexOf(QByteArray("\x00\x01", 2), 40);
        later[format + 1] = 2;
        later.replace(8, 32, sha256(QByteArrayView(later).sliced(40)));
        rewrite(later);
        QCOMPARE(importError(*m_office), ErrorCode::CarryTooNew);
        rewrite(whole);
        QVERIFY(importOutbox(m_office->journal(), m_file).takeResult());
    }

private:
    static void set(Workstation& on, Uuid car, const Fields& fields)
    {
        QVERIFY(on.edit([=](EditTransaction& edit) { return edit.update(Table::Vehicles, car, fields); }));
    }
    static QVariant field(Workstation& on, Uuid car, const QString& name)
    {
        return on.scalar(u"SELECT "_s + name + u" FROM vehicles WHERE id = ?"_s, {car.toBytes()});
    }
    static ConflictedRecord conflictsOf(Workstation& on, Uuid car)
    {
        return *on.store()
                    .read([&](Connection& connection) {
                        return ConflictRepository::ofRecord(connection, on.store().schema(),
                                                            static_cast<std::uint16_t>(Table::Vehicles), car);
                    })
                    .result();
    }
    static int conflictCount(Workstation& on, Uuid car)
    {
        return static_cast<int>(conflictsOf(on, car).conflicts.size());
    }
    static void offline(Workstation& one)
    {
        one.sync().setWorkOffline(true);
        QTRY_COMPARE(one.sync().status().link, SyncStatus::Link::WorkOffline);
    }
    Uuid sharedCar()
    {
        const Uuid car = Uuid::create();
        [&] {
            QVERIFY(m_lot->edit([car](EditTransaction& edit) {
                return edit.insert(Table::Vehicles, car, {{u"make"_s, u"Toyota"_s}, {u"color"_s, u"red"_s}});
            }));
            QVERIFY(m_lot->settle() && m_office->settle());
        }();
        return car;
    }
    ErrorCode importError(Workstation& on)
    {
        const auto imported = importOutbox(on.journal(), m_file).takeResult();
        return imported ? ErrorCode::Cancelled : imported.error().code;
    }
    QByteArray content() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void rewrite(const QByteArray& bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
    }
    void compareAll()
    {
        for (const Table table : {Table::Vehicles, Table::Photos, Table::Conflicts})
            compareContent(*m_lot, *m_office, table);
    }

    ServerProcess m_server;
    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<Workstation> m_lot;
    std::unique_ptr<Workstation> m_office;
};

QTEST_GUILESS_MAIN(TestCarryFile)
#include "tst_carryfile.moc"
