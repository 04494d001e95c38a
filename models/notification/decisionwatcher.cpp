// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/notification/decisionwatcher.h"

#include "models/base/whendone.h"
#include "models/outbox/recordlabel.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int DecisionsNoticed = 200;

/// Both tables name the record by table_number and record_id, the time by noticed_at, and are open at state 0.
struct DecisionKind {
    QLatin1StringView notification;
    QLatin1StringView table;
};
constexpr DecisionKind DecisionKinds[] = {{"conflict"_L1, "conflicts"_L1}, {"refused_other"_L1, "refusals"_L1}};

struct UnnoticedRecord {
    std::uint16_t table = 0;
    Uuid record;
    UtcMs at = 0;
};

Expected<std::vector<UnnoticedRecord>> unnoticedRecords(Connection& connection, const DecisionKind& kind)
{
    auto rows = connection.run(
        u"SELECT table_number, record_id, max(noticed_at) FROM %1 c WHERE _del = 0 AND state = 0 AND NOT EXISTS "
        "(SELECT 1 FROM notifications n WHERE n.kind = ? AND n.id = c.record_id) "
        "GROUP BY table_number, record_id ORDER BY max(noticed_at) DESC LIMIT ?"_s.arg(kind.table),
        {kind.notification, DecisionsNoticed});
    if (!rows)
        return fail(rows.error());
    std::vector<UnnoticedRecord> records;
    while (rows->next())
        records.push_back(
            {static_cast<std::uint16_t>(rows->integer(0)), Uuid::fromBytes(rows->blob(1)), rows->integer(2)});
    return records;
}

/// Whether anything changed.
Expected<void> noteDecisions(Connection& connection, const DecisionKind& kind)
{
    // A record that somebody decides and that collides again is news.
    auto gone = connection.run(
        u"DELETE FROM notifications WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM %1 c "
        "WHERE c.table_number = notifications.tbl AND c.record_id = notifications.id AND c._del = 0 AND c.state = 0)"_s
            .arg(kind.table),
        {kind.notification});
    if (!gone)
        return fail(gone.error());
    const auto unnoticed = unnoticedRecords(connection, kind);
    if (!unnoticed)
        return fail(unnoticed.error());
    for (const UnnoticedRecord& one : *unnoticed) {
        const auto label = recordLabel(connection, one.table, one.record);
        if (!label)
            return fail(label.error());
        const QJsonArray arguments{*label == one.record.toString() ? QString() : *label};
        auto stored = connection.run(
            u"INSERT INTO notifications (at, kind, tbl, id, arguments) VALUES (?, ?, ?, ?, ?)"_s,
            {static_cast<qlonglong>(one.at), kind.notification, static_cast<qlonglong>(one.table), one.record.toBytes(),
             QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!stored)
            return fail(stored.error());
    }
    return {};
}

Expected<bool> noteAllDecisions(Connection& connection)
{
    const auto before = connection.scalar(u"SELECT total_changes()"_s);
    if (!before)
        return fail(before.error());
    for (const DecisionKind& kind : DecisionKinds)
        FC_TRY(noteDecisions(connection, kind));
    const auto after = connection.scalar(u"SELECT total_changes()"_s);
    if (!after)
        return fail(after.error());
    return *after != *before;
}

}  // namespace

DecisionWatcher::DecisionWatcher(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::Conflicts) || changes.contains(Table::Refusals))
            look();
    });
    look();
}

void DecisionWatcher::look()
{
    if (std::exchange(m_looking, true)) {
        m_stale = true;
        return;
    }
    whenDone(m_store.write(noteAllDecisions), this, [this](const Expected<bool>& noted) {
        m_looking = false;
        if (noted && *noted)
            Q_EMIT changed();
        if (std::exchange(m_stale, false))
            look();
    });
}

}  // namespace Forecourt
