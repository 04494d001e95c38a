// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/blobstore.h"

#include "models/base/sha256.h"

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

}  // namespace Forecourt
