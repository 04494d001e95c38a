// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include "models/outbox/conflict.h"
#include "models/outbox/decideconflicts.h"
#include "models/store/migrations.h"
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

constexpr UtcMs WorldActionMs = 7;
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
    : m_trace(trace),
      m_directory(worldDirectory()),
      m_network(static_cast<size_t>(setup.workstations), true),
      m_undo(static_cast<size_t>(setup.workstations))
{
    worldCopy(templates.server(), m_directory.filePath(u"server"_s));
    m_server = std::make_unique<SimulatedServer>(m_directory.filePath(u"server"_s), m_clock, m_trace, setup.fault);
    for (int who = 0; who < setup.workstations; ++who) {
        const QString name = u"w%1"_s.arg(who);
        worldCopy(templates.workstation(), m_directory.filePath(name));
        m_workstations.push_back(std::make_unique<Workstation>(
            m_directory.filePath(name), name.toLatin1(), m_clock, who, m_trace, [this, who] {
                return m_network[static_cast<size_t>(who)] ? m_server->connect(who) : std::shared_ptr<Link>();
            }));
        m_server->enrol(name, m_workstations.back()->journal());
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
        if (workstation.link && action.a % 2 == 0)
            workstation.link->up.clear();
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
    case Action::Kind::Backup: m_server->backUp(); break;
    case Action::Kind::Restore:
        m_goesBack = true;
        m_server->restore();
        break;
    }
    passTime(WorldActionMs);
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

/// One of two, or none.
QVariant worldLocation(std::uint32_t choice)
{
    return choice % 3 == 0 ? QVariant() : QVariant(Uuid::fromParts(1'763'650'000'000, 2, choice % 3).toBytes());
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
            fields.insert(WorldTexts[i], u"t%1"_s.arg(m_counter));
        else
            fields.insert(WorldNumbers[i - 3],
                          qlonglong(action.b / 72 % 100 * 1000 + static_cast<unsigned>(m_counter)));
    }
    return fields;
}

/// Does what a person does, and notes what came of it.
void World::people(int who, const std::function<Expected<EditOutcome>(JournalCore&)>& deed, bool canBeUndone)
{
    const auto done = deed(m_workstations[static_cast<size_t>(who)]->journal());
    if (!done || done->undo.isEmpty())
        return;
    for (const UndoStep::Row& row : done->undo.rows) {
        if (row.table != Table::Vehicles)
            continue;
        switch (row.kind) {
        case UndoStep::Row::Kind::Inserted: m_ledger.appeared(who, row.id, row.after); break;
        case UndoStep::Row::Kind::Updated: m_ledger.typed(who, row.id, row.after, row.before); break;
        case UndoStep::Row::Kind::Removed: m_ledger.removed(who, row.id, row.before); break;
        }
    }
    if (canBeUndone)
        m_undo[static_cast<size_t>(who)].push_back(done->undo);
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

void World::grant(const Action& action)
{
    const QString roles[] = {u"manager"_s, u"sales"_s, u"owner"_s};
    auto account = *m_server->storage().accountByLogin(u"w%1"_s.arg(action.who));
    if (!account)
        qFatal("account of the simulation");
    account->role = roles[action.a / 3];
    account->locations.clear();
    if (const QVariant location = worldLocation(action.a); !location.isNull())
        account->locations.push_back(Uuid::fromBytes(location.toByteArray()));
    if (!m_server->storage().putAccount(*account))
        qFatal("rights in the simulation");
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
    std::vector<std::shared_ptr<Link>> links = m_server->waiting();
    std::erase_if(links, [who](const auto& link) { return link->who != who; });
    if (steps.empty() && links.empty())
        return false;
    const size_t chosen = choice % (steps.size() + links.size());
    if (chosen < steps.size())
        workstation.take(steps[chosen]);
    else
        m_server->take(*links[chosen - steps.size()]);
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
    bool any = false;
    for (int who = 0; who < static_cast<int>(m_workstations.size()); ++who) {
        for (int i = 0; i < WorldMaxSteps && step(who, 0); ++i)
            any = true;
    }
    return any;
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
