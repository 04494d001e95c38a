// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activityentry.h"

#include "models/store/schema.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ActivityCodes{
    std::pair{ActivityKind::Created, "created"_L1},
    std::pair{ActivityKind::Changed, "changed"_L1},
    std::pair{ActivityKind::Deleted, "deleted"_L1},
    std::pair{ActivityKind::Restored, "restored"_L1},
    std::pair{ActivityKind::Overruled, "overruled"_L1},
    std::pair{ActivityKind::Refused, "refused"_L1},
    std::pair{ActivityKind::SignedIn, "signed-in"_L1},
    std::pair{ActivityKind::SignInRefused, "sign-in-refused"_L1},
    std::pair{ActivityKind::SessionRefused, "session-refused"_L1},
    std::pair{ActivityKind::AccountAdded, "account-added"_L1},
    std::pair{ActivityKind::AccountChanged, "account-changed"_L1},
    std::pair{ActivityKind::AccountDisabled, "account-disabled"_L1},
    std::pair{ActivityKind::AccountEnabled, "account-enabled"_L1},
    std::pair{ActivityKind::DeviceRemoved, "device-removed"_L1},
    std::pair{ActivityKind::Requested, "requested"_L1},
    std::pair{ActivityKind::BackupRestored, "backup-restored"_L1},
    std::pair{ActivityKind::Pruned, "pruned"_L1},
    std::pair{ActivityKind::PasswordChanged, "password-changed"_L1},
    std::pair{ActivityKind::FactorOn, "factor-on"_L1},
    std::pair{ActivityKind::FactorOff, "factor-off"_L1},
    std::pair{ActivityKind::FactorCodesMade, "factor-codes-made"_L1},
    std::pair{ActivityKind::FactorCodeUsed, "factor-code-used"_L1},
    std::pair{ActivityKind::FactorReset, "factor-reset"_L1},
};

ActivityKind activityKindOf(const QString& code)
{
    const auto* found = std::ranges::find(ActivityCodes, code, [](const auto& known) { return QString(known.second); });
    return found == ActivityCodes.end() ? ActivityKind::Other : found->first;
}

std::uint16_t activityTable(const QString& name)
{
    const auto tables = syncedTables();
    const auto found = std::ranges::find(tables, name, [](const SyncedTable& table) { return QString(table.name); });
    return found == tables.end() ? std::uint16_t(0) : static_cast<std::uint16_t>(found->table);
}

/// As the column holds it: whole numbers come back as such, ids and other bytes from their text.
QVariant activityValue(const QJsonValue& told, const Field* field)
{
    if (told.isNull() || told.isUndefined())
        return {};
    if (told.isDouble())
        return field && field->type == FieldType::Real ? QVariant(told.toDouble()) : QVariant(told.toInteger());
    const QString text = told.toString();
    if (field && field->type == FieldType::Blob) {
        if (const auto id = Uuid::fromString(text))
            return id->toBytes();
        // Where the server names places instead of giving their ids, it is text that it tells.
        const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
        if (QString::fromLatin1(bytes.toHex()) == text)
            return bytes;
    }
    return text;
}

Fields activityColumns(const std::vector<ActivityChange>& changes, bool stands, QVariant ActivityChange::*value)
{
    Fields columns;
    for (const ActivityChange& change : changes) {
        if (change.stands == stands)
            columns.insert(change.field, change.*value);
    }
    return columns;
}

}  // namespace

QString activityKindCode(ActivityKind kind)
{
    const auto* found = std::ranges::find(ActivityCodes, kind, [](const auto& known) { return known.first; });
    return found == ActivityCodes.end() ? QString() : QString(found->second);
}

ActivityEntry ActivityEntry::fromJson(const QJsonObject& told)
{
    ActivityEntry entry;
    entry.id = told.value("id"_L1).toInteger();
    entry.at = told.value("at"_L1).toInteger();
    entry.code = told.value("kind"_L1).toString();
    entry.kind = activityKindOf(entry.code);
    entry.user = Uuid::fromString(told.value("user_id"_L1).toString()).value_or(Uuid());
    entry.person = told.value("user"_L1).toString();
    entry.device = told.value("device"_L1).toInteger();
    entry.deviceName = told.value("device_name"_L1).toString();
    entry.address = told.value("address"_L1).toString();
    entry.table = activityTable(told.value("table"_L1).toString());
    entry.record = Uuid::fromString(told.value("record"_L1).toString()).value_or(Uuid());
    entry.name = told.value("name"_L1).toString();
    entry.why = told.value("code"_L1).toString();
    entry.reason = told.value("reason"_L1).toString();
    entry.hash = told.value("hash"_L1).toString();
    const TableSchema* table = Schema::current().find(entry.table);
    const QJsonArray changes = told.value("changes"_L1).toArray();
    for (const auto& one : changes) {
        const QJsonObject change = one.toObject();
        const QString name = change.value("field"_L1).toString();
        const Field* field = table ? table->field(name) : nullptr;
        entry.changes.push_back({name, activityValue(change.value("before"_L1), field),
                                 activityValue(change.value("after"_L1), field), change.value("stands"_L1).toBool(true),
                                 change.value("cut"_L1).toBool()});
    }
    return entry;
}

Fields ActivityEntry::before(bool stands) const
{
    return activityColumns(changes, stands, &ActivityChange::before);
}

Fields ActivityEntry::after(bool stands) const
{
    return activityColumns(changes, stands, &ActivityChange::after);
}

ActivityAnswer ActivityAnswer::fromAnswer(const QJsonObject& answer)
{
    ActivityAnswer page;
    const QJsonArray list = answer.value("entries"_L1).toArray();
    page.entries.reserve(static_cast<std::size_t>(list.size()));
    for (const auto& one : list)
        page.entries.push_back(ActivityEntry::fromJson(one.toObject()));
    page.next = answer.value("next"_L1).toInteger();
    page.reached = answer.value("reached"_L1).toInteger();
    return page;
}

}  // namespace Forecourt
