// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/postgresstorage.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::PostgresServer;

namespace {

RowState postgresRow(qint64 seq)
{
    RowState row;
    row.table = 3;
    row.id = Uuid::create();
    row.seq = seq;
    row.clock = RowClock({1 << 20, 7});
    return row;
}

}  // namespace

/// What only a database that lives elsewhere can do to a server.
class PostgresStorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses()
    {
        const auto address = PostgresAddress::parse(
            u"postgresql://fore%40court:se%2Fcret@db.lot.example:5433/stock?sslmode=verify-full"_s);
        QVERIFY(address);
        QCOMPARE(address->parameters.value(u"user"_s), u"fore@court"_s);
        QCOMPARE(address->parameters.value(u"password"_s), u"se/cret"_s);
        QCOMPARE(address->parameters.value(u"host"_s), u"db.lot.example"_s);
        QCOMPARE(address->parameters.value(u"port"_s), u"5433"_s);
        QCOMPARE(address->parameters.value(u"dbname"_s), u"stock"_s);
        QCOMPARE(address->parameters.value(u"sslmode"_s), u"verify-full"_s);
        QVERIFY(address->hasPassword());
        QVERIFY(!address->shown().contains(u"cret"_s));
        QVERIFY(address->shown().contains(u"db.lot.example:5433"_s));
        const auto socket = PostgresAddress::parse(u"postgres:///stock?host=/run/postgresql"_s);
        QVERIFY(socket);
        QCOMPARE(socket->parameters.value(u"host"_s), u"/run/postgresql"_s);
        QVERIFY(!socket->hasPassword());
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a file") << u"/var/lib/forecourt"_s;
        QTest::newRow("another database") << u"mysql://host/stock"_s;
        QTest::newRow("an option that is none") << u"postgresql://host/stock?a b=c"_s;
        QTest::newRow("a second option in a value") << u"postgresql://host/stock?sslmode=a;host=b"_s;
    }

    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, text);
        const auto address = PostgresAddress::parse(text);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
    }

    void readsAnAddressFromAFileThatOthersCannotRead()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(u"database"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("postgresql://forecourt:secret@db/stock\nmore\n");
        file.close();
        file.setPermissions(QFile::ReadOwner);
        QCOMPARE(PostgresAddress::read(file.fileName())->parameters.value(u"password"_s), u"secret"_s);
        file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
        QCOMPARE(PostgresAddress::read(file.fileName()).error().code, ErrorCode::FileUnreadable);
    }

    void saysWhichDatabaseDoesNotAnswer()
    {
        const auto storage =
            PostgresStorage::open(*PostgresAddress::parse(u"postgresql://a:secret@127.0.0.1:1/stock"_s));
        QVERIFY(!storage);
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        QCOMPARE(storage.error().code, ErrorCode::DatabaseUnreachable);
        QVERIFY(storage.error().subject.contains(u"127.0.0.1:1/stock"_s));
        QVERIFY(!storage.error().subject.contains(u"secret"_s) && !storage.error().detail.contains(u"secret"_s));
    }

    void comesBackAfterTheDatabaseWasAway()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        PostgresServer server;
        const auto storage = open(server.newDatabase());
        const qint64 version = storage->outsideVersion().value();
        const RowState row = postgresRow(1);
        QVERIFY(storage->begin());
        QVERIFY(storage->putRow(row, true));
        server.stop();
        QVERIFY(!storage->setSeq(1));
        QCOMPARE(storage->commit().error().code, ErrorCode::QueryFailed);
        storage->rollback();
        QCOMPARE(storage->begin().error().code, ErrorCode::DatabaseUnreachable);
        QCOMPARE(storage->seq().error().code, ErrorCode::DatabaseUnreachable);
        server.start();
        QTRY_VERIFY(storage->seq());
        QCOMPARE(storage->seq().value(), 0);
        QVERIFY2(storage->outsideVersion().value() != version, "nobody knows what happened meanwhile");
        QVERIFY(!storage->row(row.table, row.id)->known);
        QVERIFY(storage->begin());
        QVERIFY(storage->putRow(row, true));
        QVERIFY(storage->setSeq(1));
        QVERIFY(storage->commit());
        QCOMPARE(storage->seq().value(), 1);
    }

    void aCommitWithoutAnAnswerIsAFailure()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        PostgresServer server;
        const auto storage = open(server.newDatabase());
        QVERIFY(storage->begin());
        QVERIFY(storage->setSeq(5));
        server.kill();
        QVERIFY(!storage->commit());
        storage->rollback();
        server.start();
        QTRY_COMPARE(storage->seq().value_or(-1), 0);
    }

    void refusesTablesOfANewerServer()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        PostgresServer& server = PostgresServer::shared();
        const QString url = server.newDatabase();
        const auto running = open(url);
        server.execute(url.section(u'/', 3).section(u'?', 0, 0), u"UPDATE store_state SET schema_version = 999"_s);
        QCOMPARE(PostgresStorage::open(*PostgresAddress::parse(url)).error().code, ErrorCode::StoreTooNew);
        QVERIFY2(running->begin().error().code == ErrorCode::StoreTooNew,
                 "nor does one that runs write there any more");
        QVERIFY(running->seq());
    }

    void textsMayHoldWhatPostgresCannot()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(PostgresServer::Missing);
        const auto storage = open(PostgresServer::shared().newDatabase());
        const auto device = storage->enrol(Uuid::create(), Uuid::create(), u"a\0b"_s, 1);
        QVERIFY(device);
        QCOMPARE(device->name, u"a\uFFFDb"_s);
    }

private:
    static std::unique_ptr<PostgresStorage> open(const QString& url)
    {
        auto storage = PostgresStorage::open(*PostgresAddress::parse(url));
        if (!storage)
            qFatal("%s", qUtf8Printable(storage.error().detail));
        return std::move(*storage);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::PostgresStorageTest)
#include "tst_postgresstorage.moc"
