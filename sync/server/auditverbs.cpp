// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditverbs.h"

#include "sync/server/auditreader.h"
#include "sync/server/storageengine.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditLinesUsual = 100;
constexpr int AuditLinesMost = 200;
constexpr qsizetype AuditTextMost = 200;  ///< characters to look for
/// Characters of a value that are told, and of one in an entry that would not fit into an answer otherwise.
constexpr qsizetype AuditValueMost = 4'000;
constexpr qsizetype AuditValueShort = 100;
constexpr qsizetype AuditDetailLarge = qsizetype{48} * 1024;

/// The named argument as a whole number from 0 to `most`; 0 if it is not there.
std::optional<qint64> auditNumber(const QJsonObject& arguments, QLatin1StringView name,
                                  qint64 most = std::numeric_limits<qint64>::max())
{
    const QJsonValue value = arguments.value(name);
    if (value.isUndefined())
        return 0;
    const qint64 number = value.toInteger(-1);
    return number < 0 || number > most ? std::nullopt : std::optional(number);
}

/// Null if it is not there.
std::optional<Uuid> auditUuid(const QJsonObject& arguments, QLatin1StringView name)
{
    const QJsonValue value = arguments.value(name);
    return value.isUndefined() ? Uuid() : Uuid::fromString(value.toString());
}

std::optional<QStringList> auditTexts(const QJsonObject& arguments, QLatin1StringView name)
{
    const QJsonValue value = arguments.value(name);
    if (!value.isUndefined() && !value.isArray())
        return std::nullopt;
    QStringList texts;
    for (const auto& one : value.toArray()) {
        if (!one.isString())
            return std::nullopt;
        texts << one.toString();
    }
    return texts;
}

/// Nothing if the arguments make no sense.
std::optional<AuditFilter> auditFilterFrom(const QJsonObject& arguments)
{
    const auto from = auditNumber(arguments, "from"_L1);
    const auto until = auditNumber(arguments, "until"_L1);
    const auto user = auditUuid(arguments, "user_id"_L1);
    const auto record = auditUuid(arguments, "record"_L1);
    const auto device = auditNumber(arguments, "device"_L1, std::numeric_limits<std::uint32_t>::max());
    const auto kinds = auditTexts(arguments, "kinds"_L1);
    const auto fields = auditTexts(arguments, "fields"_L1);
    if (!from || !until || !user || !record || !device || !kinds || !fields)
        return std::nullopt;
    AuditFilter filter;
    filter.from = *from;
    filter.upto = *until;
    filter.user = *user;
    filter.record = *record;
    filter.device = static_cast<std::uint32_t>(*device);
    filter.fields = *fields;
    for (const QString& code : *kinds) {
        const auto kind = auditKindOf(code);
        if (!kind)
            return std::nullopt;
        if (std::ranges::find(filter.kinds, *kind) == filter.kinds.end())
            filter.kinds.push_back(*kind);
    }
    if (arguments.contains("table"_L1)) {
        const QString name = arguments.value("table"_L1).toString();
        const auto tables = syncedTables();
        const auto found = std::ranges::find(tables, name, [](const SyncedTable& one) { return QString(one.name); });
        if (found == tables.end())
            return std::nullopt;
        filter.table = static_cast<std::uint16_t>(found->table);
    }
    filter.text = arguments.value("text"_L1).toString().trimmed();
    return filter.text.size() > AuditTextMost ? std::nullopt : std::optional(filter);
}

/// What is longer than `most` is cut, and says so.
QJsonValue auditTold(const QVariant& value, qsizetype most, bool& cut)
{
    QString text;
    switch (value.typeId()) {
    case QMetaType::UnknownType: return QJsonValue::Null;
    case QMetaType::LongLong: return value.toLongLong();
    case QMetaType::Double: return value.toDouble();
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        text = bytes.size() == Uuid::Size ? Uuid::fromBytes(bytes).toString()
                                          : QString::fromLatin1(bytes.first(std::min(bytes.size(), most)).toHex());
        break;
    }
    default: text = value.toString();
    }
    if (text.size() <= most)
        return text;
    cut = true;
    return text.first(most);
}

QJsonObject auditTold(const AuditLine& line)
{
    const AuditEntry& entry = line.entry;
    const auto idText = [](Uuid id) { return id.isNull() ? QString() : id.toString(); };
    QJsonObject told{{u"id"_s, entry.id},
                     {u"at"_s, qint64(entry.at)},
                     {u"kind"_s, line.kind},
                     {u"hash"_s, QString::fromLatin1(auditHash(entry).toHex())}};
    if (entry.device != 0)
        told.insert("device"_L1, static_cast<qint64>(entry.device));
    const std::pair<QLatin1StringView, QString> texts[] = {
        {"user_id"_L1, idText(entry.user)}, {"user"_L1, line.person},      {"device_name"_L1, line.device},
        {"address"_L1, entry.address},      {"table"_L1, line.table},      {"record"_L1, idText(entry.record)},
        {"name"_L1, line.detail.name},      {"code"_L1, line.detail.code}, {"reason"_L1, line.detail.reason},
    };
    for (const auto& [key, text] : texts) {
        if (!text.isEmpty())
            told.insert(key, text);
    }
    const qsizetype most = entry.detail.size() > AuditDetailLarge ? AuditValueShort : AuditValueMost;
    QJsonArray changes;
    for (const auto& [field, change] : line.changes) {
        bool cut = false;
        QJsonObject one{{u"field"_s, field},
                        {u"before"_s, auditTold(change.before, most, cut)},
                        {u"after"_s, auditTold(change.after, most, cut)}};
        if (!change.stands)
            one.insert("stands"_L1, false);
        if (cut)
            one.insert("cut"_L1, true);
        changes.append(one);
    }
    if (!changes.isEmpty())
        told.insert("changes"_L1, changes);
    return told;
}

Expected<VerbOutcome> auditList(StorageEngine& engine, const VerbCall& call)
{
    const auto filter = auditFilterFrom(call.arguments);
    const auto before = auditNumber(call.arguments, "before"_L1);
    const auto after = auditNumber(call.arguments, "after"_L1);
    const auto limit = auditNumber(call.arguments, "limit"_L1, AuditLinesMost);
    if (!filter || !before || !after || !limit)
        return VerbOutcome::refused("malformed"_L1);
    AuditReader reader(engine.storage(), engine.schema(), call.author.access);
    const auto page = reader.page(*filter, *before, *limit == 0 ? AuditLinesUsual : static_cast<int>(*limit), *after);
    if (!page)
        return fail(page.error());
    QJsonArray entries;
    for (const AuditLine& line : page->lines)
        entries.append(auditTold(line));
    QJsonObject body{{u"entries"_s, entries}};
    if (page->next != 0) {
        body.insert("next"_L1, page->next);
        body.insert("reached"_L1, qint64(page->reached));
    }
    return VerbOutcome{{}, body};
}

constexpr Verb AuditVerbList[] = {
    {"audit.list"_L1, Roles::Owner | Roles::Manager, false, &auditList},
};

}  // namespace

std::span<const Verb> AuditVerbs::all()
{
    return AuditVerbList;
}

}  // namespace Forecourt
