// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workstation.h"

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// A dealership outgrows SQLite: its server moves to PostgreSQL while people go on working.
class TestMigrate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
    }

    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        m_server->addUser(u"awa"_s);
        m_server->addUser(u"theo"_s);
        m_database = PostgresServer::shared().newDatabase();
    }
    void cleanup() { m_server.reset(); }

    void workstationsGoOnWhereTheyWere()
    {
        m_server->start();
        Workstation first;
        Workstation second;
        QVERIFY(first.signIn(*m_server, u"awa"_s));
        QVERIFY(second.signIn(*m_server, u"theo"_s));
        const Uuid car = Uuid::create();
        QVERIFY(add(first, car, u"L'Été “100 %” \\ noir"_s));
        for (int i = 0; i < 300; ++i)
            QVERIFY(add(second, Uuid::create(), u"Kia %1"_s.arg(i)));
        for (int round = 0; round < 2; ++round) {
            QVERIFY(first.settle());
            QVERIFY(second.settle());
        }
        const auto epoch = [&] { return first.scalar(u"SELECT v FROM sync_state WHERE k = 'epoch'"_s).toByteArray(); };
        const QByteArray before = epoch();
        m_server->stop();
        QTRY_VERIFY(first.sync().status().link == SyncStatus::Link::Waiting);

        // Typed while nothing answers.
        QVERIFY(first.edit([&](EditTransaction& edit) {
            return edit.update(Table::Vehicles, car, {{u"color"_s, u"green"_s}});
        }));
        QVERIFY(add(first, Uuid::create(), u"typed meanwhile"_s));
        QCOMPARE(first.journal().counts().result()->waiting, 2);

        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 0);
        QVERIFY2(m_server->exitCode({u"--listen"_s, u"127.0.0.1:0"_s}) != 0, "an empty store in its place");
        m_server->setDatabase(m_database);
        QCOMPARE(m_server->exitCode({u"check"_s}), 0);
        m_server->start();
        first.sync().tryNow();
        second.sync().tryNow();
        for (int round = 0; round < 2; ++round) {
            QVERIFY(first.settle());
            QVERIFY(second.settle());
        }
        QCOMPARE(first.journal().counts().result()->waiting, 0);
        QCOMPARE(second.scalar(u"SELECT color FROM vehicles WHERE id = ?"_s, {car.toBytes()}).toString(), u"green"_s);
        QCOMPARE(second.scalar(u"SELECT count(*) FROM vehicles WHERE make = 'typed meanwhile'"_s).toInt(), 1);
        QCOMPARE(second.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 302);
        QVERIFY(!before.isEmpty());
        QCOMPARE(epoch(), before);
        compareContent(first, second, Table::Vehicles);
        compareContent(first, second, Table::Users);
    }

    void refusesADatabaseThatHoldsAnotherServer()
    {
        ServerProcess other;
        other.setDatabase(m_database);
        other.addUser(u"someone"_s);
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 1);
        QVERIFY(QFile::exists(m_server->dataDirectory() + u"/server.sqlite"_s));
        QCOMPARE(count(u"accounts"_s), 1);
    }

    void refusesWhileTheServerRuns()
    {
        m_server->start();
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 3);
    }

    void refusesWhenThereIsNothingToMove()
    {
        const ServerProcess nothing;
        QCOMPARE(nothing.exitCode({u"migrate"_s, u"--to"_s, m_database}), 1);
        QCOMPARE(nothing.exitCode({u"migrate"_s}), 2);
    }

    void leavesNothingBehindWhenItFailsHalfway()
    {
        ServerProcess other;
        other.setDatabase(m_database);
        QCOMPARE(other.exitCode({u"user"_s, u"list"_s}), 0);
        const QString name = PostgresServer::databaseOf(m_database);
        PostgresServer& postgres = PostgresServer::shared();
        postgres.execute(
            name, u"CREATE FUNCTION no() RETURNS trigger AS $$ BEGIN RAISE 'disk full'; END $$ LANGUAGE plpgsql"_s);
        postgres.execute(name, u"CREATE TRIGGER no BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION no()"_s);
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 1);
        QCOMPARE(count(u"row_state"_s), 0);
        QVERIFY(QFile::exists(m_server->dataDirectory() + u"/server.sqlite"_s));
        postgres.execute(name, u"DROP TRIGGER no ON accounts"_s);
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 0);
        QCOMPARE(count(u"accounts"_s), 2);
        QVERIFY(!QFile::exists(m_server->dataDirectory() + u"/server.sqlite"_s));
    }

    void notesWhatArrivesOtherwise()
    {
        ServerProcess other;
        other.setDatabase(m_database);
        QCOMPARE(other.exitCode({u"user"_s, u"list"_s}), 0);
        const QString name = PostgresServer::databaseOf(m_database);
        PostgresServer& postgres = PostgresServer::shared();
        postgres.execute(name,
                         u"CREATE FUNCTION bend() RETURNS trigger AS $$ BEGIN NEW.role := 'owner'; RETURN NEW; END $$ "
                         "LANGUAGE plpgsql"_s);
        postgres.execute(name, u"CREATE TRIGGER bend BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION bend()"_s);
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 1);
        QCOMPARE(count(u"accounts"_s), 0);
    }

    void isRepeatedAfterItWasInterruptedAtTheEnd()
    {
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 0);
        // As if the power had failed between the commit and the renaming.
        const QString file = m_server->dataDirectory() + u"/server.sqlite"_s;
        QVERIFY(QFile::rename(m_server->dataDirectory() + u"/server.moved.sqlite"_s, file));
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 0);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(count(u"accounts"_s), 2);
    }

    void aBackupOfEitherGoesIntoTheOther()
    {
        QCOMPARE(m_server->exitCode({u"migrate"_s, u"--to"_s, m_database}), 0);
        m_server->setDatabase(m_database);
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"copy.forecourt"_s);
        m_server->backup(file);
        ServerProcess onSqlite;
        onSqlite.restore(file);
        QCOMPARE(onSqlite.exitCode({u"check"_s}), 0);
        onSqlite.start();
        Workstation desk;
        QVERIFY(desk.signIn(onSqlite, u"awa"_s));
        QVERIFY(desk.settle());
        QCOMPARE(desk.scalar(u"SELECT count(*) FROM users"_s).toInt(), 2);

        ServerProcess onPostgres;
        onPostgres.setDatabase(PostgresServer::shared().newDatabase());
        onPostgres.restore(file);
        QCOMPARE(onPostgres.exitCode({u"check"_s}), 0);
        onPostgres.start();
        Workstation other;
        QVERIFY(other.signIn(onPostgres, u"theo"_s));
        QVERIFY(other.settle());
        QCOMPARE(other.scalar(u"SELECT count(*) FROM users"_s).toInt(), 2);
    }

private:
    static Expected<EditOutcome> add(Workstation& on, Uuid id, const QString& make)
    {
        return on.edit([=](EditTransaction& edit) { return edit.insert(Table::Vehicles, id, {{u"make"_s, make}}); });
    }
    int count(const QString& table)
    {
        return PostgresServer::shared()
            .execute(PostgresServer::databaseOf(m_database), u"SELECT count(*) FROM "_s + table)
            .toInt();
    }

    std::unique_ptr<ServerProcess> m_server;
    QString m_database;
};

QTEST_GUILESS_MAIN(TestMigrate)
#include "tst_migrate.moc"
