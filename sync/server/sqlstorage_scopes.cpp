// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/scopecondition.h"
#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QVariant scopeIdValue(Uuid id)
{
    return id.isNull() ? QVariant() : QVariant(id.toBytes());
}

}  // namespace

Expected<void> SqlStorage::putExit(const RowState& row, const RowScope& before, UtcMs now)
{
    return write(u"INSERT INTO scope_exit (seq, tbl, id, owner, place, roles, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                 {row.seq, row.table, row.id.toBytes(), scopeIdValue(before.person), scopeIdValue(before.location),
                  static_cast<qint64>(before.roles), qint64(now)});
}

Expected<std::vector<ScopeExit>> SqlStorage::exits(qint64 after, const View& seen, const View& now, int limit)
{
    QVariantList parameters{after};
    QString condition = scopeCondition(seen, u"e"_s, parameters);
    condition += u" AND NOT ("_s + scopeCondition(now, u"r"_s, parameters) + u')';
    parameters.append(limit);
    auto query = session().run(
        u"SELECT e.seq, e.tbl, e.id FROM scope_exit e JOIN row_state r ON r.tbl = e.tbl AND r.id = e.id "
        "WHERE e.seq > ? AND "_s +
            condition + u" ORDER BY e.seq LIMIT ?"_s,
        parameters);
    if (!query)
        return fail(query.error());
    std::vector<ScopeExit> found;
    while (query->next())
        found.push_back(
            {query->integer(0), {static_cast<std::uint16_t>(query->integer(1)), Uuid::fromBytes(query->blob(2))}});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<QByteArray> SqlStorage::scopeRules()
{
    return meta(u"scope_rules"_s);
}

Expected<void> SqlStorage::setScopeRules(const QByteArray& rules)
{
    return setMeta(u"scope_rules"_s, rules);
}

}  // namespace Forecourt
