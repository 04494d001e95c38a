// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/rowclock.h"
#include "models/base/sha256.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/opcodec.h"
#include "sync/protocol/codec.h"
#include "tests/simulation/world.h"

#include <QFile>

/// What has to hold when everything is delivered.
namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CheckedVehicles = static_cast<std::uint16_t>(Table::Vehicles);
constexpr Table CheckedTables[] = {Table::Vehicles, Table::Photos, Table::SavedViews, Table::Conflicts,
                                   Table::Refusals};

std::vector<RowState> rowsOf(ServerStorage& storage, Table table)
{
    ServerStorage::RowQuery query;
    query.seen.everything = true;
    query.limit = 100'000;
    query.bytes = 1 << 30;
    auto page = storage.rows(query);
    if (!page)
        qFatal("rows of the simulated server");
    std::erase_if(page->rows, [table](const RowState& row) { return row.table != static_cast<std::uint16_t>(table); });
    return std::move(page->rows);
}

QString say(const Hlc& clock)
{
    return u"%1.%2@%3"_s.arg(clock.msecs()).arg(clock.stamp & 0xffff).arg(clock.device);
}

QVariant valueOf(const RowState& row, Table table, QStringView field)
{
    const QVariant* value = row.value(Schema::current().table(table).field(field)->number);
    return value ? *value : QVariant();
}

bool isRefused(Connection& connection, Table table, Uuid row, const QString& field, const QVariant& value)
{
    auto refused = connection.run(u"SELECT kind, body FROM sync_reject WHERE id = ?"_s, {row.toBytes()});
    while (refused && refused->next()) {
        if (field.isEmpty()) {
            if (refused->integer(0) == 1)
                return true;
            continue;
        }
        for (const ClockedValue& one : decodeClockedValues(refused->blob(1))) {
            if (one.field == Schema::current().table(table).field(field)->number && one.value == value)
                return true;
        }
    }
    return false;
}

bool sameValue(const QVariant& one, const QVariant& other)
{
    return one.isNull() == other.isNull() && (one.isNull() || one == other);
}

/// One row as a workstation and as the server have it.
QString difference(Connection& connection, const RowState& row, Table table, const Access& access)
{
    const TableSchema& schema = Schema::current().table(table);
    QString columns;
    for (const Field& field : schema.fields)
        columns += u", \""_s + field.name + u'"';
    auto here =
        connection.run(u"SELECT _clk, _del"_s + columns + u" FROM "_s + schema.declaration->name + u" WHERE id = ?"_s,
                       {row.id.toBytes()});
    if (!here || !here->next())
        return row.deleted ? QString() : u"is not there"_s;
    if ((here->integer(1) != 0) != row.deleted)
        return row.deleted ? u"is not removed"_s : u"is removed"_s;
    if (row.deleted)
        return {};
    const RowClock clock = RowClock::unpack(here->blob(0));
    for (const Field& field : schema.fields) {
        const QVariant value = here->value(field.number + 1);
        if (!access.sees(field)) {
            if (field.nullable && !value.isNull())
                return u"%1 is kept from this person, and there"_s.arg(field.name);
            continue;
        }
        const QVariant* there = row.value(field.number);
        if (there && !sameValue(field.stored(*there), value))
            return u"%1 is %2, on the server %3"_s.arg(field.name, value.toString(), there->toString());
        if (there && clock.of(field.number) != row.clock.of(field.number))
            return u"%1 has the clock %2, on the server %3"_s.arg(field.name, say(clock.of(field.number)),
                                                                  say(row.clock.of(field.number)));
    }
    return {};
}

}  // namespace

QString World::finish()
{
    if (QString wrong = meet(); !wrong.isEmpty())
        return wrong;
    for (const QString& wrong : {typedMissing(), refusalsMissing(), conflictsOfNobody(), filesMissing()}) {
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString World::meet()
{
    for (size_t who = 0; who < m_workstations.size(); ++who) {
        m_network[who] = true;
        if (Account account = accountOf(static_cast<int>(who)); account.disabled)
            open(std::move(account));
        m_workstations[who]->happens(SyncEvent::TryNow{});
    }
    if (!comeToRest())
        return u"it does not come to rest"_s;
    m_server->heal();
    for (const QString& wrong : {m_wrong, outboxesHold(), storesDiffer()}) {
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QString World::storesDiffer()
{
    for (const Table table : CheckedTables) {
        const std::vector<RowState> all = rowsOf(m_server->storage(), table);
        const QString name = Schema::current().table(table).declaration->name;
        for (size_t who = 0; who < m_workstations.size(); ++who) {
            Connection& connection = m_workstations[who]->connection();
            const Access access = accountOf(static_cast<int>(who)).access();
            std::vector<RowState> rows;
            std::ranges::copy_if(all, std::back_inserter(rows),
                                 [&access](const RowState& row) { return access.sees(row.scope); });
            for (const RowState& row : rows) {
                if (const QString words = difference(connection, row, table, access); !words.isEmpty())
                    return u"at %1, %2 %3: %4"_s.arg(who).arg(name, row.id.toString(), words);
            }
            const auto count = connection.scalar(u"SELECT count(*) FROM "_s + name + u" WHERE _del = 0"_s);
            const auto live = std::ranges::count(rows, false, &RowState::deleted);
            if (!count || count->toLongLong() != live)
                return u"at %1 are %2 %3, on the server %4"_s.arg(who).arg(count->toLongLong()).arg(name).arg(live);
        }
    }
    return {};
}

QString World::conflictsOfNobody()
{
    if (m_goesBack)
        return {};
    for (const RowState& conflict : rowsOf(m_server->storage(), Table::Conflicts)) {
        const auto of = [&](QStringView name) { return valueOf(conflict, Table::Conflicts, name); };
        const Uuid record = Uuid::fromBytes(of(u"record_id").toByteArray());
        const Field* field = Schema::current()
                                 .table(m_made.value(record))
                                 .field(static_cast<std::uint16_t>(of(u"field_number").toInt()));
        const auto kept = Wire::decodeValue(of(u"kept_value").toByteArray());
        const auto lost = Wire::decodeValue(of(u"lost_value").toByteArray());
        // Of locations there are two only, so that the same one is typed by several people.
        if (field && kept && lost && field->name != "location_id"_L1 &&
            m_ledger.sawTheOther(record, field->name, *kept, *lost))
            return u"%1 of %2: %3 and %4 are in conflict, but one was typed over the other"_s.arg(
                field->name, QString::fromLatin1(of(u"record_id").toByteArray().toHex()), kept->toString(),
                lost->toString());
    }
    return {};
}

/// Everybody who sees a photo has its file, and so has the server.
QString World::filesMissing()
{
    if (!m_setup.files)
        return {};
    const auto contentOf = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    for (const RowState& row : rowsOf(m_server->storage(), Table::Photos)) {
        const QByteArray sha = valueOf(row, Table::Photos, u"medium_sha").toByteArray();
        if (row.deleted || sha.isEmpty())
            continue;
        if (const QString path = m_server->filePath(sha); path.isEmpty() || sha256(contentOf(path)) != sha)
            return u"the server does not have the file of %1"_s.arg(row.id.toString());
        for (size_t who = 0; who < m_workstations.size(); ++who) {
            Workstation& one = *m_workstations[who];
            if (!accountOf(static_cast<int>(who)).access().sees(row.scope))
                continue;
            if (sha256(contentOf(BlobStore(one.files()->directory()).path(sha))) != sha)
                return u"%1 does not have the file of %2"_s.arg(who).arg(row.id.toString());
            const auto noted =
                one.connection().scalar(u"SELECT here = 1 AND on_server = 1 FROM blobs WHERE sha = ?"_s, {sha});
            if (!noted || noted->toInt() != 1)
                return u"%1 does not know where the file of %2 is"_s.arg(who).arg(row.id.toString());
        }
    }
    return {};
}

/// What was refused because it was out of sight is also kept for a manager.
QString World::refusalsMissing()
{
    if (m_goesBack)
        return {};
    const std::vector<RowState> kept = rowsOf(m_server->storage(), Table::Refusals);
    for (size_t who = 0; who < m_workstations.size(); ++who) {
        auto refused = m_workstations[who]->connection().run(u"SELECT id, reason FROM sync_reject WHERE tbl = ?"_s,
                                                             {int(CheckedVehicles)});
        while (refused && refused->next()) {
            const bool there = std::ranges::any_of(kept, [&](const RowState& row) {
                return valueOf(row, Table::Refusals, u"record_id").toByteArray() == refused->blob(0);
            });
            if (refused->text(1).contains(u"out of sight"_s) && !there)
                return u"%1 was refused, and no manager hears of it"_s.arg(who);
        }
    }
    return {};
}

QString World::outboxesHold()
{
    for (size_t who = 0; who < m_workstations.size(); ++who) {
        const auto waiting =
            m_workstations[who]->connection().scalar(u"SELECT count(*) FROM sync_op WHERE state < 2"_s);
        if (!waiting || waiting->toInt() != 0)
            return u"at %1, %2 operations still wait"_s.arg(who).arg(waiting->toInt());
    }
    return {};
}

QString World::typedMissing()
{
    const std::vector<RowState> conflicts = rowsOf(m_server->storage(), Table::Conflicts);
    ServerStorage& storage = m_server->storage();
    Ledger::Outcome outcome;
    outcome.isRemoved = [&](Uuid row) {
        const auto there = storage.row(static_cast<std::uint16_t>(m_made.value(row)), row);
        return !there->known || there->deleted;
    };
    outcome.present = [&](Uuid row, const QString& field) {
        const Table table = m_made.value(row);
        return valueOf(*storage.row(static_cast<std::uint16_t>(table), row), table, field);
    };
    outcome.inConflict = [&](Uuid row, const QString& field, const QVariant& value) {
        const qlonglong number = field.isEmpty() ? 0 : Schema::current().table(m_made.value(row)).field(field)->number;
        return std::ranges::any_of(conflicts, [&](const RowState& conflict) {
            const auto of = [&](QStringView name) { return valueOf(conflict, Table::Conflicts, name); };
            if (of(u"record_id").toByteArray() != row.toBytes() || of(u"field_number").toLongLong() != number)
                return false;
            const auto kept = Wire::decodeValue(of(u"kept_value").toByteArray());
            const auto lost = Wire::decodeValue(of(u"lost_value").toByteArray());
            return field.isEmpty() || (kept && *kept == value) || (lost && *lost == value);
        });
    };
    outcome.refused = [&](int who, Uuid row, const QString& field, const QVariant& value) {
        return isRefused(m_workstations[static_cast<size_t>(who)]->connection(), m_made.value(row), row, field, value);
    };
    outcome.largestStays = [](const QString& field) {
        const Field* known = Schema::current().table(Table::Vehicles).field(field);
        return known && known->policy == MergePolicy::Max;
    };
    return m_ledger.missing(outcome);
}

}  // namespace Forecourt::Tests
