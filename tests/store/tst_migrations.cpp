// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"
#include "models/store/schema.h"
#include "models/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Connection> memory()
{
    return std::move(*Connection::open(u":memory:"_s, Connection::Access::ReadWrite));
}

int version(Connection& connection)
{
    return connection.scalar(u"PRAGMA user_version"_s)->toInt();
}

}  // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areNumberedWithoutGaps()
    {
        const auto steps = migrations();
        for (size_t i = 0; i < steps.size(); ++i)
            QCOMPARE(steps[i].number, static_cast<int>(i) + 1);
        QCOMPARE(currentSchemaVersion(), static_cast<int>(steps.size()));
    }

    void bringAnEmptyStoreToThePresent()
    {
        auto connection = memory();
        QVERIFY(migrate(*connection, migrations()));
        QCOMPARE(version(*connection), currentSchemaVersion());
        QVERIFY(migrate(*connection, migrations()));
    }

    void goOnFromAnOlderVersionAndKeepItsRows()
    {
        auto connection = memory();
        auto steps = migrations();
        QVERIFY(migrate(*connection, steps));
        QVERIFY(
            connection->run(u"INSERT INTO locations (id, _clk, code) VALUES (zeroblob(16), zeroblob(12), 'MTL')"_s));
        const int next = currentSchemaVersion() + 1;
        steps.push_back({next, u"later"_s, u"ALTER TABLE locations ADD COLUMN phone TEXT NOT NULL DEFAULT ''"_s});
        QVERIFY(migrate(*connection, steps));
        QCOMPARE(version(*connection), next);
        QCOMPARE(connection->scalar(u"SELECT code || phone FROM locations"_s)->toString(), u"MTL"_s);
    }

    void aStepThatFailsChangesNothing()
    {
        auto connection = memory();
        auto steps = migrations();
        QVERIFY(migrate(*connection, steps));
        steps.push_back({currentSchemaVersion() + 1, u"broken"_s, u"CREATE TABLE half (x INTEGER) STRICT; BOGUS"_s});
        const auto failed = migrate(*connection, steps);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::MigrationFailed);
        QVERIFY(failed.error().detail.contains(u"broken"_s));
        QCOMPARE(version(*connection), currentSchemaVersion());
        QCOMPARE(connection->scalar(u"SELECT count(*) FROM sqlite_schema WHERE name = 'half'"_s)->toInt(), 0);
    }

    void keepACopyBeforeAnUpgrade()
    {
        QTemporaryDir directory;
        {
            // A store from before the first step has nothing to copy; pretend an older one with a table of its own.
            auto connection =
                Connection::open(directory.filePath(u"forecourt.sqlite"_s), Connection::Access::ReadWrite);
            QVERIFY(connection);
            QVERIFY((*connection)->script(u"CREATE TABLE old (x TEXT); INSERT INTO old VALUES ('kept')"_s));
            QVERIFY((*connection)->script(u"PRAGMA user_version = %1"_s.arg(-1)));
        }
        const auto opened = Store::open({directory.path()});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        auto copy = Connection::open(directory.filePath(u"forecourt-before-0.sqlite"_s), Connection::Access::ReadOnly);
        QVERIFY(copy);
        QCOMPARE((*copy)->scalar(u"SELECT x FROM old"_s)->toString(), u"kept"_s);
    }

    void numberFieldsInOrderOfCreation()
    {
        const TableSchema& vehicles = Schema::current().table(Table::Vehicles);
        QCOMPARE(vehicles.field(1)->name, u"stock_number"_s);
        QCOMPARE(vehicles.field(u"vin")->number, 2);
        QVERIFY(!vehicles.field(u"vin_key"));
        QVERIFY(!vehicles.field(u"_clk"));
        QCOMPARE(vehicles.field(u"asking_minor")->policy, MergePolicy::Review);
        QCOMPARE(vehicles.field(u"phase")->group, vehicles.field(u"phase_since_at")->group);
    }

    void namesInDeclarationsAreRealColumns()
    {
        for (const SyncedTable& declared : syncedTables()) {
            const TableSchema& table = Schema::current().table(declared.table);
            QVERIFY2(!table.fields.empty(), declared.name.data());
            for (const FieldPolicy& policy : declared.policies)
                QVERIFY2(table.field(QString(policy.field)), policy.field.data());
            for (const auto& group : declared.groups)
                for (const QLatin1StringView field : group)
                    QVERIFY2(table.field(QString(field)), field.data());
            for (const BlobField& blob : declared.blobs)
                QVERIFY2(table.field(QString(blob.field)), blob.field.data());
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
