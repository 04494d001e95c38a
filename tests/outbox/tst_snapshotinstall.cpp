// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"
#include "tests/support/snapshotfile.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <sqlite3.h>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Day = 1'763'650'000'000;
const QByteArray View = "everything";

/// A dealership as a server has it: whole rows of every table, each once, in order of sequence.
class Dealership {
public:
    explicit Dealership(quint32 seed) : m_random(seed) {}

    std::vector<RemoteRow> rows(int vehicles)
    {
        std::vector<RemoteRow> made;
        for (int i = 0; i < 4; ++i)
            made.push_back(row(Table::Locations));
        for (int i = 0; i < 9; ++i)
            made.push_back(row(Table::Users));
        for (int i = 0; i < vehicles; ++i) {
            made.push_back(row(Table::Vehicles));
            const Uuid vehicle = made.back().id;
            if (m_random.bounded(3) == 0) {
                made.push_back(row(Table::Photos));
                put(made.back(), u"vehicle_id"_s, vehicle.toBytes());
                for (const QString& file : {u"original_sha"_s, u"thumb_sha"_s})
                    put(made.back(), file,
                        QByteArray(28, file.front().toLatin1()) + QByteArray::number(1000 + m_random.bounded(900)));
            }
            if (m_random.bounded(20) == 0)
                made.push_back(row(Table::Conflicts));
        }
        made.push_back(row(Table::SavedViews));
        made.push_back(row(Table::Refusals));
        return made;
    }

    /// The present state of `old`, changed since by somebody else.
    RemoteRow changed(const RemoteRow& old)
    {
        // After everything that was there: a store may have seen clocks that are nowhere any more.
        m_since = 1'000'000;
        RemoteRow next = row(static_cast<Table>(old.table));
        m_since = 0;
        next.id = old.id;
        // A whole row names every field that was ever written.
        for (const RemoteRow::FieldState& state : old.fields) {
            if (std::ranges::find(next.fields, state.field, &RemoteRow::FieldState::field) == next.fields.end())
                next.fields.push_back(state);
        }
        return next;
    }

    qint64 last() const { return m_seq; }
    QRandomGenerator& random() { return m_random; }

private:
    Hlc clock()
    {
        return {static_cast<std::uint64_t>(Day + m_since - m_random.bounded(1'000'000)) << 16 | m_random.bounded(9U),
                1 + m_random.bounded(5U)};
    }
    QVariant value(const Field& field)
    {
        if (field.nullable && m_random.bounded(3) == 0)
            return {};
        switch (field.type) {
        case FieldType::Integer: return qlonglong{m_random.bounded(100'000)};
        case FieldType::Real: return m_random.bounded(100.0);
        case FieldType::Text: return u"Sky %1"_s.arg(m_random.bounded(700));
        case FieldType::Blob: return QByteArray(16, static_cast<char>('a' + m_random.bounded(20)));
        }
        return {};
    }
    RemoteRow row(Table table)
    {
        RemoteRow made{static_cast<std::uint16_t>(table),
                       Uuid::fromParts(static_cast<quint64>(Day), m_random.generate() & 0xfff, m_random.generate64()),
                       ++m_seq,
                       m_random.bounded(30) == 0,
                       clock(),
                       {}};
        for (const Field& field : Schema::current().table(table).fields) {
            const bool isFile = field.name.endsWith("_sha"_L1);
            if (!isFile && m_random.bounded(5) > 0)
                made.fields.push_back({field.number, value(field), m_random.bounded(4) == 0 ? clock() : made.base});
        }
        if (m_random.bounded(25) == 0)
            made.fields.push_back({900, u"of a later version"_s, clock()});
        return made;
    }
    static void put(RemoteRow& row, const QString& name, const QVariant& value)
    {
        const std::uint16_t number = Schema::current().table(static_cast<Table>(row.table)).numbers.value(name);
        std::erase_if(row.fields, [number](const RemoteRow::FieldState& state) { return state.field == number; });
        row.fields.push_back({number, value, row.base});
    }

    QRandomGenerator m_random;
    qint64 m_seq = 0;
    UtcMs m_since = 0;
};

void apply(TestStore& store, const std::vector<RemoteRow>& rows, qint64 upto, const QByteArray& view = View)
{
    constexpr size_t Page = 500;
    for (size_t at = 0; at < rows.size(); at += Page) {
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<RemoteRow> page(begin, begin + static_cast<std::ptrdiff_t>(std::min(Page, rows.size() - at)));
        const auto applied = store.journal().applyRemote(page, page.back().seq).result();
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
    }
    QVERIFY(store.journal().applyRemote({}, upto, {{}, view, true}).result());
}

QStringList lines(TestStore& store, const QString& sql)
{
    return *store.store()
                .read([sql](Connection& connection) -> Expected<QStringList> {
                    QStringList found;
                    auto rows = connection.run(sql);
                    if (!rows)
                        qFatal("%s", qUtf8Printable(rows.error().detail));
                    while (rows->next()) {
                        QStringList cells;
                        for (qsizetype i = 0; i < rows->columns().size(); ++i)
                            cells.append(rows->text(static_cast<int>(i)));
                        found.append(cells.join(u" | "_s));
                    }
                    return found;
                })
                .result();
}

/// All that a store holds, without what only counts inside of it (row numbers, its own id).
QStringList content(TestStore& store)
{
    QStringList all;
    for (const SyncedTable& table : syncedTables()) {
        QStringList columns;
        for (const QString& column :
             lines(store, u"SELECT name FROM pragma_table_info('%1') WHERE name <> 'rid'"_s.arg(table.name)))
            columns.append(u"quote(\"%1\")"_s.arg(column));
        all += lines(store, u"SELECT '%1', %2 FROM %1 ORDER BY id"_s.arg(table.name, columns.join(u", "_s)));
    }
    for (const QString& sql :
         {u"SELECT 'state', k, quote(v) FROM sync_state WHERE k <> 'device_id' AND k NOT LIKE 'index:%' ORDER BY k"_s,
          u"SELECT 'op', opid, tbl, hex(id), kind, creates, hex(hlc), hex(body), hex(prev), hex(seen), state, "
          u"acked_seq "
          "FROM sync_op ORDER BY opid"_s,
          u"SELECT 'file', hex(sha), size, here, on_server, priority FROM blobs ORDER BY sha"_s,
          u"SELECT 'photos', hex(vehicle_id), count FROM photo_counts WHERE count > 0 ORDER BY vehicle_id"_s})
        all += lines(store, sql);
    return all;
}

/// Which vehicles the search finds, once it has caught up.
QStringList found(TestStore& store)
{
    const bool caughtUp =
        QTest::qWaitFor([&store] { return store.scalar(u"SELECT count(*) FROM search_queue"_s).toInt() == 0; }, 60'000);
    if (!caughtUp)
        qFatal("the search does not catch up");
    QStringList all;
    for (const QString& word : {u"sky"_s, u"12*"_s, u"699"_s, u"mine"_s})
        all += lines(store,
                     u"SELECT '%1', hex(v.id) FROM vehicle_search s JOIN vehicles v ON v.rid = s.rowid "
                     "WHERE vehicle_search MATCH '%1' ORDER BY v.id"_s.arg(word));
    return all;
}

QStringList objects(TestStore& store)
{
    return lines(store, u"SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"_s);
}

void compare(TestStore& got, TestStore& expected)
{
    const QStringList a = content(got);
    const QStringList b = content(expected);
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        QCOMPARE(a.value(i), b.value(i));
    QCOMPARE(found(got), found(expected));
    QCOMPARE(objects(got), objects(expected));
    QCOMPARE(got.scalar(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

/// What a person does before the first sync: a vehicle of their own, and one that is somebody else's by now.
void type(TestStore& store, Uuid mine, std::optional<Uuid> theirs)
{
    QVERIFY(store.edit([&](EditTransaction& edit) -> Expected<void> {
        FC_TRY(edit.insert(Table::Vehicles, mine, {{u"stock_number"_s, u"MINE"_s}}));
        return theirs ? edit.insert(Table::Vehicles, *theirs, {{u"make"_s, u"Mine"_s}, {u"color"_s, u"Red"_s}})
                      : Expected<void>();
    }));
}

}  // namespace

class TestSnapshotInstall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", m_seed);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanupTestCase() { m_made.reset(); }

    void anEmptyStoreGetsWhatPagesGive_data()
    {
        QTest::addColumn<int>("vehicles");
        QTest::newRow("so few that the indexes stay") << 40;
        QTest::newRow("so many that they are made anew") << 1'500;
    }
    void anEmptyStoreGetsWhatPagesGive()
    {
        QFETCH(int, vehicles);
        Dealership dealership(m_seed);
        TestStore pages;
        apply(pages, dealership.rows(vehicles), dealership.last());
        TestStore store;
        QSignalSpy told(&store.store().changes(), &ChangeNotifier::committed);
        QVERIFY(install(store, writeSnapshot(pages, file(), View)));
        compare(store, pages);
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(told.at(0).at(0).value<ChangeSet>().everything);
        QVERIFY(told.at(0).at(0).value<ChangeSet>().remote);
        // The next edit has a clock after all of them, and the store is as good after a new start.
        store.reopen();
        compare(store, pages);
    }

    void rowsOfTheFirstPagesMeetTheOthers_data()
    {
        QTest::addColumn<bool>("older");
        QTest::newRow("the file is newer than the pages") << false;
        QTest::newRow("the file is older") << true;
    }
    void rowsOfTheFirstPagesMeetTheOthers()
    {
        QFETCH(bool, older);
        Dealership dealership(m_seed);
        const std::vector<RemoteRow> before = dealership.rows(1'100);
        const qint64 then = dealership.last();
        // What somebody changes between the two, as the server has it afterwards.
        std::vector<RemoteRow> after;
        std::vector<RemoteRow> since;
        for (const RemoteRow& row : before) {
            if (dealership.random().bounded(10) == 0)
                since.push_back(dealership.changed(row));
            else
                after.push_back(row);
        }
        after.insert(after.end(), since.begin(), since.end());

        const std::vector<RemoteRow>& earlier = before;
        const auto partOf = [](const std::vector<RemoteRow>& rows) {
            std::vector<RemoteRow> part;
            for (const RemoteRow& row : rows) {
                if (row.id.toBytes().back() % 4 == 0)
                    part.push_back(row);
            }
            return part;
        };
        TestStore store;
        apply(store, partOf(older ? after : earlier), older ? dealership.last() : then, "a part");
        TestStore made;
        apply(made, older ? earlier : after, older ? then : dealership.last());
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        QCOMPARE(store.journal().identity().result()->cursor, then);
        QCOMPARE(store.journal().identity().result()->view, View);
        apply(store, since, dealership.last());

        TestStore pages;
        apply(pages, after, dealership.last());
        compare(store, pages);
    }

    void whatWasTypedMeanwhileStaysAndIsStillSent()
    {
        Dealership dealership(m_seed);
        const std::vector<RemoteRow> rows = dealership.rows(1'020);
        const auto theirs = std::ranges::find(rows, static_cast<std::uint16_t>(Table::Vehicles), &RemoteRow::table);
        const Uuid mine = Uuid::create();
        TestStore made;
        apply(made, rows, dealership.last());
        TestStore pages;
        type(pages, mine, theirs->id);
        apply(pages, rows, dealership.last());

        TestStore store;
        type(store, mine, theirs->id);
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        compare(store, pages);
        QCOMPARE(store.scalar(u"SELECT color FROM vehicles WHERE id = ?"_s, {theirs->id.toBytes()}).toString(),
                 u"Red"_s);
        QCOMPARE(store.journal().takeForSending(0, 100, 1 << 20).result()->size(), 2U);
    }

    void anEditFromBeforeCanStillBeTakenBack()
    {
        Dealership dealership(m_seed);
        TestStore made;
        apply(made, dealership.rows(1'020), dealership.last());
        TestStore store;
        const Uuid mine = Uuid::create();
        const auto typed = store.edit([mine](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, mine, {{u"stock_number"_s, u"MINE"_s}});
        });
        QVERIFY(typed);
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        QVERIFY(store.journal().revert(typed->undo).result());
        QCOMPARE(store.scalar(u"SELECT _del FROM vehicles WHERE id = ?"_s, {mine.toBytes()}).toInt(), 1);
    }

    void whatWasRemovedOnTheServerBeforeTheFirstPageGoes()
    {
        Dealership dealership(m_seed);
        TestStore made;
        apply(made, dealership.rows(50), dealership.last());
        TestStore store;
        const Uuid removed = Uuid::create();
        const Uuid waiting = Uuid::create();
        type(store, removed, {});
        QVERIFY(store.journal().takeForSending(0, 100, 1 << 20).result());
        QVERIFY(store.journal().acknowledge(1, 5, {}).result());
        type(store, waiting, {});
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        const auto count = [&store](Uuid id) {
            return store.scalar(u"SELECT count(*) FROM vehicles WHERE id = ?"_s, {id.toBytes()}).toInt();
        };
        QCOMPARE(count(removed), 0);
        QCOMPARE(count(waiting), 1);
    }

    void aFileThatIsNotWhatItSaysChangesNothing_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("another schema") << u"PRAGMA user_version = 4"_s;
        QTest::newRow("fewer rows") << u"DELETE FROM vehicles WHERE rowid = 7"_s;
        QTest::newRow("no such table") << u"DROP TABLE vehicles"_s;
        QTest::newRow("no table, but a view")
            << u"ALTER TABLE vehicles RENAME TO other; CREATE VIEW vehicles AS SELECT * FROM other"_s;
        QTest::newRow("no such field") << u"ALTER TABLE vehicles DROP COLUMN make"_s;
        QTest::newRow("a value of another type") << u"UPDATE vehicles SET year = 'when?' WHERE rowid = 1020"_s;
        QTest::newRow("an id twice")
            << u"UPDATE vehicles SET id = (SELECT id FROM vehicles WHERE rowid = 1) WHERE rowid = 1020"_s;
        QTest::newRow("an id twice, in the last table")
            << u"INSERT INTO refusals SELECT * FROM refusals; DELETE FROM vehicles WHERE rowid = 7"_s;
        QTest::newRow("no database") << QString();
        QTest::newRow("torn") << u"torn"_s;
    }
    void aFileThatIsNotWhatItSaysChangesNothing()
    {
        QFETCH(QString, damage);
        if (!m_made) {
            m_made = std::make_unique<TestStore>();
            Dealership dealership(m_seed);
            apply(*m_made, dealership.rows(1'050), dealership.last());
        }
        TestStore& made = *m_made;
        const StoreSnapshot snapshot = writeSnapshot(made, file(), View);
        if (damage == "torn"_L1 || damage.isEmpty()) {
            QFile torn(file());
            QVERIFY(torn.open(QIODevice::ReadWrite));
            QVERIFY(damage.isEmpty() ? torn.write(QByteArray(4'096, 'x')) == 4'096 : torn.resize(torn.size() / 2));
        } else {
            const auto connection = *Connection::open(file(), Connection::Access::ReadWrite);
            QVERIFY(connection->script(damage));
        }
        TestStore store;
        type(store, Uuid::create(), {});
        const QStringList before = content(store);
        const QStringList objectsBefore = objects(store);
        QVERIFY(!install(store, snapshot));
        QCOMPARE(content(store), before);
        QCOMPARE(objects(store), objectsBefore);
        QVERIFY(store.store().read([](Connection& c) { return c.scalar(u"SELECT 1"_s); }).result());
        // The next one goes in as if nothing had been.
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        QCOMPARE(store.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(),
                 made.scalar(u"SELECT count(*) FROM vehicles"_s).toInt() + 1);
    }

    void aPowerCutInTheMiddleLeavesTheStoreAsItWas()
    {
        Dealership dealership(m_seed);
        TestStore made;
        apply(made, dealership.rows(1'500), dealership.last());
        TestStore store;
        type(store, Uuid::create(), {});
        const QStringList before = content(store);
        const int indexesBefore =
            store.scalar(u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'vehicles'"_s)
                .toInt();
        QTemporaryDir cut;
        static constexpr qint64 Written = 200'000;
        struct Paths {
            QString from;
            QString to;
        } paths{store.path(), cut.path()};
        const auto atCommit = [](void* data) {
            const auto* where = static_cast<const Paths*>(data);
            // Small ones come before, such as that of the temporary table, and those of the search afterwards.
            if (!QDir(where->to).isEmpty() || QFileInfo(where->from + u"/forecourt.sqlite-wal"_s).size() < Written)
                return 0;
            for (const QString& name : QDir(where->from).entryList({u"forecourt.sqlite*"_s}, QDir::Files)) {
                if (!name.endsWith("-shm"_L1))
                    QFile::copy(where->from + u'/' + name, where->to + u'/' + name);
            }
            return 0;
        };
        const auto hook = [&store](int (*function)(void*), void* data) {
            const auto set = store.store().writeRaw([=](Connection& connection) -> Expected<void> {
                sqlite3_commit_hook(static_cast<sqlite3*>(connection.handle()), function, data);
                return {};
            });
            return set.result().has_value();
        };
        // Most of it is to be written out before the commit.
        QVERIFY(store.store().writeRaw([](Connection& c) { return c.script(u"PRAGMA cache_size = 20"_s); }).result());
        QVERIFY(hook(atCommit, &paths));
        QVERIFY(install(store, writeSnapshot(made, file(), View)));
        QVERIFY(hook(nullptr, nullptr));
        QVERIFY(QFileInfo::exists(cut.path() + u"/forecourt.sqlite-wal"_s));

        auto after = *Store::open({cut.path(), &store.clock});
        const auto vehicles = after->read([](Connection& c) { return c.scalar(u"SELECT count(*) FROM vehicles"_s); });
        QCOMPARE(vehicles.result()->toInt(), 1);
        const auto indexes = after->read([](Connection& c) {
            return c.scalar(u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'vehicles'"_s);
        });
        QCOMPARE(indexes.result()->toInt(), indexesBefore);
        QVERIFY(content(store) != before);
    }

private:
    QString file() const { return m_folder->filePath(u"snapshot.sqlite"_s); }
    static bool install(TestStore& store, const StoreSnapshot& snapshot)
    {
        const auto installed = store.journal().installSnapshot(snapshot).result();
        if (!installed)
            qInfo("not installed: %s", qUtf8Printable(installed.error().detail));
        return installed.has_value();
    }

    quint32 m_seed = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_made;  ///< for all rows of one test
};

QTEST_GUILESS_MAIN(TestSnapshotInstall)
#include "tst_snapshotinstall.moc"
