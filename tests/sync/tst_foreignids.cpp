// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/schema.h"
#include "tests/sync/serverprocess.h"

namespace Forecourt {

using namespace Qt::StringLiterals;
using Tests::newVehicle;
using Tests::ServerProcess;
using Tests::ServerSocket;
using Tests::storeUnderTest;

namespace {

constexpr auto ForeignPassword = "correct horse";
const QString ForeignFiles = u"/api/v1/blobs"_s;

/// A dealership with one person, who has a car with a photo and a saved view.
class Dealership {
public:
    explicit Dealership(const QByteArray& content) : server(storeUnderTest()), photo(content), sha(sha256(content)) {}

    void open()
    {
        QVERIFY(server.start());
        QCOMPARE(server
                     .run({u"user"_s, u"add"_s, u"awa"_s, u"--role"_s, u"owner"_s, u"--keep"_s, u"--password-stdin"_s},
                          ForeignPassword)
                     .code,
                 0);
        signedIn = server.signIn(u"awa"_s, QString::fromLatin1(ForeignPassword));
        QCOMPARE(signedIn.status, 200);
        QVERIFY(rows.open(server, token()));
        const auto welcome = rows.next<Wire::Welcome>();
        QVERIFY(welcome);
        now = welcome->serverTime;
        user = welcome->user;
        car = newVehicle(1, now);
        push({car, made(Table::Photos, 2, {{u"vehicle_id"_s, car.id.toBytes()}, {u"original_sha"_s, sha}}),
              made(Table::SavedViews, 3, {{u"user_id"_s, user.toBytes()}, {u"name"_s, u"mine"_s}})});
        QVERIFY(files.open(server, token(), ForeignFiles));
        QVERIFY(files.next<Wire::Welcome>());
        files.send(Wire::Offer{sha, photo.size()});
        QVERIFY(files.next<Wire::Have>());
        files.send(Wire::Put{sha, 0, photo});
        QVERIFY(files.next<Wire::Got>());
    }

    QByteArray token() const { return signedIn.json.value("token"_L1).toString().toLatin1(); }

    Wire::Op made(Table table, qint64 opid, const QHash<QString, QVariant>& values) const
    {
        Wire::Op op;
        op.opid = opid;
        op.table = static_cast<std::uint16_t>(table);
        op.id = Uuid::create();
        op.create = true;
        op.clock = {static_cast<std::uint64_t>(now) << 16, 0};
        for (const auto& [name, value] : values.asKeyValueRange())
            op.fields.push_back({Schema::current().table(table).field(name)->number, value, {}});
        std::ranges::sort(op.fields, {}, &Wire::Op::FieldEdit::field);
        return op;
    }
    /// All of them get an answer, and are not asked for again.
    Wire::Pushed push(const std::vector<Wire::Op>& ops)
    {
        rows.send(Wire::Push{ops});
        const auto pushed = rows.next<Wire::Pushed>().value_or(Wire::Pushed{});
        [&] { QCOMPARE(pushed.upto, ops.back().opid); }();
        return pushed;
    }
    /// Every row that this person may see.
    std::vector<Wire::Row> all()
    {
        ServerSocket fresh;
        std::vector<Wire::Row> found;
        if (!fresh.open(server, token()) || !fresh.next<Wire::Welcome>())
            return found;
        for (;;) {
            const auto page = fresh.next<Wire::Page>();
            if (!page)
                return found;
            found.insert(found.end(), page->rows.begin(), page->rows.end());
            if (!page->more)
                return found;
        }
    }
    bool hasRow(Uuid id)
    {
        return std::ranges::any_of(all(), [id](const Wire::Row& row) { return row.id == id && !row.deleted; });
    }

    ServerProcess server;
    const QByteArray photo;
    const QByteArray sha;
    ServerProcess::Answer signedIn;
    ServerSocket rows;
    ServerSocket files;
    UtcMs now = 0;
    Uuid user;
    Wire::Op car;
};

const Wire::OpException* exceptionOf(const Wire::Pushed& pushed, qint64 opid)
{
    const auto found = std::ranges::find(pushed.exceptions, opid, &Wire::OpException::opid);
    return found == pushed.exceptions.end() ? nullptr : &*found;
}

}  // namespace

/// Two dealerships, each with its server. Whoever belongs to one and knows ids, hashes and tokens of the other gets
/// nothing by them, and does no harm at home either.
class TestForeignIds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { Tests::addStoreKinds(); }

    void init()
    {
        m_home.emplace("picture at home");
        m_other.emplace("picture elsewhere");
        m_home->open();
        if (!QTest::currentTestFailed())
            m_other->open();
    }
    void cleanup()
    {
        m_home.reset();
        m_other.reset();
    }

    void tokensOpenNothingElsewhere()
    {
        for (const QString& path : {u"/api/v1/sync"_s, ForeignFiles}) {
            ServerSocket stranger;
            QVERIFY(stranger.open(m_home->server, m_other->token(), path));
            QCOMPARE(stranger.next<Wire::Bye>().value_or(Wire::Bye{}).code, u"expired"_s);
        }
        QCOMPARE(m_home->server.refresh(m_other->signedIn).status, 401);
        // A device of this id is here too, and may not be taken out because somebody elsewhere had the same.
        QCOMPARE(m_home->server.refresh(m_home->signedIn).status, 200);
        QCOMPARE(m_other->server.refresh(m_other->signedIn).status, 200);
    }

    void aHashFromElsewhereOpensNoFile()
    {
        m_home->push({m_home->made(Table::Photos, 4,
                                   {{u"vehicle_id"_s, m_home->car.id.toBytes()}, {u"original_sha"_s, m_other->sha}})});
        m_home->files.send(Wire::Get{m_other->sha, 0, 1});
        QCOMPARE(m_home->files.next<Wire::Missing>().value_or(Wire::Missing{}).code, u"unknown"_s);
        // Nor is it enough to name it as one's own.
        m_home->files.send(Wire::Offer{m_other->sha, m_other->photo.size()});
        const auto have = m_home->files.next<Wire::Have>();
        QVERIFY(have && !have->complete);
        m_home->files.send(Wire::Put{m_other->sha, 0, m_home->photo});
        QVERIFY(m_home->files.next<Wire::Missing>());
        m_other->files.send(Wire::Get{m_other->sha, 0, 1});
        QCOMPARE(m_other->files.next<Wire::Chunk>().value_or(Wire::Chunk{}).data, m_other->photo);
    }

    void rowsFromElsewhereAreNotReached()
    {
        const auto before = m_other->all();
        QVERIFY(before.size() >= 3);
        const std::uint16_t vehicles = m_other->car.table;
        // An edit that claims to have seen the row as it is there.
        Wire::Op edit = newVehicle(4, m_home->now);
        edit.id = m_other->car.id;
        edit.create = false;
        edit.fields.front().base = {m_other->car.clock.stamp, 2};
        Wire::Op removal;
        removal.opid = 5;
        removal.table = vehicles;
        removal.id = m_other->car.id;
        removal.kind = Wire::Op::Kind::Delete;
        removal.clock = {edit.clock.stamp + 1, 0};
        removal.fields = {{0, {}, {m_other->car.clock.stamp, 2}}};
        Wire::Op view =
            m_home->made(Table::SavedViews, 6, {{u"user_id"_s, m_other->user.toBytes()}, {u"name"_s, u"theirs"_s}});
        Wire::Op place = newVehicle(7, m_home->now);
        place.fields.push_back(
            {Schema::current().table(Table::Vehicles).field(u"location_id"_s)->number, Uuid::create().toBytes(), {}});
        std::ranges::sort(place.fields, {}, &Wire::Op::FieldEdit::field);
        Wire::Op photo = m_home->made(Table::Photos, 8, {{u"vehicle_id"_s, m_other->car.id.toBytes()}});
        const Wire::Pushed pushed = m_home->push({edit, removal, view, place, photo});

        for (const Wire::Op& refused : {edit, view}) {
            const auto* exception = exceptionOf(pushed, refused.opid);
            QVERIFY(exception);
            QCOMPARE(exception->code, u"no_access"_s);
            // Nothing appears here out of nothing.
            QVERIFY(!m_home->hasRow(refused.id));
        }
        QCOMPARE(m_other->all(), before);
        // Everything goes on.
        m_home->push({newVehicle(9, m_home->now)});
    }

private:
    std::optional<Dealership> m_home;
    std::optional<Dealership> m_other;
};

}  // namespace Forecourt

QTEST_GUILESS_MAIN(Forecourt::TestForeignIds)
#include "tst_foreignids.moc"
