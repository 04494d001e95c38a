// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activityentry.h"
#include "sync/server/audittrail.h"
#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"
#include "tests/sync/team.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// The audit log as owners and managers read it from their workstations: real servers, real workstations.
class TestAuditVerbs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        m_team.emplace(std::vector<Team::Person>{
            {u"otto"_s, u"owner"_s}, {u"mona"_s, u"manager"_s}, {u"marc"_s, u"manager"_s}, {u"awa"_s, u"sales"_s}});
        m_server = m_team->server();
        limit(u"marc"_s, {Montreal});
        m_office = m_team->join(u"mona"_s);
        QVERIFY(m_office->edit([](EditTransaction& edit) -> Expected<void> {
            FC_TRY(edit.insert(Table::Locations, Montreal, {{u"code"_s, u"MTL"_s}, {u"name"_s, u"Montréal"_s}}));
            FC_TRY(edit.insert(Table::Locations, Toronto, {{u"code"_s, u"TOR"_s}, {u"name"_s, u"Toronto"_s}}));
            FC_TRY(edit.insert(
                Table::Vehicles, Rav4,
                {{u"stock_number"_s, u"B26-1"_s}, {u"make"_s, u"Toyota"_s}, {u"location_id"_s, Montreal.toBytes()}}));
            return edit.insert(
                Table::Vehicles, Cx5,
                {{u"stock_number"_s, u"B26-2"_s}, {u"make"_s, u"Mazda"_s}, {u"location_id"_s, Toronto.toBytes()}});
        }));
        QVERIFY(m_office->settle());
        change(Rav4, {{u"asking_minor"_s, 2'495'000}, {u"asking_currency"_s, u"CAD"_s}});
    }
    void cleanup() { m_team.reset(); }

    void tellsWhoDidWhatWhenFromWhere()
    {
        const QJsonObject newest = list(*m_office).first().toObject();
        QCOMPARE(newest.value("kind"_L1).toString(), u"changed"_s);
        QCOMPARE(newest.value("user"_L1).toString(), u"mona"_s);
        QCOMPARE(newest.value("address"_L1).toString(), u"127.0.0.1"_s);
        QVERIFY(!newest.value("device_name"_L1).toString().isEmpty());
        QCOMPARE(newest.value("table"_L1).toString(), u"vehicles"_s);
        QCOMPARE(newest.value("record"_L1).toString(), Rav4.toString());
        const QJsonObject price = changeOf(newest, u"asking_minor"_s);
        QVERIFY(price.value("before"_L1).isNull());
        QCOMPARE(price.value("after"_L1).toInteger(), 2'495'000);
        QVERIFY(!price.contains("stands"_L1));
        // The hash is the one that the chain has.
        const auto stored = openStore()->auditEntries({.newestFirst = true}, 1);
        QVERIFY(stored);
        QCOMPARE(newest.value("id"_L1).toInteger(), stored->front().id);
        QCOMPARE(newest.value("hash"_L1).toString(), QString::fromLatin1(auditHash(stored->front()).toHex()));
        QCOMPARE(newest.value("at"_L1).toInteger(), qint64(stored->front().at));
    }

    void isReadAsTheStoreHoldsIt()
    {
        const ActivityAnswer answer = ActivityAnswer::fromAnswer(ask(*m_office, {{u"record"_s, Rav4.toString()}}));
        QCOMPARE(answer.entries.size(), std::size_t(2));
        QCOMPARE(answer.next, 0);
        const ActivityEntry& priced = answer.entries.front();
        QCOMPARE(priced.kind, ActivityKind::Changed);
        QCOMPARE(priced.table, static_cast<std::uint16_t>(Table::Vehicles));
        QCOMPARE(priced.record, Rav4);
        QCOMPARE(priced.after().value(u"asking_minor"_s), QVariant(2'495'000LL));
        QVERIFY(priced.before().value(u"asking_minor"_s).isNull());
        const ActivityEntry& created = answer.entries.back();
        QCOMPARE(created.kind, ActivityKind::Created);
        QCOMPARE(created.after().value(u"location_id"_s), QVariant(Montreal.toBytes()));
        QCOMPARE(created.after().value(u"stock_number"_s), QVariant(u"B26-1"_s));
        QVERIFY(created.after(false).isEmpty());
    }

    void isForOwnersAndManagers()
    {
        Workstation owner;
        QVERIFY(owner.signIn(*m_server, u"otto"_s));
        QVERIFY(owner.settle());
        QVERIFY(list(owner).size() >= list(*m_office).size() - 1);
        Workstation staff;
        QVERIFY(staff.signIn(*m_server, u"awa"_s));
        QVERIFY(staff.settle());
        const auto answer = staff.sync().request(u"audit.list"_s).result();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::NotAllowed);
    }

    void aManagerOfOneSiteSeesNothingOfTheOthers()
    {
        Workstation lot;
        QVERIFY(lot.signIn(*m_server, u"marc"_s));
        QVERIFY(lot.settle());
        const QJsonArray seen = list(lot);
        const QByteArray text = QJsonDocument(seen).toJson();
        QVERIFY(text.contains(Rav4.toString().toUtf8()));
        QVERIFY(!text.contains(Cx5.toString().toUtf8()));
        QVERIFY(!text.contains("B26-2"));
        QVERIFY2(text.contains("signed-in"), "what is about no record");
        QVERIFY2(text.contains("Toronto"), "sites are for everybody");
        QCOMPARE(list(lot, {{u"record"_s, Cx5.toString()}}).size(), 0);
        QCOMPARE(list(*m_office, {{u"record"_s, Cx5.toString()}}).size(), 1);
        // Moved there, it is theirs with its past.
        change(Cx5, {{u"location_id"_s, Montreal.toBytes()}});
        QCOMPARE(list(lot, {{u"record"_s, Cx5.toString()}}).size(), 2);
        // A record that is gone from the store has no scope: only for who sees everything.
        fill(1, Uuid::create());
        QCOMPARE(list(*m_office).first().toObject().value("device_name"_L1).toString(), QString());
        QVERIFY(list(*m_office).first().toObject().value("id"_L1) != list(lot).first().toObject().value("id"_L1));
    }

    void filters()
    {
        change(Rav4, {{u"make"_s, u"Lexus"_s}});
        change(Rav4, {{u"notes"_s, u"scratch on the left door"_s}});
        const auto count = [this](const QJsonObject& filter) {
            return static_cast<int>(list(*m_office, filter).size());
        };
        const QJsonArray all = list(*m_office);
        QCOMPARE(count({{u"record"_s, Rav4.toString()}}), 4);
        QCOMPARE(count({{u"record"_s, Rav4.toString()}, {u"kinds"_s, QJsonArray{u"created"_s}}}), 1);
        QCOMPARE(count({{u"kinds"_s, QJsonArray{u"changed"_s}}}), 3);
        QCOMPARE(count({{u"kinds"_s, QJsonArray{u"signed-in"_s}}}), 1);
        QCOMPARE(count({{u"kinds"_s, QJsonArray{u"signed-in"_s, u"account-added"_s}}}), 5);
        QCOMPARE(count({{u"table"_s, u"locations"_s}}), 2);
        QCOMPARE(count({{u"text"_s, u"SCRATCH"_s}}), 1);
        QCOMPARE(count({{u"fields"_s, QJsonArray{u"make"_s}}}), 3);
        QCOMPARE(count({{u"fields"_s, QJsonArray{u"notes"_s}}, {u"text"_s, u"lexus"_s}}), 2);
        QCOMPARE(count({{u"text"_s, u"nobody wrote this"_s}}), 0);

        const QJsonObject oldest = all.last().toObject();
        const QJsonObject newest = all.first().toObject();
        const qint64 device = newest.value("device"_L1).toInteger();
        QVERIFY(device > 0);
        QCOMPARE(count({{u"device"_s, device}, {u"table"_s, u"vehicles"_s}}), 5);
        QCOMPARE(count({{u"device"_s, device + 1000}}), 0);
        const QString mona = newest.value("user_id"_L1).toString();
        for (const auto& one : list(*m_office, {{u"user_id"_s, mona}}))
            QCOMPARE(one.toObject().value("user"_L1).toString(), u"mona"_s);
        QCOMPARE(count({{u"user_id"_s, Uuid::create().toString()}}), 0);

        const qint64 last = newest.value("at"_L1).toInteger();
        QCOMPARE(count({{u"from"_s, last + 1}}), 0);
        QVERIFY(count({{u"from"_s, last}}) >= 1);
        QCOMPARE(count({{u"from"_s, last}}) + count({{u"until"_s, last}}), static_cast<int>(all.size()));
        QCOMPARE(count({{u"until"_s, oldest.value("at"_L1)}}), 0);
        QCOMPARE(count({{u"after"_s, newest.value("id"_L1).toInteger() - 2}}), 2);
    }

    void refusesNonsense()
    {
        for (const QJsonObject& nonsense :
             {QJsonObject{{u"kinds"_s, QJsonArray{u"exploded"_s}}}, QJsonObject{{u"kinds"_s, u"changed"_s}},
              QJsonObject{{u"kinds"_s, QJsonArray{7}}}, QJsonObject{{u"record"_s, u"B26-1"_s}},
              QJsonObject{{u"user_id"_s, 7}}, QJsonObject{{u"table"_s, u"accounts"_s}},
              QJsonObject{{u"from"_s, u"yesterday"_s}}, QJsonObject{{u"before"_s, -1}},
              QJsonObject{{u"limit"_s, 100'000}}, QJsonObject{{u"device"_s, 1e12}},
              QJsonObject{{u"text"_s, QString(1'000, u'x')}}}) {
            const auto answer = m_office->sync().request(u"audit.list"_s, nonsense).result();
            QVERIFY2(!answer, QJsonDocument(nonsense).toJson());
            QCOMPARE(answer.error(), (Error{ErrorCode::RequestRefused, {}, u"malformed"_s}));
        }
    }

    void goesOnWhereItStopped()
    {
        for (int i = 0; i < 8; ++i)
            change(Cx5, {{u"make"_s, u"make %1"_s.arg(i)}});
        const QJsonArray all = list(*m_office);
        QList<qint64> ids;
        int requests = 0;
        const QJsonArray inPages = list(*m_office, {{u"limit"_s, 3}}, &requests);
        QCOMPARE(inPages, all);
        QVERIFY(requests >= all.size() / 3);
    }

    void neverLooksThroughSevenYearsAtOnce()
    {
        fill(6'000, Rav4);
        const auto first = ask(*m_office, {{u"text"_s, u"nobody wrote this"_s}});
        QCOMPARE(first.value("entries"_L1).toArray().size(), 0);
        QVERIFY(first.value("next"_L1).toInteger() > 0);
        QVERIFY(first.value("reached"_L1).toInteger() > 0);
        int requests = 0;
        QCOMPARE(list(*m_office, {{u"text"_s, u"nobody wrote this"_s}}, &requests).size(), 0);
        QVERIFY(requests >= 2);
        // Rare kinds have an index of their own.
        QCOMPARE(ask(*m_office, {{u"kinds"_s, QJsonArray{u"account-added"_s}}}).value("entries"_L1).toArray().size(),
                 4);
        // So have devices, and tables other than the one that most is about.
        const auto sites = ask(*m_office, {{u"table"_s, u"locations"_s}}).value("entries"_L1).toArray();
        QCOMPARE(sites.size(), 2);
        const QJsonValue device = sites.first().toObject().value("device"_L1);
        QVERIFY(ask(*m_office, {{u"device"_s, device}}).value("entries"_L1).toArray().size() >= 5);
        // And records and people.
        QCOMPARE(ask(*m_office, {{u"record"_s, Cx5.toString()}}).value("entries"_L1).toArray().size(), 1);
    }

    void longValuesAreCutAndAnAnswerFits()
    {
        for (int i = 0; i < 12; ++i)
            change(Rav4, {{u"notes"_s, QString(60'000, QChar(u'a' + i))}});
        change(Rav4, {{u"notes"_s, QString(5'000, u'z')}});
        const QJsonArray seen = list(*m_office, {{u"fields"_s, QJsonArray{u"notes"_s}}});
        QCOMPARE(seen.size(), 13);
        for (const auto& one : seen) {
            const QJsonObject notes = changeOf(one.toObject(), u"notes"_s);
            QCOMPARE(notes.value("cut"_L1), QJsonValue(true));
            QVERIFY(notes.value("after"_L1).toString().size() <= 4'000);
        }
    }

private:
    inline static const Uuid Montreal = Uuid::fromParts(1, 1, 1);
    inline static const Uuid Toronto = Uuid::fromParts(2, 2, 2);
    inline static const Uuid Rav4 = Uuid::fromParts(3, 3, 3);
    inline static const Uuid Cx5 = Uuid::fromParts(4, 4, 4);

    std::unique_ptr<ServerStorage> openStore() const
    {
        if (m_server->database().isEmpty())
            return taken(SqliteStorage::open(m_server->dataDirectory() + u"/server.sqlite"_s));
        return taken(PostgresStorage::open(*PostgresAddress::parse(m_server->database())));
    }
    template <class Storage>
    static std::unique_ptr<ServerStorage> taken(Expected<std::unique_ptr<Storage>> opened)
    {
        if (!opened)
            qFatal("store of the server: %s", qUtf8Printable(opened.error().detail));
        return std::move(*opened);
    }
    /// As another process on the server would.
    void limit(const QString& login, std::vector<Uuid> locations)
    {
        const auto storage = openStore();
        auto account = *storage->accountByLogin(login);
        account->locations = std::move(locations);
        QVERIFY(storage->putAccount(*account));
    }
    /// Adds entries of the server itself about a vehicle.
    void fill(int count, Uuid record)
    {
        const auto storage = openStore();
        QVERIFY(storage->begin());
        AuditTrail trail(*storage, QDateTime::currentMSecsSinceEpoch());
        for (int i = 0; i < count; ++i) {
            AuditEntry entry;
            entry.table = static_cast<std::uint16_t>(Table::Vehicles);
            entry.record = record;
            trail.note(std::move(entry));
        }
        QVERIFY(trail.write());
        QVERIFY(storage->commit());
    }
    void change(Uuid vehicle, const Fields& fields)
    {
        QVERIFY(m_office->edit([&](EditTransaction& edit) { return edit.update(Table::Vehicles, vehicle, fields); }));
        QVERIFY(m_office->settle());
    }
    static QJsonObject ask(Workstation& desk, const QJsonObject& arguments)
    {
        const auto answer = desk.sync().request(u"audit.list"_s, arguments).result();
        if (!answer)
            qFatal("audit.list: %d %s", static_cast<int>(answer.error().code), qUtf8Printable(answer.error().detail));
        return *answer;
    }
    /// All entries that fit, over as many requests as it takes.
    static QJsonArray list(Workstation& desk, QJsonObject arguments = {}, int* requests = nullptr)
    {
        QJsonArray entries;
        qint64 last = std::numeric_limits<qint64>::max();
        for (;;) {
            const QJsonObject answer = ask(desk, arguments);
            if (requests)
                ++*requests;
            for (const auto& one : answer.value("entries"_L1).toArray()) {
                const qint64 id = one.toObject().value("id"_L1).toInteger();
                if (id >= last)
                    qFatal("entry %lld comes after %lld", id, last);
                last = id;
                entries.append(one);
            }
            const qint64 next = answer.value("next"_L1).toInteger();
            if (next == 0)
                return entries;
            arguments.insert(u"before"_s, next);
        }
    }
    static QJsonObject changeOf(const QJsonObject& entry, const QString& field)
    {
        for (const auto& one : entry.value("changes"_L1).toArray()) {
            if (one.toObject().value("field"_L1).toString() == field)
                return one.toObject();
        }
        return {};
    }

    std::optional<Team> m_team;
    ServerProcess* m_server = nullptr;
    Workstation* m_office = nullptr;
};

QTEST_GUILESS_MAIN(TestAuditVerbs)

#include "tst_auditverbs.moc"
