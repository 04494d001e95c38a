// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/snapshotdownload.h"

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"

#include <QDir>
#include <QStorageInfo>

#include <zstd.h>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DownloadHash = 32;
constexpr qsizetype UnpackPiece = qsizetype{1} << 20;

Error downloadWriteError(const QFile& file)
{
    const QStorageInfo storage(QFileInfo(file.fileName()).absolutePath());
    const bool full = storage.isValid() && storage.bytesAvailable() < UnpackPiece;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, file.fileName(), file.errorString()};
}

Error downloadRefusal(const QString& why)
{
    return {ErrorCode::MessageMalformed, {}, u"snapshot: "_s + why};
}

}  // namespace

QString SnapshotDownload::fileOf(const QByteArray& sha) const
{
    return m_directory + u'/' + QString::fromLatin1(sha.toHex()) + u".part"_s;
}

SnapshotPart SnapshotDownload::part() const
{
    for (const QFileInfo& file : QDir(m_directory).entryInfoList({u"*.part"_s}, QDir::Files)) {
        const QByteArray sha = QByteArray::fromHex(file.completeBaseName().toLatin1());
        if (const qint64 pieces = file.size() / Wire::PieceSize; sha.size() == DownloadHash && pieces > 0)
            return {sha, static_cast<std::uint32_t>(pieces)};
    }
    return {};
}

Expected<void> SnapshotDownload::begin(const QByteArray& sha, qint64 room)
{
    const SnapshotPart here = part();
    const QString path = fileOf(sha);
    m_file.reset();
    for (const QFileInfo& file : QDir(m_directory).entryInfoList(QDir::Files)) {
        if (file.absoluteFilePath() != QFileInfo(path).absoluteFilePath())
            QFile::remove(file.filePath());
    }
    QDir().mkpath(m_directory);
    QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const QStorageInfo storage(m_directory); storage.isValid() && storage.bytesAvailable() < room)
        return fail(ErrorCode::DiskFull, m_directory);
    auto file = std::make_unique<QFile>(path);
    const qint64 keep = here.sha == sha ? qint64{here.pieces} * Wire::PieceSize : 0;
    // What a cut left of a piece comes again with it.
    if (!file->open(QIODevice::ReadWrite) || !file->resize(keep) || !file->seek(keep))
        return fail(downloadWriteError(*file));
    m_file = std::move(file);
    return {};
}

Expected<void> SnapshotDownload::add(const QByteArray& piece)
{
    if (!m_file || m_file->write(piece) != piece.size() || !m_file->flush())
        return fail(m_file ? downloadWriteError(*m_file) : Error{ErrorCode::FileUnwritable, m_directory, {}});
    return {};
}

QString SnapshotDownload::finish()
{
    const QString path = m_file ? m_file->fileName() : QString();
    m_file.reset();
    return path;
}

void SnapshotDownload::clear()
{
    m_file.reset();
    QDir(m_directory).removeRecursively();
}

QString SnapshotDownload::unpackedFile(const QString& packedFile)
{
    return packedFile + u".sqlite"_s;
}

Expected<void> SnapshotDownload::unpack(const QString& packedFile, const QByteArray& sha, qint64 size,
                                        const std::atomic<bool>& stop)
{
    QFile packed(packedFile);
    if (!packed.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, packedFile, packed.errorString());
    const auto hash = sha256(packed);
    if (!hash)
        return fail(hash.error());
    if (*hash != sha)
        return fail(downloadRefusal(u"another SHA-256"_s));
    QFile plain(unpackedFile(packedFile));
    if (!packed.seek(0) || !plain.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(downloadWriteError(plain));

    const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    QByteArray in(UnpackPiece, Qt::Uninitialized);
    QByteArray out(UnpackPiece, Qt::Uninitialized);
    qint64 written = 0;
    size_t open = 1;  // 0 where the frame has ended
    while (!stop) {
        const qint64 got = packed.read(in.data(), in.size());
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, packedFile, packed.errorString());
        if (got == 0) {
            if (open != 0 || written != size)
                return fail(downloadRefusal(u"%1 bytes instead of %2"_s.arg(written).arg(size)));
            return plain.flush() ? Expected<void>() : fail(downloadWriteError(plain));
        }
        ZSTD_inBuffer source{in.constData(), static_cast<size_t>(got), 0};
        bool more = true;
        while (more) {
            ZSTD_outBuffer target{out.data(), static_cast<size_t>(out.size()), 0};
            open = ZSTD_decompressStream(context.get(), &target, &source);
            if (ZSTD_isError(open))
                return fail(downloadRefusal(QString::fromLatin1(ZSTD_getErrorName(open))));
            written += static_cast<qint64>(target.pos);
            // Whatever is in there, it does not fill the disk.
            if (written > size)
                return fail(downloadRefusal(u"more than %1 bytes"_s.arg(size)));
            if (plain.write(out.constData(), static_cast<qint64>(target.pos)) != static_cast<qint64>(target.pos))
                return fail(downloadWriteError(plain));
            more = source.pos < source.size || target.pos == target.size;
        }
    }
    return fail(ErrorCode::Cancelled);
}

}  // namespace Forecourt
