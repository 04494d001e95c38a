// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditColumns = 10;
constexpr size_t AuditTogether = 100;

QString auditInsert(size_t rows)
{
    const QString row = u"(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    QString sql =
        u"INSERT INTO audit_log (id, at, kind, user_id, device, address, tbl, record, detail, before) VALUES "_s + row;
    for (size_t i = 1; i < rows; ++i)
        sql += u", "_s + row;
    return sql;
}

}  // namespace

Expected<AuditEnds> SqlStorage::auditEnds()
{
    AuditEnds ends;
    if (!m_hasAudit)
        return ends;
    auto query = session().run(u"SELECT id, at, hash FROM audit_end ORDER BY which"_s);
    if (!query)
        return fail(query.error());
    for (AuditMark* mark : {&ends.pruned, &ends.newest}) {
        if (!query->next())
            break;
        mark->id = query->integer(0);
        mark->at = query->integer(1);
        if (!query->isNull(2))
            mark->hash = query->blob(2);
    }
    if (const auto error = query->error())
        return fail(*error);
    return ends;
}

Expected<void> SqlStorage::appendAudit(std::span<const AuditEntry> entries, const AuditMark& newest)
{
    static const QString many = auditInsert(AuditTogether);
    static const QString one = auditInsert(1);
    while (!entries.empty()) {
        const size_t count = entries.size() >= AuditTogether ? AuditTogether : 1;
        QVariantList values;
        values.reserve(static_cast<qsizetype>(count) * AuditColumns);
        for (const AuditEntry& entry : entries.first(count)) {
            // An empty text, not a missing one: the column takes no NULL.
            values << entry.id << qint64(entry.at) << static_cast<int>(entry.kind) << entry.user.toBytes()
                   << entry.device << u""_s + entry.address << entry.table << entry.record.toBytes() << entry.detail
                   << entry.before;
        }
        FC_TRY(execute(count == 1 ? one : many, values));
        entries = entries.subspan(count);
    }
    return execute(u"UPDATE audit_end SET id = ?, at = ?, hash = ? WHERE which = 1"_s,
                   {newest.id, qint64(newest.at), newest.hash});
}

Expected<std::vector<AuditEntry>> SqlStorage::auditEntries(const AuditRange& range, int limit)
{
    if (!m_hasAudit)
        return std::vector<AuditEntry>();
    QString sql =
        u"SELECT id, at, kind, user_id, device, address, tbl, record, detail, before FROM audit_log "
        "WHERE id >= ? AND id <= ?"_s;
    QVariantList values{range.from, range.upto};
    if (!range.user.isNull()) {
        sql += u" AND user_id = ?"_s;
        values << range.user.toBytes();
    }
    if (!range.record.isNull()) {
        sql += u" AND record = ?"_s;
        values << range.record.toBytes();
    }
    if (!range.kinds.empty()) {
        QStringList numbers;
        for (const AuditKind kind : range.kinds)
            numbers << QString::number(static_cast<int>(kind));
        sql += u" AND kind IN ("_s + numbers.join(u',') + u')';
    }
    sql += range.newestFirst ? u" ORDER BY id DESC LIMIT ?"_s : u" ORDER BY id LIMIT ?"_s;
    values << limit;
    auto query = session().run(sql, values);
    if (!query)
        return fail(query.error());
    std::vector<AuditEntry> entries;
    while (query->next())
        entries.push_back({query->integer(0), query->integer(1), static_cast<AuditKind>(query->integer(2)),
                           Uuid::fromBytes(query->blob(3)), static_cast<std::uint32_t>(query->integer(4)),
                           query->text(5), static_cast<std::uint16_t>(query->integer(6)),
                           Uuid::fromBytes(query->blob(7)), query->blob(8), query->blob(9)});
    if (const auto error = query->error())
        return fail(*error);
    return entries;
}

Expected<void> SqlStorage::removeAudit(const AuditMark& last)
{
    FC_TRY(execute(u"DELETE FROM audit_log WHERE id <= ?"_s, {last.id}));
    return execute(u"UPDATE audit_end SET id = ?, at = ?, hash = ? WHERE which = 0"_s,
                   {last.id, qint64(last.at), last.hash});
}

}  // namespace Forecourt
