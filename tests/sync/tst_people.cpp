// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sync/team.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Forecourt;
using namespace Forecourt::Tests;
using namespace Qt::StringLiterals;

/// Who may sign in, as what and where, set from a workstation: real servers, real workstations.
class TestPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addStoreKinds(); }

    void init()
    {
        m_team.emplace(
            std::vector<Team::Person>{{u"otto"_s, u"owner"_s}, {u"mona"_s, u"manager"_s}, {u"awa"_s, u"sales"_s}});
        m_server = m_team->server();
        m_owner = m_team->join(u"otto"_s);
        m_office = m_team->join(u"mona"_s);
        m_lot = m_team->join(u"awa"_s);
        // Two places with a car each.
        QVERIFY(m_owner->edit([](EditTransaction& edit) -> Expected<void> {
            for (const auto& [place, name] : {std::pair{Montreal, u"Montréal"_s}, std::pair{Toronto, u"Toronto"_s}}) {
                FC_TRY(edit.insert(Table::Locations, place, {{u"code"_s, name.first(3)}, {u"name"_s, name}}));
                FC_TRY(edit.insert(Table::Vehicles, Uuid::create(),
                                   {{u"make"_s, u"Mazda"_s}, {u"location_id"_s, place.toBytes()}}));
            }
            return {};
        }));
        QVERIFY(m_team->settle());
    }
    void cleanup() { m_team.reset(); }

    void ownersAndManagersReadTheList()
    {
        const QJsonObject told = list(*m_office);
        QCOMPARE(told.value("people"_L1).toArray().size(), 3);
        const QJsonObject awa = person(*m_office, u"awa"_s);
        QCOMPARE(awa.value("role"_L1).toString(), u"sales"_s);
        QCOMPARE(awa.value("connected"_L1), QJsonValue(true));
        QVERIFY(awa.value("seen_at"_L1).toInteger() > 0);
        QCOMPARE(awa.value("may_edit"_L1), QJsonValue(true));
        QCOMPARE(person(*m_office, u"otto"_s).value("may_edit"_L1), QJsonValue(false));
        QCOMPARE(person(*m_office, u"mona"_s).value("may_set_password"_L1), QJsonValue(false));
        QVERIFY(!told.value("roles"_L1).toArray().contains(u"owner"_s));
        QVERIFY(list(*m_owner).value("roles"_L1).toArray().contains(u"owner"_s));
        for (const QString& verb : {u"people.list"_s, u"people.add"_s, u"people.edit"_s, u"people.password"_s}) {
            const auto answer = m_lot->sync().request(verb).result();
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::NotAllowed);
        }
    }

    void aPersonWhoWasAddedSignsInAndIsSeenByEverybody()
    {
        const QJsonObject wished{{u"login"_s, u"kofi"_s},
                                 {u"name"_s, u"Kofi Mensah"_s},
                                 {u"role"_s, u"buyer"_s},
                                 {u"locations"_s, QJsonArray{Toronto.toString()}},
                                 {u"password"_s, u"violet tram seven"_s}};
        QCOMPARE(ask(*m_office, u"people.add"_s, wished), QString());
        QTRY_COMPARE_WITH_TIMEOUT(m_lot->scalar(u"SELECT display_name FROM users WHERE login = 'kofi'"_s).toString(),
                                  u"Kofi Mensah"_s, 20'000);
        Workstation desk;
        const auto given = desk.signIn(*m_server, u"kofi"_s, u"violet tram seven"_s);
        QCOMPARE(given.error().code, ErrorCode::RequestRefused);
        QCOMPARE(given.error().detail, u"new_password_needed"_s);
        const auto weak = desk.signIn(*m_server, u"kofi"_s, u"violet tram seven"_s, u"kofi kofi kofi"_s);
        QCOMPARE(weak.error().detail, u"password_name"_s);
        QVERIFY(desk.signIn(*m_server, u"kofi"_s, u"violet tram seven"_s, u"cedar lamp nine"_s));
        QVERIFY(desk.settle());
        QCOMPARE(desk.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(), 1);

        QCOMPARE(ask(*m_office, u"people.add"_s, with(wished, u"login"_s, u"KOFI"_s)), u"login_taken"_s);
        const QJsonObject other = with(wished, u"login"_s, u"abla"_s);
        QCOMPARE(ask(*m_office, u"people.add"_s, with(other, u"role"_s, u"owner"_s)), u"no_access"_s);
        QCOMPARE(ask(*m_office, u"people.add"_s, with(other, u"role"_s, u"king"_s)), u"role"_s);
        QCOMPARE(ask(*m_office, u"people.add"_s, with(other, u"login"_s, u" "_s)), u"login"_s);
        QCOMPARE(ask(*m_office, u"people.add"_s, with(other, u"password"_s, u"abla abla abla"_s)), u"password_name"_s);
        QCOMPARE(ask(*m_office, u"people.add"_s, with(other, u"locations"_s, QJsonArray{Uuid::create().toString()})),
                 u"location"_s);
        for (const auto& [key, value] : {std::pair<QString, QJsonValue>{u"locations"_s, u"all"_s},
                                         {u"locations"_s, QJsonArray{1}},
                                         {u"role"_s, 1},
                                         {u"password"_s, QJsonValue()},
                                         {u"name"_s, QJsonArray()}})
            QCOMPARE(ask(*m_office, u"people.add"_s, with(other, key, value)), u"malformed"_s);
        QCOMPARE(list(*m_office).value("people"_L1).toArray().size(), 4);
    }

    void otherLocationsReachAConnectedWorkstation()
    {
        QCOMPARE(cars(*m_lot), 2);
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"locations"_s, QJsonArray{Montreal.toString()}}}), QString());
        QTRY_COMPARE_WITH_TIMEOUT(cars(*m_lot), 1, 20'000);
        QCOMPARE(m_lot->scalar(u"SELECT location_id FROM vehicles"_s).toByteArray(), Montreal.toBytes());
        QTRY_COMPARE_WITH_TIMEOUT(m_lot->sync().status().link, SyncStatus::Link::Online, 20'000);
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"locations"_s, QJsonArray()}}), QString());
        QTRY_COMPARE_WITH_TIMEOUT(cars(*m_lot), 2, 20'000);
    }

    void theConsoleChangesLocationsToo()
    {
        const auto run = [this](const QStringList& options) {
            return m_server->exitCode(QStringList{u"user"_s, u"edit"_s, u"awa"_s} + options);
        };
        QCOMPARE(run({u"--location"_s, u"toronto"_s}), 0);
        QTRY_COMPARE_WITH_TIMEOUT(cars(*m_lot), 1, 20'000);
        QCOMPARE(m_lot->scalar(u"SELECT location_id FROM vehicles"_s).toByteArray(), Toronto.toBytes());
        QCOMPARE(run({u"--location"_s, u"TOR"_s, u"--location"_s, Montreal.toString()}), 0);
        QTRY_COMPARE_WITH_TIMEOUT(cars(*m_lot), 2, 20'000);
        QCOMPARE(run({u"--location"_s, u"Atlantis"_s}), 1);
    }

    void whoIsDisabledIsOutAtOnceAndKeepsWhatWaits()
    {
        m_lot->sync().setWorkOffline(true);
        QVERIFY(m_lot->edit([](EditTransaction& edit) {
            return edit.insert(Table::Vehicles, Uuid::create(), {{u"make"_s, u"Lexus"_s}});
        }));
        Workstation second;
        QVERIFY(second.signIn(*m_server, u"awa"_s));
        QVERIFY(second.settle());
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"disabled"_s, true}}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(second.sync().status().error, 20'000);
        QCOMPARE(second.sync().status().error->code, ErrorCode::AccountDisabled);
        QTRY_COMPARE_WITH_TIMEOUT(m_office->scalar(u"SELECT disabled FROM users WHERE login = 'awa'"_s).toInt(), 1,
                                  20'000);
        m_lot->sync().setWorkOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(m_lot->sync().status().error, 20'000);
        QCOMPARE(m_lot->sync().status().error->code, ErrorCode::AccountDisabled);
        QCOMPARE(m_lot->journal().counts().result()->waiting, 1);

        QCOMPARE(edit(*m_office, u"awa"_s, {{u"disabled"_s, false}}), QString());
        QVERIFY(m_lot->signIn(*m_server, u"awa"_s));
        QVERIFY(m_lot->settle());
        QVERIFY(m_office->settle());
        QCOMPARE(m_office->scalar(u"SELECT count(*) FROM vehicles WHERE make = 'Lexus'"_s).toInt(), 1);
    }

    void nobodyDoesWhatTheyMayNot()
    {
        QCOMPARE(edit(*m_office, u"otto"_s, {{u"name"_s, u"Otto"_s}}), u"no_access"_s);
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"role"_s, u"owner"_s}}), u"no_access"_s);
        QCOMPARE(edit(*m_office, u"mona"_s, {{u"role"_s, u"sales"_s}}), u"own_access"_s);
        QCOMPARE(edit(*m_owner, u"otto"_s, {{u"disabled"_s, true}}), u"own_access"_s);
        QCOMPARE(edit(*m_owner, u"awa"_s, {{u"role"_s, u"owner"_s}}), QString());
        QCOMPARE(edit(*m_owner, u"awa"_s, {{u"role"_s, u"sales"_s}}), QString());
        QCOMPARE(ask(*m_owner, u"people.edit"_s, {{u"user_id"_s, u"nobody"_s}}), u"malformed"_s);
        QCOMPARE(ask(*m_owner, u"people.edit"_s,
                     {{u"user_id"_s, Uuid::create().toString()}, {u"seen"_s, seen(person(*m_owner, u"awa"_s))}}),
                 u"not_found"_s);
    }

    void whatSomebodyElseChangedIsNotOverwritten()
    {
        const QJsonObject read = person(*m_office, u"awa"_s);
        QCOMPARE(edit(*m_owner, u"awa"_s, {{u"role"_s, u"buyer"_s}}), QString());
        const QJsonObject late{{u"user_id"_s, read.value("user_id"_L1)}, {u"seen"_s, seen(read)}, {u"name"_s, u"A"_s}};
        QCOMPARE(ask(*m_office, u"people.edit"_s, late), u"changed"_s);
        QCOMPARE(person(*m_owner, u"awa"_s).value("name"_L1).toString(), u"awa"_s);
        const QJsonObject before = person(*m_office, u"awa"_s);
        QCOMPARE(edit(*m_owner, u"awa"_s, {{u"login"_s, u"awa.n"_s}}), QString());
        QJsonObject renamed{
            {u"user_id"_s, before.value("user_id"_L1)}, {u"seen"_s, seen(before)}, {u"login"_s, u"ad"_s}};
        QCOMPARE(ask(*m_office, u"people.edit"_s, renamed), u"changed"_s);
        // Of a version that does not tell the login.
        QJsonObject unnamed = seen(before);
        unnamed.remove(u"login"_s);
        renamed.insert(u"seen"_s, unnamed);
        QCOMPARE(ask(*m_office, u"people.edit"_s, renamed), QString());
        QCOMPARE(edit(*m_owner, u"ad"_s, {{u"login"_s, u"awa"_s}}), QString());
    }

    void givesSomebodyElseAPassword()
    {
        const auto set = [this](Workstation& desk, const QString& login, const QString& password) {
            return ask(desk, u"people.password"_s,
                       {{u"user_id"_s, person(*m_owner, login).value("user_id"_L1)}, {u"password"_s, password}});
        };
        QCOMPARE(set(*m_office, u"awa"_s, u"short"_s), u"password_short"_s);
        QCOMPARE(set(*m_office, u"otto"_s, u"violet tram seven"_s), u"no_access"_s);
        QCOMPARE(set(*m_office, u"mona"_s, u"violet tram seven"_s), u"own_password"_s);
        QCOMPARE(set(*m_office, u"awa"_s, u"violet tram seven"_s), QString());
        Workstation desk;
        QCOMPARE(desk.signIn(*m_server, u"awa"_s).error().code, ErrorCode::WrongPassword);
        QVERIFY(desk.signIn(*m_server, u"awa"_s, u"violet tram seven"_s, u"cedar lamp nine"_s));
        QVERIFY2(m_lot->settle(), "where she is signed in already, she goes on");
        // Own from now on: changed by the person, who was not asked again.
        QCOMPARE(ask(*m_lot, u"password.change"_s,
                     {{u"old_password"_s, u"cedar lamp nine"_s}, {u"new_password"_s, u"cedar lamp ten"_s}}),
                 QString());
        QVERIFY(desk.signIn(*m_server, u"awa"_s, u"cedar lamp ten"_s));
    }

    void anotherServerOfTheSameDatabaseFollows()
    {
        if (storeUnderTest() != StoreKind::Postgres)
            QSKIP("only PostgreSQL is shared");
        ServerProcess second(ServerProcess::Beside{*m_server});
        second.start();
        Workstation elsewhere;
        QVERIFY(elsewhere.signIn(second, u"awa"_s));
        QVERIFY(elsewhere.settle());
        QCOMPARE(cars(elsewhere), 2);
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"locations"_s, QJsonArray{Toronto.toString()}}}), QString());
        QTRY_COMPARE_WITH_TIMEOUT(cars(elsewhere), 1, 20'000);
        QCOMPARE(edit(*m_office, u"awa"_s, {{u"disabled"_s, true}}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere.sync().status().error, 20'000);
        QCOMPARE(elsewhere.sync().status().error->code, ErrorCode::AccountDisabled);
    }

private:
    static int cars(Workstation& desk) { return desk.scalar(u"SELECT count(*) FROM vehicles"_s).toInt(); }
    /// The code that it was refused with; empty: done.
    static QString ask(Workstation& desk, const QString& verb, const QJsonObject& arguments)
    {
        const auto answer = desk.sync().request(verb, arguments).result();
        if (answer)
            return {};
        return answer.error().code == ErrorCode::NotAllowed ? u"no_access"_s : answer.error().detail;
    }
    static QJsonObject list(Workstation& desk)
    {
        const auto answer = desk.sync().request(u"people.list"_s).result();
        if (!answer)
            qFatal("people.list: %d", static_cast<int>(answer.error().code));
        return *answer;
    }
    static QJsonObject person(Workstation& desk, const QString& login)
    {
        const QJsonArray people = list(desk).value("people"_L1).toArray();
        for (const auto& one : people) {
            if (one.toObject().value("login"_L1).toString() == login)
                return one.toObject();
        }
        qFatal("nobody of that name");
        return {};
    }
    static QJsonObject seen(const QJsonObject& person)
    {
        QJsonObject facts;
        for (const QString& key : {u"login"_s, u"name"_s, u"role"_s, u"locations"_s, u"disabled"_s})
            facts.insert(key, person.value(key));
        return facts;
    }
    static QString edit(Workstation& desk, const QString& login, QJsonObject changes)
    {
        const QJsonObject now = person(desk, login);
        changes.insert(u"user_id"_s, now.value("user_id"_L1));
        changes.insert(u"seen"_s, seen(now));
        return ask(desk, u"people.edit"_s, changes);
    }
    static QJsonObject with(QJsonObject object, const QString& key, const QJsonValue& value)
    {
        object.insert(key, value);
        return object;
    }

    inline static const Uuid Montreal = Uuid::fromParts(1, 1, 1);
    inline static const Uuid Toronto = Uuid::fromParts(2, 2, 2);

    std::optional<Team> m_team;
    ServerProcess* m_server = nullptr;
    Workstation* m_owner = nullptr;
    Workstation* m_office = nullptr;
    Workstation* m_lot = nullptr;
};

QTEST_GUILESS_MAIN(TestPeople)

#include "tst_people.moc"
