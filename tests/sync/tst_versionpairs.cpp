// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"
#include "models/outbox/conflict.h"
#include "models/outbox/opcodec.h"
#include "models/store/migrations.h"
#include "sync/server/password.h"
#include "sync/server/serverschema.h"
#include "tests/support/hostedserver.h"
#include "tests/support/laterversion.h"
#include "tests/support/workstation.h"

#include <QFile>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

const Uuid Car = Uuid::fromParts(1'700'000'000'000, 2, 3);
const Uuid Key = Uuid::fromParts(1'700'000'000'000, 2, 4);
const Uuid Other = Uuid::fromParts(1'700'000'000'000, 2, 5);

void join(Workstation& workstation, const HostedServer& server, const QString& name)
{
    const auto signedIn = workstation.sync().signIn(server.url(), name, HostedServer::Password).result();
    QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
}

void settle(std::initializer_list<Workstation*> workstations)
{
    // Twice: what one sends is there for the other in the next round.
    for (int round = 0; round < 2; ++round) {
        for (Workstation* workstation : workstations) {
            const auto settled = workstation->settle();
            QVERIFY2(settled, settled ? "" : qPrintable(settled.error().detail));
        }
    }
}

void insert(Workstation& workstation, Table table, Uuid id, const Fields& fields)
{
    QVERIFY(workstation.edit([=](EditTransaction& edit) { return edit.insert(table, id, fields); }));
}

void update(Workstation& workstation, Table table, Uuid id, const Fields& fields)
{
    QVERIFY(workstation.edit([=](EditTransaction& edit) { return edit.update(table, id, fields); }));
}

void remove(Workstation& workstation, Table table, Uuid id)
{
    QVERIFY(workstation.edit([=](EditTransaction& edit) { return edit.remove(table, id); }));
}

QString read(Workstation& workstation, QLatin1StringView table, Uuid id, QLatin1StringView field)
{
    return workstation.scalar(u"SELECT \"%1\" FROM %2 WHERE id = ? AND _del = 0"_s.arg(field, table), {id.toBytes()})
        .toString();
}

/// The version before the gallery's edits: photos without them, no shot lists.
StoreDesign beforeTheGallery()
{
    static const std::vector<SyncedTable> tables = [] {
        std::vector<SyncedTable> known;
        for (SyncedTable table : syncedTables()) {
            if (table.table > Table::Refusals)
                continue;
            if (table.table == Table::Photos) {
                table.policies = {{"position"_L1, MergePolicy::Quiet}};
                table.groups = {};
            }
            known.push_back(table);
        }
        return known;
    }();
    StoreDesign design{migrations(), tables};
    design.steps.resize(5);
    return design;
}

OutboxCounts counts(Workstation& workstation)
{
    return *workstation.journal().counts().result();
}

/// A store as the first version of the program left it, brought to `version` by its own steps: a car that was sent,
/// with an edit of it that waits, and a car that is new.
void writeOldStore(const QString& directory, int version)
{
    for (const char* end : {"", "-wal", "-shm"})
        QFile::remove(directory + u"/forecourt.sqlite"_s + QLatin1StringView(end));
    auto connection = Connection::open(directory + u"/forecourt.sqlite"_s, Connection::Access::ReadWrite);
    QVERIFY(connection);
    auto steps = migrations();
    steps.resize(1);
    QVERIFY(migrate(**connection, steps));
    const auto run = [&](const QString& sql, const QVariantList& values) {
        const auto done = (*connection)->run(sql, values);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    };
    const Hlc first{1'700'000'000'000ULL << 16, 0};
    const Hlc second{1'700'000'001'000ULL << 16, 0};
    const TableSchema& cars = Schema::current().table(Table::Vehicles);
    const std::uint16_t stock = cars.field(u"stock_number")->number;
    const std::uint16_t color = cars.field(u"color")->number;
    const auto make = [&](int opid, Uuid id, const QString& number, const QString& paint, const Hlc& clock) {
        run(u"INSERT INTO vehicles (id, _clk, stock_number, color) VALUES (?, ?, ?, ?)"_s,
            {id.toBytes(), clock.toBytes(), number, paint});
        run(u"INSERT INTO sync_op (opid, txn, tbl, id, kind, creates, hlc, body, prev, state, at) "
            "VALUES (?, ?, 3, ?, 0, 1, ?, ?, ?, 0, 1700000000000)"_s,
            {opid, opid, id.toBytes(), clock.toBytes(), encodeClockedValues({{stock, number, {}}, {color, paint, {}}}),
             encodeClockedValues({})});
    };
    make(1, Car, u"B1"_s, u"blue"_s, first);
    make(2, Other, u"B2"_s, u"black"_s, second);
    run(u"INSERT INTO saved_views (id, _clk, name) VALUES (?, ?, 'mine')"_s, {Key.toBytes(), first.toBytes()});
    run(u"INSERT INTO sync_state (k, v) VALUES ('next_opid', 3), ('next_txn', 3), ('clock', ?)"_s, {second.toBytes()});
    steps = migrations();
    steps.resize(static_cast<size_t>(version));
    QVERIFY(migrate(**connection, steps));
}

/// Rows and an account as a server of this version of its tables kept them.
void writeOldServer(const HostedServer& server, int version)
{
    if (server.isPostgres())
        server.script(
            u"CREATE TABLE store_state (one INTEGER PRIMARY KEY CHECK (one = 1), schema_version INTEGER NOT NULL, "
            "commits BIGINT NOT NULL); INSERT INTO store_state VALUES (1, 1, 0)"_s);
    const auto migrateTo = [&](int step) {
        server.script(server.isPostgres() ? serverSchemaScriptForPostgres(step) : serverSchemaScript(step));
        server.script(server.isPostgres() ? u"UPDATE store_state SET schema_version = %1"_s.arg(step)
                                          : u"PRAGMA user_version = %1"_s.arg(step));
    };
    migrateTo(1);
    const Uuid person = Uuid::fromParts(1'600'000'000'000, 1, 1);
    const RowClock clock(Hlc{1'600'000'000'000ULL << 16, 2});
    const auto numberIn = [](Table table, QStringView name) {
        return Schema::current().table(table).field(name)->number;
    };
    const auto row = [&](int seq, Table table, Uuid id, const Wire::FieldValues& values) {
        server.script(
            u"INSERT INTO row_state (tbl, id, seq, del, owner, clk, body) VALUES (%1, %2, %3, 0, NULL, %4, %5)"_s
                .arg(static_cast<int>(table))
                .arg(server.blob(id.toBytes()))
                .arg(seq)
                .arg(server.blob(clock.pack()), server.blob(Wire::encodeFields(values))));
    };
    server.script(u"INSERT INTO meta VALUES ('epoch', %1), ('dealership', %2)"_s.arg(
        server.blob("12345678"), server.blob(Uuid::fromParts(1, 1, 1).toBytes())));
    server.script(
        u"INSERT INTO devices (ordinal, id, user_id, name, pushed_opid, enrolled_at, seen_at) VALUES "
        "(1, %1, %1, 'server', 0, 0, 0), (2, %2, %3, 'old', 4, 0, 0)"_s.arg(
            server.blob(Uuid().toBytes()), server.blob(Uuid::fromParts(1, 1, 2).toBytes()),
            server.blob(person.toBytes())));
    row(1, Table::Users, person,
        {{numberIn(Table::Users, u"login"), u"mona"_s}, {numberIn(Table::Users, u"role"), u"manager"_s}});
    row(2, Table::Vehicles, Car,
        {{numberIn(Table::Vehicles, u"stock_number"), u"B1"_s}, {numberIn(Table::Vehicles, u"color"), u"blue"_s}});
    // Of a version that was tried out once: nobody knows the field.
    row(3, Table::Vehicles, Other, {{numberIn(Table::Vehicles, u"stock_number"), u"B2"_s}, {4'000, u"?"_s}});
    server.script(u"UPDATE seq_counter SET seq = 3"_s);
    server.script(u"INSERT INTO op_result VALUES (2, 4, 1, '', '', 0)"_s);
    server.script(u"INSERT INTO accounts VALUES (%1, 'mona', 'mona', 'Mona', 'manager', %2, 0)"_s.arg(
        server.blob(person.toBytes()), server.blob(*hashPassword(HostedServer::Password))));
    for (int step = 2; step <= version; ++step)
        migrateTo(step);
}

}  // namespace

/// Workstations and servers of different versions, each pair on real stores.
class TestVersionPairs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void anOlderWorkstationAtANewerServer()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start(Later::schema());
        Workstation mona(Later::design());
        Workstation awa;
        join(mona, server, u"mona"_s);
        join(awa, server, u"awa"_s);
        insert(mona, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}, {u"warranty"_s, u"two years"_s}});
        insert(mona, Table::Vehicles, Other, {{u"stock_number"_s, u"B2"_s}, {u"warranty"_s, u"none"_s}});
        insert(mona, Later::Keys, Key, {{u"vehicle_id"_s, Car.toBytes()}, {u"place"_s, u"hook 4"_s}});
        settle({&mona, &awa});
        QCOMPARE(read(awa, "vehicles"_L1, Car, "stock_number"_L1), u"B1"_s);

        update(awa, Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
        update(mona, Table::Vehicles, Car, {{u"warranty"_s, u"three years"_s}});
        update(mona, Later::Keys, Key, {{u"place"_s, u"drawer"_s}});
        update(mona, Table::Vehicles, Other, {{u"warranty_km"_s, qlonglong{1}}});
        settle({&mona, &awa});
        // What it has not shown does not keep a car from being removed.
        remove(awa, Table::Vehicles, Other);
        settle({&awa, &mona});
        QCOMPARE(read(mona, "vehicles"_L1, Other, "stock_number"_L1), QString());
        QCOMPARE(counts(awa).conflicts, 0);

        // The update, with something that waits and without the server.
        awa.restart(true);
        update(awa, Table::Vehicles, Car, {{u"notes"_s, u"smells of dog"_s}});
        awa.update(Later::design(), true);
        QCOMPARE(read(awa, "vehicles"_L1, Car, "warranty"_L1), u"three years"_s);
        QCOMPARE(read(awa, "vehicle_keys"_L1, Key, "place"_L1), u"drawer"_s);
        QCOMPARE(read(awa, "vehicles"_L1, Car, "notes"_L1), u"smells of dog"_s);
        QCOMPARE(counts(awa).waiting, 1);
        update(awa, Table::Vehicles, Car, {{u"warranty"_s, u"four years"_s}});
        awa.restart();
        settle({&awa, &mona});
        compareContent(mona, awa, Table::Vehicles);
        compareContent(mona, awa, Later::Keys);
        QCOMPARE(read(mona, "vehicles"_L1, Car, "warranty"_L1), u"four years"_s);
        QCOMPARE(read(mona, "vehicles"_L1, Car, "color"_L1), u"red"_s);
        QCOMPARE(counts(mona).conflicts, 0);
        QCOMPARE(counts(awa).rejected, 0);
    }

    void newerWorkstationsAtAnOlderServer()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start();
        Workstation mona(Later::design());
        Workstation awa(Later::design());
        join(mona, server, u"mona"_s);
        join(awa, server, u"awa"_s);
        insert(mona, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}, {u"warranty"_s, u"two years"_s}});
        insert(mona, Later::Keys, Key, {{u"vehicle_id"_s, Car.toBytes()}, {u"place"_s, u"hook 4"_s}});
        insert(mona, Later::Keys, Other, {{u"vehicle_id"_s, Car.toBytes()}, {u"place"_s, u"lost"_s}});
        settle({&mona, &awa});
        QVERIFY2(read(awa, "vehicles"_L1, Car, "warranty"_L1) == u"two years"_s, "fields are passed on");
        QCOMPARE(read(awa, "vehicle_keys"_L1, Key, "place"_L1), QString());
        // What the server cannot take shows here as it was typed, and waits.
        QCOMPARE(read(mona, "vehicle_keys"_L1, Key, "place"_L1), u"hook 4"_s);
        QCOMPARE(counts(mona).waiting, 2);
        QCOMPARE(counts(mona).rejected, 0);
        QVERIFY(mona.journal().waiting(10).result()->front().held);

        update(mona, Later::Keys, Key, {{u"place"_s, u"drawer"_s}});
        remove(mona, Later::Keys, Other);
        mona.restart();
        settle({&mona, &awa});
        QCOMPARE(read(mona, "vehicle_keys"_L1, Key, "place"_L1), u"drawer"_s);
        QCOMPARE(counts(mona).waiting, 3);
        // Edits of what the server knows are not held up.
        update(mona, Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
        settle({&mona, &awa});
        QCOMPARE(read(awa, "vehicles"_L1, Car, "color"_L1), u"red"_s);

        server.stop();
        // Made while nobody knows that the server is being updated.
        update(mona, Table::Vehicles, Car, {{u"warranty"_s, u"three years"_s}});
        const Uuid late = Uuid::create();
        insert(mona, Later::Keys, late, {{u"vehicle_id"_s, Car.toBytes()}, {u"place"_s, u"glove box"_s}});
        server.start(Later::schema());
        settle({&mona, &awa});
        QCOMPARE(counts(mona).waiting, 0);
        QCOMPARE(counts(mona).rejected, 0);
        QCOMPARE(read(awa, "vehicle_keys"_L1, Key, "place"_L1), u"drawer"_s);
        QCOMPARE(read(awa, "vehicle_keys"_L1, late, "place"_L1), u"glove box"_s);
        QCOMPARE(read(awa, "vehicle_keys"_L1, Other, "place"_L1), QString());
        compareContent(mona, awa, Table::Vehicles);
        QCOMPARE(counts(awa).conflicts, 0);
    }

    void rulesOfANewerServerHoldForWhatAnOlderOnePassedOn()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"sam"_s, u"sales"_s);
        server.addUser(u"old"_s, u"sales"_s);
        server.start();
        Workstation mona(Later::design());
        Workstation sam(Later::design());
        Workstation old;
        join(mona, server, u"mona"_s);
        join(sam, server, u"sam"_s);
        join(old, server, u"old"_s);
        const auto paper = BlobStore(mona.store().blobDirectory()).put("a paper of the warranty");
        QVERIFY(paper);
        insert(mona, Table::Vehicles, Car,
               {{u"stock_number"_s, u"B1"_s}, {u"reserve_minor"_s, qlonglong{900'000}}, {u"warranty_sha"_s, *paper}});
        QVERIFY(mona.edit([sha = *paper](EditTransaction& edit) {
            return noteBlobHere(edit.connection(), sha, 23, BlobPriority::Original, edit.now());
        }));
        settle({&mona, &sam, &old});
        QVERIFY(mona.settle(SyncClient::Files::Include));
        QVERIFY2(read(sam, "vehicles"_L1, Car, "reserve_minor"_L1) == u"900000"_s,
                 "the older server does not know that it is not for everybody");

        server.stop();
        server.start(Later::schema());
        settle({&sam, &old});
        QCOMPARE(read(sam, "vehicles"_L1, Car, "reserve_minor"_L1), QString());
        // The file is to be had as of now; an original comes when somebody wants it.
        sam.sync().wantBlob(*paper);
        QTRY_COMPARE_WITH_TIMEOUT(sam.scalar(u"SELECT here FROM blobs WHERE sha = ?"_s, {*paper}).toInt(), 1, 60'000);
        old.update(Later::design(), true);
        QCOMPARE(read(old, "vehicles"_L1, Car, "reserve_minor"_L1), QString());
        QCOMPARE(read(old, "vehicles"_L1, Car, "stock_number"_L1), u"B1"_s);
    }

    void aConflictAboutALaterFieldIsLeftToWhoKnowsIt()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start();
        Workstation mona(Later::design());
        Workstation awa(Later::design());
        Workstation old;
        join(mona, server, u"mona"_s);
        join(awa, server, u"awa"_s);
        join(old, server, u"awa"_s);
        insert(mona, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}});
        settle({&mona, &awa, &old});
        awa.restart(true);
        update(awa, Table::Vehicles, Car, {{u"warranty"_s, u"one year"_s}});
        update(mona, Table::Vehicles, Car, {{u"warranty"_s, u"two years"_s}});
        settle({&mona});
        awa.restart();
        settle({&awa, &mona, &old});
        QCOMPARE(counts(mona).conflicts, 1);
        QCOMPARE(counts(old).conflicts, 0);
        const auto listed = old.store()
                                .read([&old](Connection& connection) {
                                    return ConflictRepository::open(connection, old.store().schema(), 10);
                                })
                                .result();
        QVERIFY(listed && listed->empty());
    }

    void anOlderWorkstationInAnEditedGallery()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start();
        Workstation mona;
        Workstation old(beforeTheGallery());
        join(mona, server, u"mona"_s);
        join(old, server, u"awa"_s);
        const auto sha = [](char letter) { return QByteArray(32, letter); };
        insert(old, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}});
        insert(old, Table::Photos, Key,
               {{u"vehicle_id"_s, Car.toBytes()},
                {u"position"_s, u"V"_s},
                {u"large_sha"_s, sha('l')},
                {u"medium_sha"_s, sha('m')},
                {u"thumb_sha"_s, sha('t')}});
        settle({&old, &mona});
        QCOMPARE(read(mona, "photos"_L1, Key, "rendered"_L1), QString());

        old.restart(true);
        update(old, Table::Photos, Key, {{u"caption"_s, u"the left side"_s}, {u"position"_s, u"X"_s}});
        update(mona, Table::Photos, Key,
               {{u"edit"_s, u"{\"turn\":1}"_s},
                {u"slot"_s, u"side-left"_s},
                {u"large_sha"_s, sha('L')},
                {u"medium_sha"_s, sha('M')},
                {u"thumb_sha"_s, sha('T')},
                {u"rendered"_s, u"{\"turn\":1}"_s}});
        insert(mona, Table::ShotLists, Other, {{u"name"_s, u"Vans"_s}});
        settle({&mona});
        old.restart();
        settle({&old, &mona});
        QVERIFY2(old.scalar(u"SELECT thumb_sha FROM photos"_s).toByteArray() == sha('T'),
                 "an older version shows the edit by its renditions");
        QCOMPARE(read(mona, "photos"_L1, Key, "caption"_L1), u"the left side"_s);
        QCOMPARE(read(mona, "photos"_L1, Key, "position"_L1), u"X"_s);
        QCOMPARE(counts(mona).conflicts, 0);
        QCOMPARE(counts(old).rejected, 0);

        old.update(StoreDesign{}, true);
        QCOMPARE(read(old, "photos"_L1, Key, "slot"_L1), u"side-left"_s);
        QCOMPARE(read(old, "shot_lists"_L1, Other, "name"_L1), u"Vans"_s);
        old.restart();
        settle({&old, &mona});
        compareContent(mona, old, Table::Photos);
        compareContent(mona, old, Table::ShotLists);
    }

    /// Two people who edit one photo at once: both edits are kept, and the renditions settle without a conflict.
    void editsAndCoversMergeApart()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start();
        Workstation mona;
        Workstation awa;
        join(mona, server, u"mona"_s);
        join(awa, server, u"awa"_s);
        insert(mona, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}});
        insert(mona, Table::Photos, Key, {{u"vehicle_id"_s, Car.toBytes()}, {u"thumb_sha"_s, QByteArray(32, 'o')}});
        settle({&mona, &awa});
        awa.restart(true);
        const QString turned = u"{\"turn\":1}"_s;
        const QString covered = u"[{\"h\":0.1,\"w\":0.1,\"with\":\"blur\",\"x\":0.2,\"y\":0.2}]"_s;
        update(awa, Table::Photos, Key,
               {{u"edit"_s, turned}, {u"rendered"_s, turned}, {u"thumb_sha"_s, QByteArray(32, 'e')}});
        update(mona, Table::Photos, Key,
               {{u"covers"_s, covered}, {u"rendered"_s, covered}, {u"thumb_sha"_s, QByteArray(32, 'c')}});
        settle({&mona});
        awa.restart();
        settle({&awa, &mona});
        compareContent(mona, awa, Table::Photos);
        QCOMPARE(read(mona, "photos"_L1, Key, "edit"_L1), turned);
        QCOMPARE(read(mona, "photos"_L1, Key, "covers"_L1), covered);
        QCOMPARE(counts(mona).conflicts, 0);
        // Neither of the renditions shows both: every store notices.
        for (Workstation* workstation : {&mona, &awa})
            QCOMPARE(workstation->scalar(u"SELECT count(*) FROM photos WHERE _del = 0 AND rendered <> edit || covers"_s)
                         .toInt(),
                     1);
    }

    void aServerDoesNotGoBackToAnOlderVersion()
    {
        HostedServer server(storeUnderTest());
        server.start(Later::schema());
        server.stop();
        const auto refused = server.tryToStart(Schema::current());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreTooNew);
        QVERIFY2(!refused.error().subject.isEmpty(), "it says which store");
        server.start(Later::schema());
    }

    void anUpdateWithChangesWaiting()
    {
        HostedServer server(storeUnderTest());
        server.addUser(u"mona"_s);
        server.addUser(u"awa"_s);
        server.start(Later::schema());
        Workstation mona(Later::design());
        Workstation awa;
        join(mona, server, u"mona"_s);
        join(awa, server, u"awa"_s);
        insert(awa, Table::Vehicles, Car, {{u"stock_number"_s, u"B1"_s}});
        settle({&awa, &mona});
        awa.restart(true);
        update(awa, Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
        insert(awa, Table::Vehicles, Other, {{u"stock_number"_s, u"B2"_s}});
        update(mona, Table::Vehicles, Car, {{u"warranty"_s, u"two years"_s}});
        settle({&mona});
        awa.update(Later::design(), true);
        update(awa, Table::Vehicles, Other, {{u"warranty"_s, u"none"_s}});
        insert(awa, Later::Keys, Key, {{u"vehicle_id"_s, Other.toBytes()}, {u"place"_s, u"hook 4"_s}});
        awa.restart();
        settle({&awa, &mona});
        QCOMPARE(read(mona, "vehicles"_L1, Car, "color"_L1), u"red"_s);
        QCOMPARE(read(mona, "vehicles"_L1, Other, "warranty"_L1), u"none"_s);
        QCOMPARE(read(mona, "vehicle_keys"_L1, Key, "place"_L1), u"hook 4"_s);
        compareContent(mona, awa, Table::Vehicles);
        compareContent(mona, awa, Later::Keys);
        QCOMPARE(counts(awa).rejected, 0);
    }

    void storesOfEarlierVersionsAreBroughtAlong()
    {
        for (int version = 1; version < currentSchemaVersion(); ++version) {
            HostedServer server(storeUnderTest());
            server.addUser(u"mona"_s);
            server.start();
            Workstation old;
            old.close();
            writeOldStore(old.path(), version);
            old.restart();
            QVERIFY(QFile::exists(old.path() + u"/forecourt-before-%1.sqlite"_s.arg(version + 1)));
            QCOMPARE(counts(old).waiting, 2);
            // What waits may still be edited, and found.
            update(old, Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
            QTRY_COMPARE(
                old.scalar(u"SELECT count(*) FROM vehicle_search WHERE vehicle_search MATCH 'black'"_s).toInt(), 1);
            join(old, server, u"mona"_s);
            Workstation mona;
            join(mona, server, u"mona"_s);
            settle({&old, &mona});
            QCOMPARE(counts(old).waiting, 0);
            QCOMPARE(counts(old).rejected, 0);
            QCOMPARE(read(mona, "vehicles"_L1, Car, "color"_L1), u"red"_s);
            QCOMPARE(read(old, "saved_views"_L1, Key, "name"_L1), u"mine"_s);
            compareContent(old, mona, Table::Vehicles);
        }
    }

    void serversOfEarlierVersionsAreBroughtAlong()
    {
        for (int version = 1; version < serverSchemaVersion(); ++version) {
            HostedServer server(storeUnderTest());
            writeOldServer(server, version);
            server.start();
            Workstation mona;
            join(mona, server, u"mona"_s);
            settle({&mona});
            QCOMPARE(read(mona, "vehicles"_L1, Car, "color"_L1), u"blue"_s);
            QCOMPARE(read(mona, "vehicles"_L1, Other, "stock_number"_L1), u"B2"_s);
            update(mona, Table::Vehicles, Car, {{u"color"_s, u"red"_s}});
            Workstation second;
            join(second, server, u"mona"_s);
            settle({&mona, &second});
            QCOMPARE(read(second, "vehicles"_L1, Car, "color"_L1), u"red"_s);
            compareContent(mona, second, Table::Vehicles);
            QCOMPARE(counts(mona).conflicts, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestVersionPairs)
#include "tst_versionpairs.moc"
