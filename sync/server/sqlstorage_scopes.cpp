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

Expected<void> SqlStorage::linkFiles(const RowState& row, const std::vector<FileLink>& files)
{
    QString gone = u"DELETE FROM blob_link WHERE tbl = ? AND id = ?"_s;
    QVariantList parameters{row.table, row.id.toBytes()};
    for (const FileLink& file : files) {
        gone += u" AND sha <> ?"_s;
        parameters.append(file.sha);
    }
    FC_TRY(write(gone, parameters));
    for (const FileLink& file : files)
        FC_TRY(
            write(u"INSERT INTO blob_link (sha, tbl, id, device, may_read) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (sha, tbl, id) DO NOTHING"_s,
                  {file.sha, row.table, row.id.toBytes(), file.device, file.mayRead ? 1 : 0}));
    return {};
}

Expected<void> SqlStorage::putUpload(const QByteArray& sha, std::uint32_t device)
{
    return write(u"INSERT INTO blob_upload (sha, device) VALUES (?, ?) ON CONFLICT (sha, device) DO NOTHING"_s,
                 {sha, device});
}

Expected<bool> SqlStorage::mayReadFile(const QByteArray& sha, std::uint32_t device, const Access& access)
{
    QVariantList parameters{sha, device, sha};
    View view;
    view.access = access;
    const QString condition = scopeCondition(view, u"r"_s, parameters);
    auto may = session().scalar(
        u"SELECT EXISTS (SELECT 1 FROM blob_upload WHERE sha = ? AND device = ?) OR EXISTS ("
        "SELECT 1 FROM blob_link l JOIN row_state r ON r.tbl = l.tbl AND r.id = l.id WHERE l.sha = ? AND "
        "(l.may_read = 1 OR EXISTS (SELECT 1 FROM blob_upload u WHERE u.sha = l.sha AND u.device = l.device)) AND "_s +
            condition + u')',
        parameters);
    if (!may)
        return fail(may.error());
    return may->toBool();
}

}  // namespace Forecourt
