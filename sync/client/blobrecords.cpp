// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobrecords.h"

#include "models/outbox/blobstore.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> recordsAdd(BlobRecords::Uploads& uploads, Expected<Query> rows)
{
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        uploads.push_back(
            {rows->blob(0), rows->integer(1), rows->integer(2) >= static_cast<qint64>(BlobPriority::Original)});
    return {};
}

Expected<void> recordsNote(Connection& connection, const BlobNote& note)
{
    using Fact = BlobNote::Fact;
    if (note.fact == Fact::Found)
        return noteBlobFound(connection, note.sha, note.size);
    auto noted = note.fact == Fact::OnServer
                     ? connection.run(u"UPDATE blobs SET on_server = 1 WHERE sha = ?"_s, {note.sha})
                 : note.fact == Fact::Lost
                     ? connection.run(u"UPDATE blobs SET here = 0 WHERE sha = ?"_s, {note.sha})
                     : connection.run(u"UPDATE blobs SET here = 1, on_server = 1, size = ? WHERE sha = ?"_s,
                                      {note.size, note.sha});
    if (!noted)
        return fail(noted.error());
    return {};
}

}  // namespace

Expected<BlobRecords::Uploads> BlobRecords::readUploads(Connection& connection, int limit, Originals originals)
{
    const auto last = static_cast<int>(originals == Originals::Include ? BlobPriority::Video : BlobPriority::Large);
    Uploads uploads;
    FC_TRY(recordsAdd(
        uploads,
        connection.run(u"SELECT sha, size, priority FROM blobs WHERE here = 1 AND on_server = 0 AND priority <= ? "
                       "ORDER BY priority, added_at DESC LIMIT ?"_s,
                       {last, limit})));
    const auto doubted = areBlobsDoubted(connection);
    if (!doubted)
        return fail(doubted.error());
    // In any order: most are on the server, and nobody waits for them.
    if (const int left = limit - static_cast<int>(uploads.size()); *doubted && left > 0)
        FC_TRY(recordsAdd(
            uploads,
            connection.run(
                u"SELECT sha, size, priority FROM blobs WHERE here = 1 AND on_server = 2 AND priority <= ? LIMIT ?"_s,
                {last, left})));
    return uploads;
}

Expected<BlobRecords::Downloads> BlobRecords::readDownloads(Connection& connection)
{
    auto rows =
        connection.run(u"SELECT sha FROM blobs WHERE here = 0 AND priority <= ? ORDER BY priority, added_at DESC"_s,
                       {static_cast<int>(BlobFetchedUnasked)});
    if (!rows)
        return fail(rows.error());
    Downloads files;
    while (rows->next())
        files.push_back(rows->blob(0));
    return files;
}

Expected<void> BlobRecords::writeNotes(Connection& connection, const std::vector<BlobNote>& notes)
{
    for (const BlobNote& note : notes)
        FC_TRY(recordsNote(connection, note));
    return endBlobDoubt(connection);
}

}  // namespace Forecourt
