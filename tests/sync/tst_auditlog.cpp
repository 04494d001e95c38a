// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditcheck.h"
#include "sync/server/auditexport.h"
#include "sync/server/audittrail.h"
#include "sync/server/serverschema.h"
#include "tests/sync/serverbench.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::ServerBench;

namespace {

constexpr auto AuditTable = static_cast<std::uint16_t>(Table::Vehicles);

std::uint16_t auditField(QStringView name)
{
    return Schema::current().table(Table::Vehicles).field(name)->number;
}

Author auditConsole()
{
    Author console;
    console.address = u"console"_s;
    return console;
}

Uuid auditAddZoe(StorageEngine& engine)
{
    const auto added = addAccount(engine, {{}, u"zoe"_s, u"Zoé"_s, u"sales"_s, {}}, u"long enough"_s, auditConsole());
    if (!added || !added->refusal.isEmpty())
        qFatal("zoe");
    return added->account.user;
}

/// A server with one person on one device, who has put a vehicle on the books.
class AuditBench : public ServerBench {
public:
    AuditBench()
    {
        device = enrol(u"awa"_s, "awa");
        session = connectSocketFrom(u"192.0.2.7"_s);
        push(op(car, {{u"stock_number"_s, u"B26-1"_s}, {u"make"_s, u"Toyota"_s}}, true));
    }

    SessionId connectSocketFrom(const QString& address)
    {
        const SessionId made = 1000 + device;
        core().connected(made, SocketKind::Rows, clock.now(), address);
        Wire::Hello hello;
        hello.protocolMin = hello.protocolMax = Wire::ProtocolMax;
        hello.token = "awa";
        hello.epoch = *engine().storage().epoch();
        greet(made, hello);
        return made;
    }
    Wire::Op op(Uuid id, const QList<std::pair<QString, QVariant>>& values, bool create = false)
    {
        Wire::Op made;
        made.opid = ++opid;
        made.txn = opid;
        made.table = AuditTable;
        made.id = id;
        made.create = create;
        clock.advance(1000);
        made.clock = {static_cast<std::uint64_t>(clock.now()) << 16, device};
        const auto row = engine().storage().row(AuditTable, id);
        for (const auto& [name, value] : values)
            made.fields.push_back({auditField(name), value, row->known ? row->clock.of(auditField(name)) : Hlc{}});
        return made;
    }
    /// Adds so many entries.
    void fill(int count, AuditEntry entry = {})
    {
        if (!storage().begin())
            qFatal("begin");
        AuditTrail trail(storage(), clock.now());
        for (int i = 0; i < count; ++i)
            trail.note(entry);
        if (!trail.write() || !storage().commit())
            qFatal("audit entries");
    }
    void push(Wire::Op one) { send(session, Wire::Push{{std::move(one)}}); }

    ServerStorage& storage() { return engine().storage(); }
    AuditReader reader() { return {storage(), engine().schema()}; }
    std::vector<AuditLine> lines(const AuditFilter& filter = {})
    {
        std::vector<AuditLine> found;
        AuditReader all = reader();
        if (!all.each(filter, [&](const AuditLine& line) -> Expected<void> {
                found.push_back(line);
                return {};
            }))
            qFatal("audit lines");
        return found;
    }
    void sql(const QString& statement, const QVariantList& values = {})
    {
        SqlSession& database = static_cast<SqlStorage&>(storage()).session();
        if (auto done = database.run(statement, values); !done)
            qFatal("%s", qUtf8Printable(done.error().detail));
    }
    void dropTables(const QString& names)
    {
        QString drops;
        auto found = static_cast<SqlStorage&>(storage()).session().run(names);
        while (found && found->next())
            drops += u"DROP TABLE "_s + found->text(0) + u';';
        script(drops);
    }
    void script(const QString& statements)
    {
        if (!static_cast<SqlStorage&>(storage()).session().script(statements))
            qFatal("%s", qUtf8Printable(statements));
    }
    QString broken()
    {
        const auto summary = checkAudit(storage());
        return summary ? QString() : summary.error().detail;
    }

    const Uuid car = Uuid::create();
    std::uint32_t device = 0;
    SessionId session = 0;
    qint64 opid = 0;
};

}  // namespace

class AuditLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void saysWhoDidWhatWhenFromWhere()
    {
        AuditBench bench;
        bench.push(bench.op(bench.car, {{u"make"_s, u"Lexus"_s}, {u"stock_number"_s, u"B26-1"_s}}));
        const auto lines = bench.lines();
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[0].kind, u"created"_s);
        QCOMPARE(lines[0].changes.size(), size_t(2));
        const AuditLine& line = lines[1];
        QCOMPARE(line.kind, u"changed"_s);
        QCOMPARE(line.user, u"awa"_s);
        QCOMPARE(line.device, u"awa"_s);
        QCOMPARE(line.entry.address, u"192.0.2.7"_s);
        QCOMPARE(line.entry.record, bench.car);
        QCOMPARE(line.table, u"vehicles"_s);
        QCOMPARE(line.detail.opid, 2);
        QVERIFY(line.entry.at <= bench.clock.now() && line.entry.at > lines[0].entry.at);
        // Only what differs, with what was there.
        QCOMPARE(line.changes.size(), size_t(1));
        QCOMPARE(line.changes[0].field, u"make"_s);
        QCOMPARE(line.changes[0].change, (AuditChange{auditField(u"make"), u"Toyota"_s, u"Lexus"_s, true}));
    }

    void recordsDeletionsRefusalsAndLostValues()
    {
        AuditBench bench;
        Wire::Op stale = bench.op(bench.car, {{u"make"_s, u"Mazda"_s}});
        const std::uint32_t other = bench.enrol(u"marc"_s, "marc");
        const SessionId marc = bench.join("marc");
        Wire::Op quick = stale;
        quick.opid = 1;
        quick.clock = {stale.clock.stamp + (1 << 16), other};
        quick.fields[0].value = u"Honda"_s;
        bench.send(marc, Wire::Push{{quick}});
        bench.push(stale);
        Wire::Op wrong = bench.op(bench.car, {{u"make"_s, qlonglong(7)}});
        bench.push(wrong);
        Wire::Op gone = bench.op(bench.car, {});
        gone.kind = Wire::Op::Kind::Delete;
        gone.fields = {{0, {}, {~0ULL >> 1, other}}};
        bench.push(gone);

        const auto lines = bench.lines();
        QStringList kinds;
        for (const AuditLine& line : lines)
            kinds << line.kind;
        QCOMPARE(kinds, (QStringList{u"created"_s, u"changed"_s, u"overruled"_s, u"refused"_s, u"deleted"_s}));
        QCOMPARE(lines[1].user, u"marc"_s);
        QCOMPARE(lines[2].changes[0].change, (AuditChange{auditField(u"make"), u"Honda"_s, u"Mazda"_s, false}));
        QCOMPARE(lines[3].detail.code, u"wrong_type"_s);
        QCOMPARE(lines[3].changes[0].change.after, QVariant(7LL));
        QCOMPARE(bench.broken(), QString());
    }

    void aRepetitionAddsNothing()
    {
        AuditBench bench;
        Wire::Op again = bench.op(bench.car, {{u"make"_s, u"Lexus"_s}});
        bench.push(again);
        const auto before = bench.lines().size();
        bench.push(again);
        QCOMPARE(bench.lines().size(), before);
    }

    void recordsAdministration()
    {
        AuditBench bench;
        const Uuid zoe = auditAddZoe(bench.engine());
        QVERIFY(editAccount(bench.engine(), zoe, {.disabled = true}, {}, auditConsole()));
        const auto lines = bench.lines({.kinds = {AuditKind::AccountAdded, AuditKind::AccountDisabled}});
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[0].kind, u"account-added"_s);
        QCOMPARE(lines[0].detail.name, u"zoe"_s);
        QCOMPARE(lines[0].entry.address, u"console"_s);
        QCOMPARE(lines[1].kind, u"account-disabled"_s);
        for (const AuditLine& line : bench.lines()) {
            for (const AuditLine::Change& change : line.changes)
                QVERIFY2(!change.change.after.toString().contains(u"argon2"_s), "no password, not even its hash");
        }
    }

    void staysOutOfAFailedTransaction()
    {
        AuditBench bench;
        const auto before = bench.lines().size();
        QVERIFY(bench.storage().begin());
        AuditTrail trail(bench.storage(), bench.clock.now());
        trail.note({});
        QVERIFY(trail.write());
        bench.storage().rollback();
        QCOMPARE(bench.lines().size(), before);
        QCOMPARE(bench.broken(), QString());
    }

    void findsEveryKindOfTampering_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("value") << QStringList{u"UPDATE audit_log SET detail = %1 WHERE id = 3"_s}
                               << u"audit entry 3 was changed"_s;
        QTest::newRow("who") << QStringList{u"UPDATE audit_log SET user_id = %2 WHERE id = 4"_s}
                             << u"audit entry 4 was changed"_s;
        QTest::newRow("when") << QStringList{u"UPDATE audit_log SET at = at + 1 WHERE id = 1"_s}
                              << u"audit entry 1 was changed"_s;
        QTest::newRow("the newest") << QStringList{u"UPDATE audit_log SET device = 1 WHERE id = 6"_s}
                                    << u"audit entry 6 was changed"_s;
        QTest::newRow("removed") << QStringList{u"DELETE FROM audit_log WHERE id = 2"_s}
                                 << u"audit entry 2 is missing"_s;
        QTest::newRow("removed at the end")
            << QStringList{u"DELETE FROM audit_log WHERE id = 6"_s} << u"audit entry 6 is missing"_s;
        QTest::newRow("removed at the start")
            << QStringList{u"DELETE FROM audit_log WHERE id = 1"_s} << u"audit entry 1 is missing"_s;
        QTest::newRow("inserted at the end")
            << QStringList{u"INSERT INTO audit_log SELECT 7, at, kind, user_id, device, address, tbl, record, detail, "
                           "before FROM audit_log WHERE id = 6"_s}
            << u"audit entry 7 was inserted"_s;
        QTest::newRow("inserted between")
            << QStringList{u"UPDATE audit_log SET id = id + 100 WHERE id > 3"_s,
                           u"UPDATE audit_log SET id = id - 99 WHERE id > 3"_s,
                           u"INSERT INTO audit_log SELECT 4, at, kind, user_id, device, address, tbl, record, %1, "
                           "before FROM audit_log WHERE id = 5"_s,
                           u"UPDATE audit_end SET id = 7 WHERE which = 1"_s}
            << u"audit entry 4 was changed"_s;
        QTest::newRow("exchanged") << QStringList{u"UPDATE audit_log SET id = 99 WHERE id = 2"_s,
                                                  u"UPDATE audit_log SET id = 2 WHERE id = 3"_s,
                                                  u"UPDATE audit_log SET id = 3 WHERE id = 99"_s}
                                   << u"audit entry 1 was changed"_s;
    }

    void findsEveryKindOfTampering()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, verdict);
        AuditBench bench;
        for (const QString& make : {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s})
            bench.push(bench.op(bench.car, {{u"make"_s, make}}));
        QCOMPARE(bench.lines().size(), size_t(6));
        QCOMPARE(bench.broken(), QString());
        const bool sqlite = Tests::storeUnderTest() == Tests::StoreKind::Sqlite;
        for (const QString& statement : statements)
            bench.sql(QString(statement)
                          .replace(u"%1"_s, sqlite ? u"x'a0'"_s : u"'\\xa0'::bytea"_s)
                          .replace(u"%2"_s, sqlite ? u"zeroblob(16)"_s : u"decode(repeat('00', 16), 'hex')"_s));
        QCOMPARE(bench.broken(), verdict);
    }

    void keepsSevenYearsAndACheckpoint()
    {
        AuditBench bench;
        bench.push(bench.op(bench.car, {{u"make"_s, u"Lexus"_s}}));
        const AuditMark old = checkAudit(bench.storage())->newest;
        bench.clock.advance(AuditKeep - 60'000);
        QCOMPARE(bench.engine().keepHouse().value_or(true), false);
        QCOMPARE(bench.lines().size(), size_t(2));
        auditAddZoe(bench.engine());
        bench.clock.advance(120'000);
        QCOMPARE(bench.engine().keepHouse().value_or(true), false);
        const auto lines = bench.lines();
        QCOMPARE(lines.front().entry.id, 3);
        QCOMPARE(lines.back().kind, u"pruned"_s);
        QCOMPARE(lines.back().detail.opid, 2);
        QCOMPARE(bench.storage().auditEnds()->pruned, old);
        QCOMPARE(lines.front().entry.before, old.hash);
        QCOMPARE(bench.broken(), QString());
        bench.sql(u"UPDATE audit_end SET hash = NULL WHERE which = 0"_s);
        QCOMPARE(bench.broken(), u"audit entry 3 does not follow its checkpoint"_s);
    }

    void removesWhatIsTooOldInSteps()
    {
        AuditBench bench;
        bench.fill(2'500);
        bench.clock.advance(AuditKeep + 1);
        QCOMPARE(bench.engine().keepHouse().value_or(false), true);
        QCOMPARE(bench.storage().auditEnds()->pruned.id, 1'000);
        QCOMPARE(bench.broken(), QString());
        QCOMPARE(bench.engine().keepHouse().value_or(false), true);
        QCOMPARE(bench.engine().keepHouse().value_or(true), false);
        // What says that entries were removed stays.
        QCOMPARE(bench.lines().size(), size_t(3));
        QCOMPARE(bench.broken(), QString());
        QCOMPARE(bench.engine().keepHouse().value_or(true), false);
        QCOMPARE(bench.lines().size(), size_t(3));
    }

    void filtersByTimePersonRecordKindAndText()
    {
        AuditBench bench;
        const UtcMs start = bench.clock.now();
        bench.clock.advance(60'000);
        const Uuid second = Uuid::create();
        bench.push(bench.op(second, {{u"make"_s, u"Mazda"_s}}, true));
        const UtcMs middle = bench.clock.now();
        bench.clock.advance(60'000);
        bench.push(bench.op(second, {{u"make"_s, u"Lexus"_s}}));
        bench.push(bench.op(bench.car, {{u"make"_s, u"Honda"_s}}));
        const auto count = [&](const AuditFilter& filter) { return static_cast<int>(bench.lines(filter).size()); };
        QCOMPARE(count({}), 4);
        QCOMPARE(count({.from = start + 1}), 3);
        QCOMPARE(count({.upto = middle}), 1);
        QCOMPARE(count({.from = middle, .upto = middle + 1}), 1);
        QCOMPARE(count({.from = bench.clock.now() + 1}), 0);
        QCOMPARE(count({.record = second}), 2);
        QCOMPARE(count({.user = bench.storage().accountByLogin(u"awa"_s)->value().user}), 4);
        QCOMPARE(count({.user = Uuid::create()}), 0);
        QCOMPARE(count({.kinds = {AuditKind::Changed}}), 2);
        QCOMPARE(count({.text = u"mAZDA"_s}), 2);
        QCOMPARE(count({.record = bench.car, .text = u"honda"_s}), 1);
    }

    void showsAReaderOnlyWhatTheyMaySee()
    {
        AuditBench bench;
        const Uuid here = Uuid::create();
        const Uuid there = Uuid::create();
        const Uuid theirs = Uuid::create();
        bench.enrol(u"otto"_s, "otto", u"owner"_s);
        const SessionId otto = bench.join("otto");
        qint64 number = 0;
        const auto push = [&](Wire::Op op) {
            op.opid = op.txn = ++number;
            bench.send(otto, Wire::Push{{op}});
        };
        push(bench.op(bench.car, {{u"location_id"_s, here.toBytes()}}));
        push(bench.op(theirs, {{u"make"_s, u"Mazda"_s}, {u"location_id"_s, there.toBytes()}}, true));
        push(bench.op(bench.car, {{u"cost_minor"_s, 1'700'000LL}, {u"cost_currency"_s, u"CAD"_s}}));
        push(bench.op(bench.car, {{u"cost_minor"_s, 1'800'000LL}, {u"make"_s, u"Lexus"_s}}));
        bench.fill(1);

        const auto seen = [&](const QString& role, std::vector<Uuid> locations, const AuditFilter& filter = {}) {
            AuditReader reader(bench.storage(), bench.engine().schema(),
                               Access{Uuid::create(), role, std::move(locations)});
            auto page = reader.page(filter, 0, 100);
            if (!page || page->next != 0)
                qFatal("audit page");
            return std::move(page->lines);
        };
        const auto all = bench.lines();
        QCOMPARE(seen(u"owner"_s, {}).size(), all.size());
        QCOMPARE(seen(u"manager"_s, {here}).size(), all.size() - 1);
        QCOMPARE(seen(u"manager"_s, {there}).size(), size_t(2));
        // The change of nothing but the cost is not there at all for whom the cost is kept from.
        const auto staff = seen(u"sales"_s, {});
        QCOMPARE(staff.size(), all.size() - 1);
        for (const AuditLine& line : staff) {
            for (const AuditLine::Change& change : line.changes)
                QVERIFY(!change.field.startsWith(u"cost"_s));
        }
        QCOMPARE(staff.at(1).changes.size(), size_t(1));
        // Nor does a search find it.
        QCOMPARE(seen(u"manager"_s, {}, {.text = u"1800000"_s}).size(), size_t(1));
        QCOMPARE(seen(u"sales"_s, {}, {.text = u"1800000"_s}).size(), size_t(0));
        QCOMPARE(seen(u"sales"_s, {}, {.fields = {u"cost_minor"_s}}).size(), size_t(0));
    }

    void goesThroughPagesWithoutLossOrRepetition()
    {
        AuditBench bench;
        for (int i = 0; i < 24; ++i)
            bench.push(bench.op(bench.car, {{u"make"_s, u"make %1"_s.arg(i)}}));
        AuditReader reader = bench.reader();
        QList<qint64> ids;
        qint64 before = 0;
        do {
            const auto page = reader.page({}, before, 7);
            QVERIFY(page);
            QVERIFY(page->lines.size() <= 7);
            for (const AuditLine& line : page->lines)
                ids << line.entry.id;
            before = page->next;
            // What comes in meanwhile is newer than every page.
            if (ids.size() == 7)
                bench.push(bench.op(bench.car, {{u"make"_s, u"late"_s}}));
        } while (before != 0);
        QList<qint64> expected;
        for (qint64 id = 25; id >= 1; --id)
            expected << id;
        QCOMPARE(ids, expected);
    }

    void exportsForSpreadsheetsAndPrograms()
    {
        AuditBench bench;
        bench.push(bench.op(bench.car, {{u"make"_s, u"=cmd(\"x\"),1"_s}}));
        AuditReader reader = bench.reader();
        QBuffer csv;
        QVERIFY(csv.open(QIODevice::WriteOnly));
        QCOMPARE(*exportAudit(reader, {}, AuditFormat::Csv, csv), 2);
        const QByteArrayList rows = csv.data().split('\n');
        QVERIFY(rows[0].startsWith("id,at,kind,user,device,address,table,record,field,before,after,stands"));
        QVERIFY(rows.at(3).contains(",make,Toyota,\"'=cmd(\"\"x\"\"),1\",yes,"));

        QBuffer jsonl;
        QVERIFY(jsonl.open(QIODevice::WriteOnly));
        QCOMPARE(*exportAudit(reader, {}, AuditFormat::Jsonl, jsonl), 2);
        const QByteArrayList objects = jsonl.data().trimmed().split('\n');
        QCOMPARE(objects.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(objects[0]).object();
        const QJsonObject second = QJsonDocument::fromJson(objects[1]).object();
        QCOMPARE(second.value("before"_L1), first.value("hash"_L1));
        QCOMPARE(second.value("user"_L1).toString(), u"awa"_s);
        QCOMPARE(second.value("record"_L1).toString(), bench.car.toString());
    }

    void bringsAnOlderStoreUpToDate()
    {
        const bool sqlite = Tests::storeUnderTest() == Tests::StoreKind::Sqlite;
        AuditBench bench;
        bench.dropTables(sqlite ? u"SELECT name FROM sqlite_master WHERE type = 'table'"_s
                                : u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                                  "AND tablename <> 'store_state'"_s);
        bench.script(sqlite ? serverSchemaScript(1) : serverSchemaScriptForPostgres(1));
        bench.script(sqlite ? u"PRAGMA user_version = 1"_s : u"UPDATE store_state SET schema_version = 1"_s);
        const QString id = sqlite ? u"X'%1'"_s : u"'\\x%1'"_s;
        bench.script(u"INSERT INTO accounts VALUES (%1, 'awa', 'awa', 'Awa', 'sales', %1, 0)"_s.arg(
            id.arg(QString::fromLatin1(Uuid::create().toBytes().toHex()))));
        bench.script(
            u"INSERT INTO devices VALUES (2, %1, %1, 'desk', %1, 9, 9, 0, 0)"_s.arg(id.arg(u"0102030405060708"_s)));
        bench.restart();
        QVERIFY(bench.storage().accountByLogin(u"awa"_s)->has_value());
        QCOMPARE(bench.storage().device(2)->value().pushedOpid, 9);
        QVERIFY2(bench.storage().sessions()->empty(), "whoever was signed in for ever signs in again");
        QCOMPARE(checkAudit(bench.storage())->entries, 0);
    }
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::AuditLogTest)
#include "tst_auditlog.moc"
