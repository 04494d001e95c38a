// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include "models/outbox/blobstore.h"
#include "models/outbox/conflict.h"
#include "models/outbox/decideconflicts.h"
#include "models/outbox/storeaccess.h"
#include "models/store/migrations.h"
#include "sync/protocol/limits.h"
#include "sync/server/sqlitestorage.h"

#include <QDir>
#include <QFile>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

/// In memory where there is such a place: thousands of stores are made.
QString worldDirectory()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/forecourt-world-XXXXXX"_s;
}

void worldCopy(const QString& from, const QString& to)
{
    if (!QFile::copy(from, to))
        qFatal("copy of a simulated store");
}

/// One of two, or none.
QVariant worldLocation(std::uint32_t choice)
{
    return choice % 3 == 0 ? QVariant() : QVariant(Uuid::fromParts(1'763'650'000'000, 2, choice % 3).toBytes());
}

constexpr UtcMs WorldDayMs = 24LL * 3600 * 1000;
constexpr std::uint32_t WorldUptimeDays = 30;
constexpr UtcMs WorldActionMs = 7;
constexpr int WorldLongText = 140'000;
constexpr int WorldMaxRounds = 2'000;
constexpr int WorldMaxSteps = 20'000;

}  // namespace

WorldTemplates::WorldTemplates() : directory(worldDirectory())
{
    const auto connection = Connection::open(workstation(), Connection::Access::ReadWrite);
    if (!connection || !migrate(**connection, migrations()) || !SqliteStorage::open(server()))
        qFatal("templates of the simulated stores");
}

World::World(const WorldTemplates& templates, const WorldSetup& setup, Trace::Mode trace)
    : m_setup(setup),
      m_trace(trace),
      m_directory(worldDirectory()),
      m_network(static_cast<size_t>(setup.workstations), true),
      m_undo(static_cast<size_t>(setup.workstations)),
      m_newest(static_cast<size_t>(setup.workstations)),
      m_copies(static_cast<size_t>(setup.workstations)),
      m_closedAt(static_cast<size_t>(setup.workstations))
{
    m_server = std::make_unique<SimulatedServer>(
        SimulatedStore::make(setup.store, templates.server(), m_directory.filePath(u"server"_s), setup.fault),
        m_directory.path(), m_clock, m_trace, setup);
    for (int who = 0; who < setup.workstations; ++who) {
        const QString name = u"w%1"_s.arg(who);
        worldCopy(templates.workstation(), m_directory.filePath(name));
        m_workstations.push_back(std::make_unique<Workstation>(
            m_directory.filePath(name), name.toLatin1(), m_clock, who, m_trace, setup, [this, who](SocketKind kind) {
                return m_network[static_cast<size_t>(who)] ? m_server->connect(who, kind) : std::shared_ptr<Link>();
            }));
        m_server->enrol(loginOf(who), name.toLatin1(), m_workstations.back()->journal());
        if (setup.snapshots) {
            const QByteArray location = worldLocation(static_cast<std::uint32_t>(who)).toByteArray();
            m_workstations.back()->location = location.isEmpty() ? Uuid() : Uuid::fromBytes(location);
            m_network[static_cast<size_t>(who)] = who == 0;
        }
        m_workstations.back()->start();
    }
}

void World::perform(const Action& action)
{
    m_trace.note([&] { return describe({action}).trimmed(); });
    const auto who = static_cast<size_t>(action.who);
    Workstation& workstation = *m_workstations[who];
    switch (action.kind) {
    case Action::Kind::Add: add(action); break;
    case Action::Kind::Edit: edit(action); break;
    case Action::Kind::Remove: remove(action); break;
    case Action::Kind::Deliver: deliver(action); break;
    case Action::Kind::Offline: m_network[who] = false; [[fallthrough]];
    case Action::Kind::Lose:
        if (action.a % 2 == 0)
            workstation.loseSent();
        workstation.cut();
        break;
    case Action::Kind::Online:
        m_network[who] = true;
        workstation.happens(SyncEvent::TryNow{});
        break;
    case Action::Kind::Reopen:
        workstation.reopen();
        workstation.start();
        break;
    case Action::Kind::Wait: passTime(action.a); break;
    case Action::Kind::Grant: grant(action); break;
    case Action::Kind::Move: move(action); break;
    case Action::Kind::Decide:
        m_goesBack = true;
        decide(action);
        break;
    case Action::Kind::Undo:
        m_goesBack = true;
        undo(action.who);
        break;
    case Action::Kind::SetClock:
        workstation.clock.offset = (action.a % 2 == 0 ? 1 : -1) * static_cast<qint64>(action.a);
        break;
    case Action::Kind::Close: close(action.who); break;
    case Action::Kind::Copy: copy(action.who); break;
    case Action::Kind::PutBack: putBack(action.who); break;
    case Action::Kind::Photo: photo(action); break;
    case Action::Kind::View: view(action); break;
    case Action::Kind::Sync: sync(action.who); break;
    case Action::Kind::Absence: stayAway(action.a); break;
    case Action::Kind::Restart: m_server->restart(action.a); break;
    case Action::Kind::Unshelve: m_server->removeSnapshots(); break;
    case Action::Kind::Backup: m_server->backUp(); break;
    case Action::Kind::Restore:
        m_goesBack = true;
        m_server->restore();
        std::ranges::fill(m_closedAt, std::nullopt);
        break;
    }
    passTime(WorldActionMs);
}

void World::stayAway(std::uint32_t days)
{
    for (std::uint32_t day = 0; day < days; ++day) {
        passTime(WorldDayMs);
        for (const size_t server : m_server->storing())
            m_server->store(server);
    }
    // What happened lately is not in the memory of the servers any more.
    for (int server = 0; days > WorldUptimeDays && server < m_setup.servers; ++server)
        m_server->restart(static_cast<std::uint32_t>(server));
}

void World::passTime(UtcMs msecs)
{
    m_clock.advance(msecs);
    m_server->tick();
    for (const auto& workstation : m_workstations)
        workstation->wake();
}

// ---- what people do -----------------------------------------------------------------------------------------------

namespace {

Uuid worldVehicle(std::uint32_t number)
{
    return Uuid::fromParts(1'763'650'000'000 + number, 1, number + 1);
}

constexpr QLatin1StringView WorldTexts[] = {"color"_L1, "bay"_L1, "notes"_L1};
constexpr QLatin1StringView WorldNumbers[] = {"phase"_L1, "asking_minor"_L1, "odometer_km"_L1};

}  // namespace

/// Every value is typed once only, so that it can be told apart.
Fields World::values(const Action& action, bool all)
{
    Fields fields;
    const std::uint32_t one = action.b % 6;
    const std::uint32_t other = action.b / 6 % 12;
    for (std::uint32_t i = 0; i < 6; ++i) {
        if (!all && i != one && i != other)
            continue;
        ++m_counter;
        if (i < 3)
            fields.insert(WorldTexts[i], u"t%1"_s.arg(m_counter) + padding(i, action));
        else
            fields.insert(WorldNumbers[i - 3],
                          qlonglong(action.b / 72 % 100 * 1000 + static_cast<unsigned>(m_counter)));
    }
    if (!all && m_setup.rights && action.b / 7'200 % 8 == 0)
        fields.insert(u"cost_minor"_s, qlonglong(++m_counter));
    return fields;
}

/// Makes notes longer than a page of the server now and then.
QString World::padding(std::uint32_t text, const Action& action) const
{
    const bool isLong = m_setup.longTexts && WorldTexts[text] == "notes"_L1 && action.b / 7'200 % 4 == 1;
    return isLong ? QString(WorldLongText, u'x') : QString();
}

/// Fields that this workstation does not have, because of what it knows of its person's rights or should know.
QStringList World::withheldAt(int who, Table table)
{
    const auto known =
        m_workstations[static_cast<size_t>(who)]->connection().scalar(u"SELECT v FROM sync_state WHERE k = 'access'"_s);
    if (!known)
        qFatal("rights at the workstation");
    const StoreAccess here = StoreAccess::fromBytes(known->toByteArray());
    const Access there = accountOf(who).access();
    QStringList names;
    for (const Field& field : Schema::current().table(table).fields) {
        if (here.isWithheld(table, field.number) || !there.sees(field))
            names.append(field.name);
    }
    return names;
}

/// Does what a person does, and notes what came of it.
void World::people(int who, const std::function<Expected<EditOutcome>(JournalCore&)>& deed, bool canBeUndone)
{
    const auto done = deed(m_workstations[static_cast<size_t>(who)]->journal());
    m_did = done && !done->undo.isEmpty();
    if (!m_did)
        return;
    noteClock(who);
    for (const UndoStep::Row& row : done->undo.rows) {
        if (row.table == Table::Conflicts)
            continue;
        m_made.insert(row.id, row.table);
        switch (row.kind) {
        case UndoStep::Row::Kind::Inserted: m_ledger.appeared(who, row.id, row.after); break;
        case UndoStep::Row::Kind::Updated: m_ledger.typed(who, row.id, row.after, row.before); break;
        case UndoStep::Row::Kind::Removed:
            m_ledger.removed(who, row.id, row.before);
            for (const QString& field : withheldAt(who, row.table))
                m_ledger.removedUnseen(row.id, field);
            break;
        }
    }
    if (canBeUndone)
        m_undo[static_cast<size_t>(who)].push_back(done->undo);
}

/// Two edits of one workstation never have the same clock, and the later one has the later clock.
void World::noteClock(int who)
{
    Connection& connection = m_workstations[static_cast<size_t>(who)]->connection();
    const auto counted = connection.scalar(u"SELECT v FROM sync_state WHERE k = 'clock'"_s);
    if (!counted)
        qFatal("clock of a simulated store");
    Hlc& last = m_newest[static_cast<size_t>(who)];
    const Hlc clock = Hlc::fromBytes(counted->toByteArray());
    if (clock <= last)
        m_wrong = u"the clock of %1 went back"_s.arg(who);
    last = clock;
}

void World::add(const Action& action)
{
    const Fields fields = values(action, true);
    people(action.who, [&](JournalCore& journal) {
        return journal.edit(
            [&](EditTransaction& edit) { return edit.insert(Table::Vehicles, worldVehicle(action.a), fields); });
    });
}

void World::edit(const Action& action)
{
    const Fields fields = values(action, false);
    people(action.who, [&](JournalCore& journal) {
        return journal.edit(
            [&](EditTransaction& edit) { return edit.update(Table::Vehicles, worldVehicle(action.a), fields); });
    });
}

void World::remove(const Action& action)
{
    people(action.who, [&](JournalCore& journal) {
        return journal.edit(
            [&](EditTransaction& edit) { return edit.remove(Table::Vehicles, worldVehicle(action.a)); });
    });
}

void World::move(const Action& action)
{
    const Fields fields{{u"location_id"_s, worldLocation(action.b)}};
    people(action.who, [&](JournalCore& journal) {
        return journal.edit(
            [&](EditTransaction& edit) { return edit.update(Table::Vehicles, worldVehicle(action.a), fields); });
    });
}

QString World::loginOf(int who) const
{
    return u"w%1"_s.arg(m_setup.views && who == 1 ? 0 : who);
}

Account World::accountOf(int who)
{
    const auto account = m_server->storage().accountByLogin(loginOf(who));
    if (!account || !*account)
        qFatal("account of the simulation");
    return **account;
}

void World::grant(const Action& action)
{
    const QString roles[] = {u"manager"_s, u"sales"_s, u"owner"_s};
    Account account = accountOf(action.who);
    account.role = roles[action.a / 3];
    account.locations.clear();
    if (const QVariant location = worldLocation(action.a); !location.isNull())
        account.locations.push_back(Uuid::fromBytes(location.toByteArray()));
    if (!m_server->storage().putAccount(account))
        qFatal("rights in the simulation");
}

void World::close(int who)
{
    Account account = accountOf(who);
    if (account.disabled)
        return open(std::move(account));
    account.disabled = true;
    if (!m_server->storage().putAccount(account))
        qFatal("closing an account in the simulation");
    for (int one = 0; one < m_setup.workstations; ++one) {
        if (loginOf(one) == account.login)
            m_closedAt[static_cast<size_t>(one)] = m_server->pushedBy(one);
    }
}

void World::open(Account account)
{
    for (int one = 0; one < m_setup.workstations; ++one) {
        auto& closedAt = m_closedAt[static_cast<size_t>(one)];
        if (loginOf(one) != account.login)
            continue;
        if (closedAt && *closedAt != m_server->pushedBy(one))
            m_wrong = u"the account of %1 was closed, and wrote"_s.arg(one);
        closedAt.reset();
    }
    account.disabled = false;
    if (!m_server->storage().putAccount(account))
        qFatal("opening an account in the simulation");
}

/// A row is made once, by one workstation; then anybody who sees it edits or removes it.
void World::own(int who, Table table, Uuid row, std::uint32_t choice, Fields made, QStringView text,
                const std::optional<Picture>& picture)
{
    const bool isNew = !m_made.contains(row);
    const Fields typed{{text.toString(), u"t%1"_s.arg(++m_counter)}};
    made.insert(typed);
    people(who, [&](JournalCore& journal) {
        return journal.edit([&](EditTransaction& edit) -> Expected<void> {
            // Of the sizes that come to everybody unasked.
            if (isNew && picture)
                made.insert(u"medium_sha"_s, picture->sha);
            if (isNew) {
                FC_TRY(edit.insert(table, row, made));
                return picture ? noteBlobHere(edit.connection(), picture->sha, picture->size, BlobPriority::Medium,
                                              edit.now())
                               : Expected<void>();
            }
            return choice % 5 == 0 ? edit.remove(table, row) : edit.update(table, row, typed);
        });
    });
}

/// One of three is the same on every workstation, one of four comes in several chunks.
std::optional<World::Picture> World::takePicture(const Action& action)
{
    const WorkstationFiles* files = m_workstations[static_cast<size_t>(action.who)]->files();
    if (!files)
        return {};
    const std::uint32_t choice = action.b / 60;
    QByteArray content =
        choice % 3 == 0 ? "shared " + QByteArray::number(choice % 2) : "picture " + QByteArray::number(++m_counter);
    if (choice / 3 % 4 == 0)
        content.append(2 * Wire::ChunkSize, content.back());
    const auto sha = BlobStore(files->directory()).put(content);
    if (!sha)
        qFatal("picture of the simulation");
    return Picture{*sha, content.size()};
}

void World::photo(const Action& action)
{
    const Uuid row = Uuid::fromParts(1'763'650'000'000 + action.a, 3, action.b % 3);
    const auto picture = m_made.contains(row) ? std::nullopt : takePicture(action);
    own(action.who, Table::Photos, row, action.b / 3, {{u"vehicle_id"_s, worldVehicle(action.a).toBytes()}},
        action.b % 2 == 0 ? u"caption" : u"file_name", picture);
}

void World::view(const Action& action)
{
    const Account account = accountOf(action.who);
    const Uuid row = Uuid::fromParts(1'763'650'000'000, 4, account.login.last(1).toUInt() * 10 + action.b % 3);
    own(action.who, Table::SavedViews, row, action.b / 3, {{u"user_id"_s, account.user.toBytes()}},
        action.b % 2 == 0 ? u"name" : u"definition");
}

void World::copy(int who)
{
    const QString file = m_directory.filePath(u"copy%1"_s.arg(who));
    m_workstations[static_cast<size_t>(who)]->copyTo(file);
    m_copies[static_cast<size_t>(who)] = Copied{file, m_ledger.mark()};
}

void World::putBack(int who)
{
    const auto& copied = m_copies[static_cast<size_t>(who)];
    if (!copied)
        return;
    m_goesBack = true;
    m_ledger.forgive(who, copied->typed);
    m_newest[static_cast<size_t>(who)] = {};
    m_undo[static_cast<size_t>(who)].clear();
    m_workstations[static_cast<size_t>(who)]->putBack(copied->file);
    m_workstations[static_cast<size_t>(who)]->start();
}

void World::sync(int who)
{
    const auto settle = [this, who] {
        for (int i = 0; i < WorldMaxSteps && step(who, 0); ++i) {
        }
    };
    // The end of the last connection has to be noticed before there can be another one.
    settle();
    perform({Action::Kind::Online, who});
    settle();
    perform({Action::Kind::Offline, who, 1});
    settle();
}

void World::decide(const Action& action)
{
    Workstation& workstation = *m_workstations[static_cast<size_t>(action.who)];
    const auto open = ConflictRepository::ofRecord(workstation.connection(), Schema::current(),
                                                   static_cast<std::uint16_t>(Table::Vehicles), worldVehicle(action.a));
    if (!open || open->conflicts.empty())
        return;
    const Conflict& conflict = open->conflicts[action.b / 2 % open->conflicts.size()];
    const auto choice = action.b % 2 == 0 ? ConflictDecision::Choice::Keep : ConflictDecision::Choice::TakeBack;
    const DecideConflicts command{{{conflict.ids, choice, {}}}};
    people(action.who, [&](JournalCore& journal) {
        return journal.edit([&](EditTransaction& edit) { return command.apply(edit); });
    });
}

void World::undo(int who)
{
    auto& steps = m_undo[static_cast<size_t>(who)];
    if (steps.empty())
        return;
    const UndoStep step = std::move(steps.back());
    steps.pop_back();
    people(
        who, [&](JournalCore& journal) { return journal.revert(step); }, false);
}

// ---- what is on its way -------------------------------------------------------------------------------------------

bool World::step(int who, std::uint32_t choice)
{
    Workstation& workstation = *m_workstations[static_cast<size_t>(who)];
    const std::vector<Workstation::Step> steps = workstation.steps();
    const std::vector<std::shared_ptr<Link>> links = m_server->waiting(who);
    const std::vector<size_t> storing = m_server->storing();
    const size_t all = steps.size() + links.size() + storing.size();
    if (all == 0)
        return false;
    const size_t chosen = choice % all;
    // A server looks for news all the time: that alone is no movement.
    m_moved = m_moved || chosen < steps.size() + links.size();
    if (chosen < steps.size())
        workstation.take(steps[chosen]);
    else if (chosen < steps.size() + links.size())
        m_server->take(*links[chosen - steps.size()]);
    else
        m_server->store(storing[chosen - steps.size() - links.size()]);
    return true;
}

void World::deliver(const Action& action)
{
    std::uint32_t choice = action.b;
    for (std::uint32_t i = 0; i < action.a; ++i) {
        if (!step(action.who, choice >> 8))
            return;
        choice = choice * 1'664'525 + 1'013'904'223;
    }
}

bool World::deliverAll()
{
    m_moved = false;
    for (int who = 0; who < static_cast<int>(m_workstations.size()); ++who) {
        for (int i = 0; i < WorldMaxSteps && step(who, 0); ++i) {
        }
    }
    return m_moved;
}

bool World::comeToRest()
{
    int still = 0;
    for (int round = 0; round < WorldMaxRounds; ++round) {
        const bool moved = deliverAll();
        const bool quiet = std::ranges::all_of(m_workstations, [](const auto& one) { return one->isQuiet(); });
        still = !moved && quiet ? still + 1 : 0;
        if (still == 3)
            return true;
        passTime(600);
    }
    return false;
}

}  // namespace Forecourt::Tests
