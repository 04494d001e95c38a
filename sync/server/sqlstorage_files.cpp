// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/scopecondition.h"
#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> SqlStorage::linkFiles(const RowState& row, const std::vector<FileLink>& files)
{
    QString gone = u"DELETE FROM blob_link WHERE tbl = ? AND id = ?"_s;
    QVariantList parameters{row.table, row.id.toBytes()};
    for (const FileLink& file : files) {
        gone += u" AND sha <> ?"_s;
        parameters.append(file.sha);
    }
    FC_TRY(write(gone, parameters));
    for (const FileLink& file : files) {
        FC_TRY(keepFile(file.sha));
        FC_TRY(
            write(u"INSERT INTO blob_link (sha, tbl, id, device, may_read) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (sha, tbl, id) DO NOTHING"_s,
                  {file.sha, row.table, row.id.toBytes(), file.device, file.mayRead ? 1 : 0}));
    }
    return {};
}

Expected<void> SqlStorage::putUpload(const QByteArray& sha, std::uint32_t device)
{
    FC_TRY(keepFile(sha));
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

Expected<void> SqlStorage::keepFile(const QByteArray& sha)
{
    // A look first: nearly always there is nothing to write, and a write of its own costs a commit.
    const auto counted = session().scalar(u"SELECT EXISTS (SELECT 1 FROM unused_file WHERE sha = ?)"_s, {sha});
    if (!counted)
        return fail(counted.error());
    if (!counted->toBool())
        return {};
    return write(u"DELETE FROM unused_file WHERE sha = ?"_s, {sha});
}

Expected<std::vector<QByteArray>> SqlStorage::usedFiles(std::span<const QByteArray> files)
{
    std::vector<QByteArray> used;
    constexpr size_t Together = 200;
    while (!files.empty()) {
        const auto asked = files.first(std::min(files.size(), Together));
        files = files.subspan(asked.size());
        QVariantList parameters;
        QString marks;
        for (const QByteArray& sha : asked) {
            parameters.append(sha);
            marks += marks.isEmpty() ? u"?"_s : u", ?"_s;
        }
        auto query = session().run(
            u"SELECT DISTINCT l.sha FROM blob_link l JOIN row_state r ON r.tbl = l.tbl AND r.id = l.id "
            "WHERE r.del = 0 AND l.sha IN (%1)"_s.arg(marks),
            parameters);
        if (!query)
            return fail(query.error());
        while (query->next())
            used.push_back(query->blob(0));
        if (const auto error = query->error())
            return fail(*error);
    }
    return used;
}

Expected<std::vector<ServerStorage::UnusedFile>> SqlStorage::unusedFiles(std::uint8_t first)
{
    const char byte = static_cast<char>(first);
    auto query = session().run(u"SELECT sha, days, at FROM unused_file WHERE sha >= ? AND sha <= ?"_s,
                               {QByteArray(1, byte), byte + QByteArray(32, '\xff')});
    if (!query)
        return fail(query.error());
    std::vector<UnusedFile> files;
    while (query->next())
        files.push_back({query->blob(0), static_cast<int>(query->integer(1)), query->integer(2)});
    if (const auto error = query->error())
        return fail(*error);
    return files;
}

Expected<void> SqlStorage::putUnusedFile(const UnusedFile& file)
{
    return write(
        u"INSERT INTO unused_file (sha, days, at) VALUES (?, ?, ?) "
        "ON CONFLICT (sha) DO UPDATE SET days = excluded.days, at = excluded.at"_s,
        {file.sha, file.days, qint64(file.at)});
}

Expected<void> SqlStorage::forgetFile(const QByteArray& sha)
{
    FC_TRY(write(u"DELETE FROM unused_file WHERE sha = ?"_s, {sha}));
    return write(u"DELETE FROM blob_upload WHERE sha = ?"_s, {sha});
}

}  // namespace Forecourt
