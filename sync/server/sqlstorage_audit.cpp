// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/scopecondition.h"
#include "sync/server/sqlstorage.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int AuditColumns = 10;
constexpr size_t AuditTogether = 100;
/// What most entries are about; the index of tables leaves it out.
constexpr auto AuditMostly = static_cast<std::uint16_t>(Table::Vehicles);

QString auditInsert(size_t rows)
{
    const QString row = u"(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    QString sql =
        u"INSERT INTO audit_log (id, at, kind, user_id, device, address, tbl, record, detail, before) VALUES "_s + row;
    for (size_t i = 1; i < rows; ++i)
        sql += u", "_s + row;
    return sql;
}

/// Conditions of a statement over audit_log, with their parameters.
struct AuditCondition {
    QString sql;
    QVariantList values;

    void add(const QString& more, const QVariantList& parameters = {})
    {
        sql += u" AND "_s + more;
        values += parameters;
    }
};

bool auditIsRare(AuditKind kind)
{
    return kind > AuditKind::Changed;
}

/// One per index that is read to find the entries of a range: what it can tell by itself. Rare kinds lie one after the
/// other in theirs, so each is read for itself.
std::vector<AuditCondition> auditReads(const AuditRange& range)
{
    const AuditCondition between{u"a.id >= ? AND a.id <= ?"_s, {range.from, range.upto}};
    std::vector<AuditCondition> reads;
    if (!range.record.isNull()) {
        reads.push_back(between);
        reads.back().add(u"a.record = ?"_s, {range.record.toBytes()});
    } else if (!range.kinds.empty() && std::ranges::all_of(range.kinds, auditIsRare)) {
        for (const AuditKind kind : range.kinds) {
            reads.push_back(between);
            // The second condition, as below word for word that of the index, lets the database take it.
            reads.back().add(u"a.kind = %1 AND a.kind > 2"_s.arg(static_cast<int>(kind)));
        }
    } else {
        reads.push_back(between);
        if (range.device != 0)
            reads.back().add(u"a.device = ?"_s, {range.device});
        else if (range.table != 0 && range.table != AuditMostly)
            reads.back().add(u"a.tbl = %1 AND a.tbl <> %2"_s.arg(range.table).arg(AuditMostly));
        else if (!range.user.isNull())
            reads.back().add(u"a.user_id = ?"_s, {range.user.toBytes()});
    }
    return reads;
}

void auditAddReader(AuditCondition& condition, const Access& reader)
{
    QVariantList parameters;
    View view;
    view.access = reader;
    const QString sees = scopeCondition(view, u"r"_s, parameters);
    const QString row = u"EXISTS (SELECT 1 FROM row_state r WHERE r.tbl = a.tbl AND r.id = a.record AND "_s;
    condition.add(reader.locations.empty() ? u"(a.tbl = 0 OR NOT "_s + row + u"NOT ("_s + sees + u")))"_s
                                           : u"(a.tbl = 0 OR "_s + row + u'(' + sees + u")))"_s,
                  parameters);
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
    std::vector<AuditCondition> reads = auditReads(range);
    std::vector<AuditEntry> entries;
    for (AuditCondition& condition : reads) {
        if (!range.user.isNull())
            condition.add(u"a.user_id = ?"_s, {range.user.toBytes()});
        if (range.device != 0)
            condition.add(u"a.device = ?"_s, {range.device});
        if (range.table != 0)
            condition.add(u"a.tbl = ?"_s, {range.table});
        if (!range.kinds.empty() && reads.size() == 1) {
            QStringList numbers;
            for (const AuditKind kind : range.kinds)
                numbers << QString::number(static_cast<int>(kind));
            condition.add(u"a.kind IN ("_s + numbers.join(u',') + u')');
        }
        if (range.reader)
            auditAddReader(condition, *range.reader);
        condition.values << limit;
        auto query = session().run(
            u"SELECT a.id, a.at, a.kind, a.user_id, a.device, a.address, a.tbl, a.record, a.detail, a.before "
            "FROM audit_log a WHERE "_s +
                condition.sql + (range.newestFirst ? u" ORDER BY a.id DESC LIMIT ?"_s : u" ORDER BY a.id LIMIT ?"_s),
            condition.values);
        if (!query)
            return fail(query.error());
        while (query->next())
            entries.push_back({query->integer(0), query->integer(1), static_cast<AuditKind>(query->integer(2)),
                               Uuid::fromBytes(query->blob(3)), static_cast<std::uint32_t>(query->integer(4)),
                               query->text(5), static_cast<std::uint16_t>(query->integer(6)),
                               Uuid::fromBytes(query->blob(7)), query->blob(8), query->blob(9)});
        if (const auto error = query->error())
            return fail(*error);
    }
    if (reads.size() > 1) {
        std::ranges::sort(entries, [&range](const AuditEntry& one, const AuditEntry& other) {
            return range.newestFirst ? one.id > other.id : one.id < other.id;
        });
        entries.resize(std::min(entries.size(), static_cast<size_t>(limit)));
    }
    return entries;
}

Expected<std::optional<AuditPlace>> SqlStorage::auditReach(const AuditRange& range, int count)
{
    std::optional<AuditPlace> reach;
    if (!m_hasAudit)
        return reach;
    std::vector<AuditCondition> reads = auditReads(range);
    const int each = std::max(1, count / static_cast<int>(reads.size()));
    for (AuditCondition& condition : reads) {
        condition.values << each - 1;
        // The time is looked up apart, so that counting stays within the index.
        auto query =
            session().run(u"SELECT l.id, l.at FROM audit_log l WHERE l.id = (SELECT a.id FROM audit_log a WHERE "_s +
                              condition.sql + u" ORDER BY a.id DESC LIMIT 1 OFFSET ?)"_s,
                          condition.values);
        if (!query)
            return fail(query.error());
        if (query->next() && (!reach || query->integer(0) > reach->id))
            reach = AuditPlace{query->integer(0), query->integer(1)};
        if (const auto error = query->error())
            return fail(*error);
    }
    return reach;
}

Expected<void> SqlStorage::removeAudit(const AuditMark& last)
{
    FC_TRY(execute(u"DELETE FROM audit_log WHERE id <= ?"_s, {last.id}));
    return execute(u"UPDATE audit_end SET id = ?, at = ?, hash = ? WHERE which = 0"_s,
                   {last.id, qint64(last.at), last.hash});
}

}  // namespace Forecourt
