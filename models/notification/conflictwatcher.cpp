// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/notification/conflictwatcher.h"

#include "models/base/whendone.h"
#include "models/outbox/recordlabel.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ConflictKind = "conflict"_L1;
constexpr int ConflictsNoticed = 200;

struct UnnoticedRecord {
    std::uint16_t table = 0;
    Uuid record;
    UtcMs at = 0;
};

Expected<std::vector<UnnoticedRecord>> unnoticedConflicts(Connection& connection)
{
    auto rows = connection.run(
        u"SELECT table_number, record_id, max(noticed_at) FROM conflicts c WHERE _del = 0 AND state = 0 AND NOT EXISTS "
        "(SELECT 1 FROM notifications n WHERE n.kind = ? AND n.id = c.record_id) "
        "GROUP BY table_number, record_id ORDER BY max(noticed_at) DESC LIMIT ?"_s,
        {ConflictKind, ConflictsNoticed});
    if (!rows)
        return fail(rows.error());
    std::vector<UnnoticedRecord> records;
    while (rows->next())
        records.push_back(
            {static_cast<std::uint16_t>(rows->integer(0)), Uuid::fromBytes(rows->blob(1)), rows->integer(2)});
    return records;
}

/// Whether anything changed.
Expected<bool> noteConflicts(Connection& connection)
{
    const auto before = connection.scalar(u"SELECT total_changes()"_s);
    if (!before)
        return fail(before.error());
    // A record that somebody decides and that collides again is news.
    auto gone = connection.run(
        u"DELETE FROM notifications WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM conflicts c "
        "WHERE c.table_number = notifications.tbl AND c.record_id = notifications.id AND c._del = 0 AND c.state = 0)"_s,
        {ConflictKind});
    if (!gone)
        return fail(gone.error());
    const auto unnoticed = unnoticedConflicts(connection);
    if (!unnoticed)
        return fail(unnoticed.error());
    for (const UnnoticedRecord& one : *unnoticed) {
        const auto label = recordLabel(connection, one.table, one.record);
        if (!label)
            return fail(label.error());
        const QJsonArray arguments{*label};
        auto stored = connection.run(
            u"INSERT INTO notifications (at, kind, tbl, id, arguments) VALUES (?, ?, ?, ?, ?)"_s,
            {static_cast<qlonglong>(one.at), ConflictKind, static_cast<qlonglong>(one.table), one.record.toBytes(),
             QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!stored)
            return fail(stored.error());
    }
    const auto after = connection.scalar(u"SELECT total_changes()"_s);
    if (!after)
        return fail(after.error());
    return *after != *before;
}

}  // namespace

ConflictWatcher::ConflictWatcher(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::Conflicts))
            look();
    });
    look();
}

void ConflictWatcher::look()
{
    if (std::exchange(m_looking, true)) {
        m_stale = true;
        return;
    }
    whenDone(m_store.write(noteConflicts), this, [this](const Expected<bool>& noted) {
        m_looking = false;
        if (noted && *noted)
            Q_EMIT changed();
        if (std::exchange(m_stale, false))
            look();
    });
}

}  // namespace Forecourt
