// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"

#include "models/base/sha256.h"
#include "models/outbox/storeaccess.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <QUuid>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BlobPiece = 1 << 20;

Error blobWriteError(const QSaveFile& file, qint64 size)
{
    const QStorageInfo storage(QFileInfo(file.fileName()).absolutePath());
    const bool full = storage.isValid() && storage.bytesAvailable() < size + BlobPiece;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, file.fileName(), file.errorString()};
}

}  // namespace

QString BlobStore::path(QByteArrayView sha) const
{
    const QString hex = QString::fromLatin1(sha.toByteArray().toHex());
    return m_directory + u'/' + hex.left(2) + u'/' + hex.mid(2);
}

bool BlobStore::has(QByteArrayView sha) const
{
    return QFileInfo::exists(path(sha));
}

Expected<QByteArray> BlobStore::put(QByteArrayView data) const
{
    const QByteArray sha = sha256(data);
    const QString target = path(sha);
    if (QFileInfo::exists(target))
        return sha;
    QDir().mkpath(QFileInfo(target).absolutePath());
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(data.data(), data.size()) != data.size() || !file.commit())
        return fail(blobWriteError(file, data.size()));
    return sha;
}

Expected<QByteArray> BlobStore::putFile(const QString& path_, const std::function<bool()>& cancelled) const
{
    QFile source(path_);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path_, source.errorString());
    // Read once: the name is the hash of the very bytes that were written, whatever happens to the file meanwhile.
    QDir().mkpath(m_directory);
    const QString arriving = m_directory + u"/arriving-"_s + QUuid::createUuid().toString(QUuid::Id128);
    QSaveFile file(arriving);
    if (!file.open(QIODevice::WriteOnly))
        return fail(blobWriteError(file, source.size()));
    Sha256 hash;
    QByteArray piece(BlobPiece, Qt::Uninitialized);
    for (;;) {
        if (cancelled && cancelled())
            return fail(ErrorCode::Cancelled, path_);
        const qint64 got = source.read(piece.data(), piece.size());
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, path_, source.errorString());
        if (got == 0)
            break;
        if (file.write(piece.constData(), got) != got)
            return fail(blobWriteError(file, source.size()));
        hash.add(QByteArrayView(piece).first(got));
    }
    QByteArray sha = hash.result();
    const QString target = path(sha);
    if (QFileInfo::exists(target))
        return sha;
    if (!file.commit())
        return fail(blobWriteError(file, source.size()));
    QDir().mkpath(QFileInfo(target).absolutePath());
    if (!QFile::rename(arriving, target) && !QFileInfo::exists(target)) {
        QFile::remove(arriving);
        return fail(ErrorCode::FileUnwritable, target);
    }
    QFile::remove(arriving);
    return sha;
}

Expected<OriginalsToSend> originalsToSend(Connection& connection)
{
    auto row = connection.run(
        u"SELECT count(*), ifnull(sum(size), 0) FROM blobs WHERE here = 1 AND on_server = 0 AND priority >= ?"_s,
        {static_cast<int>(BlobPriority::Original)});
    if (!row)
        return fail(row.error());
    if (row->next())
        return OriginalsToSend{static_cast<int>(row->integer(0)), row->integer(1)};
    return OriginalsToSend{};
}

Expected<void> noteBlobHere(Connection& connection, QByteArrayView sha, qint64 size, BlobPriority priority, UtcMs now)
{
    auto noted = connection.run(
        u"INSERT INTO blobs (sha, size, here, priority, added_at) VALUES (?, ?, 1, ?, ?) "
        "ON CONFLICT (sha) DO UPDATE SET here = 1, size = excluded.size, "
        "priority = min(priority, excluded.priority)"_s,
        {sha.toByteArray(), size, static_cast<int>(priority), qlonglong(now)});
    if (!noted)
        return fail(noted.error());
    return {};
}

Expected<void> offerBlobAgain(Connection& connection, QByteArrayView sha)
{
    auto noted = connection.run(u"UPDATE blobs SET on_server = 0 WHERE sha = ? AND here = 1 AND on_server = 1"_s,
                                {sha.toByteArray()});
    if (!noted)
        return fail(noted.error());
    return {};
}

Expected<void> noteBlobWanted(Connection& connection, QByteArrayView sha, qint64 size, BlobPriority priority, UtcMs now)
{
    auto noted = connection.run(
        u"INSERT INTO blobs (sha, size, here, on_server, priority, added_at) "
        "VALUES (?, ?, 0, 0, ?, ?) ON CONFLICT (sha) DO NOTHING"_s,
        {sha.toByteArray(), size, static_cast<int>(priority), qlonglong(now)});
    if (!noted)
        return fail(noted.error());
    return {};
}

namespace {

Expected<bool> mayOnlyRead(Connection& connection)
{
    const auto access = StoreAccess::load(connection);
    if (!access)
        return fail(access.error());
    return access->role == "viewer"_L1;
}

Expected<void> noteDoubt(Connection& connection)
{
    auto noted = connection.run(u"INSERT OR REPLACE INTO sync_state (k, v) VALUES ('files_doubted', 1)"_s);
    if (!noted)
        return fail(noted.error());
    return {};
}

}  // namespace

Expected<void> doubtBlobs(Connection& connection)
{
    const auto onlyReads = mayOnlyRead(connection);
    if (!onlyReads || *onlyReads)
        return onlyReads ? Expected<void>() : fail(onlyReads.error());
    auto doubted = connection.run(u"UPDATE blobs SET on_server = 2 WHERE here = 1 AND on_server = 1"_s);
    if (!doubted)
        return fail(doubted.error());
    return noteDoubt(connection);
}

Expected<void> noteBlobFound(Connection& connection, QByteArrayView sha, qint64 size)
{
    const auto onlyReads = mayOnlyRead(connection);
    if (!onlyReads)
        return fail(onlyReads.error());
    auto found = connection.run(u"UPDATE blobs SET here = 1, size = ?, on_server = ? WHERE sha = ? AND here = 0"_s,
                                {size, *onlyReads ? 1 : 2, sha.toByteArray()});
    if (!found)
        return fail(found.error());
    return *onlyReads ? Expected<void>() : noteDoubt(connection);
}

Expected<bool> areBlobsDoubted(Connection& connection)
{
    const auto noted = connection.scalar(u"SELECT count(*) FROM sync_state WHERE k = 'files_doubted'"_s);
    if (!noted)
        return fail(noted.error());
    return noted->toInt() > 0;
}

Expected<void> endBlobDoubt(Connection& connection)
{
    // Without the note nobody looks through all files for one that is doubted.
    auto ended = connection.run(
        u"DELETE FROM sync_state WHERE k = 'files_doubted' "
        "AND NOT EXISTS (SELECT 1 FROM blobs WHERE here = 1 AND on_server = 2)"_s);
    if (!ended)
        return fail(ended.error());
    return {};
}

}  // namespace Forecourt
