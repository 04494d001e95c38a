// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/blobvault.h"

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"
#include "sync/server/storedfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <bit>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool blobFlush(QFile& file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

/// Makes a rename last through a power cut; NTFS journals it by itself.
void blobFlushFolder([[maybe_unused]] const QString& folder)
{
#ifndef Q_OS_WIN
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (handle >= 0) {
        fsync(handle);
        close(handle);
    }
#endif
}

qint64 blobChunks(qint64 size)
{
    return (size + Wire::ChunkSize - 1) / Wire::ChunkSize;
}

qint64 blobChunkSize(qint64 size, qint64 chunk)
{
    return std::min<qint64>(Wire::ChunkSize, size - chunk * Wire::ChunkSize);
}

qint64 blobBits(const QByteArray& bitmap)
{
    qint64 count = 0;
    for (const char byte : bitmap)
        count += std::popcount(static_cast<uchar>(byte));
    return count;
}

}  // namespace

BlobVault::BlobVault(QString directory) : m_directory(std::move(directory))
{
    QDir().mkpath(m_directory);
    claimIncoming();
    QDir().mkpath(m_incomingDirectory);
}

void BlobVault::claimIncoming()
{
    for (int number = 1;; ++number) {
        m_incomingDirectory = m_directory + u"/incoming"_s + (number == 1 ? QString() : u"-%1"_s.arg(number));
        m_claim = std::make_unique<QLockFile>(m_incomingDirectory + u".lock"_s);
        m_claim->setStaleLockTime(0);
        // Where no lock can be made at all, there is nobody to share with, and writing will say what is wrong.
        if (m_claim->tryLock() || m_claim->error() != QLockFile::LockFailedError)
            return;
    }
}

QString BlobVault::path(const QByteArray& sha) const
{
    return storedFilePath(m_directory, sha);
}

QString BlobVault::incomingPath(const QByteArray& sha) const
{
    return u"%1/%2"_s.arg(m_incomingDirectory, QString::fromLatin1(sha.toHex()));
}

bool BlobVault::has(const QByteArray& sha) const
{
    return QFile::exists(path(sha));
}

std::vector<Wire::ServerMessage> BlobVault::handle(const Wire::ClientMessage& message, bool mayRead)
{
    if (const auto* wanted = std::get_if<Wire::Get>(&message))
        return get(*wanted);
    if (const auto* chunk = std::get_if<Wire::Put>(&message))
        return {put(*chunk)};
    if (const auto* offered = std::get_if<Wire::Offer>(&message))
        return {offer(*offered, mayRead)};
    return {};
}

bool BlobVault::load(const QByteArray& sha, qint64 size)
{
    if (m_incoming.contains(sha))
        return true;
    Incoming incoming{size, QByteArray((blobChunks(size) + 7) / 8, '\0')};
    QFile bitmap(incomingPath(sha) + u".have"_s);
    QFile data(incomingPath(sha));
    if (bitmap.open(QIODevice::ReadOnly) && data.size() == size) {
        const QByteArray stored = bitmap.readAll();
        if (stored.size() == incoming.chunks.size())
            incoming.chunks = stored;
    }
    // The file has its full length from the start, so that a chunk may come in any order.
    if (!data.open(QIODevice::ReadWrite) || !data.resize(size))
        return false;
    m_incoming.insert(sha, incoming);
    return true;
}

bool BlobVault::saveBitmap(const QByteArray& sha, const Incoming& incoming) const
{
    QFile file(incomingPath(sha) + u".have"_s);
    return file.open(QIODevice::WriteOnly) && file.write(incoming.chunks) == incoming.chunks.size();
}

void BlobVault::drop(const QByteArray& sha)
{
    m_incoming.remove(sha);
    QFile::remove(incomingPath(sha));
    QFile::remove(incomingPath(sha) + u".have"_s);
}

Wire::ServerMessage BlobVault::offer(const Wire::Offer& offer, bool mayRead)
{
    if (mayRead && has(offer.sha))
        return Wire::Got{offer.sha};
    if (offer.size <= 0 || offer.size > Wire::MaxBlob)
        return Wire::Missing{offer.sha, u"too_large"_s};
    if (const auto known = m_incoming.constFind(offer.sha); known != m_incoming.constEnd() && known->size != offer.size)
        drop(offer.sha);
    if (!load(offer.sha, offer.size))
        return Wire::Missing{offer.sha, u"disk_full"_s};
    const Incoming& incoming = m_incoming[offer.sha];
    if (blobBits(incoming.chunks) == blobChunks(incoming.size))
        return finish(offer.sha);
    return Wire::Have{offer.sha, offer.size, false, incoming.chunks};
}

Wire::ServerMessage BlobVault::put(const Wire::Put& put)
{
    const auto incoming = m_incoming.find(put.sha);
    if (incoming == m_incoming.end())
        return putAgain(put);
    const qint64 chunk = put.chunk;
    if (chunk >= blobChunks(incoming->size) || put.data.size() != blobChunkSize(incoming->size, chunk))
        return Wire::Missing{put.sha, u"mismatch"_s};
    QFile file(incomingPath(put.sha));
    if (!file.open(QIODevice::ReadWrite) || !file.seek(chunk * Wire::ChunkSize) ||
        file.write(put.data) != put.data.size() || !file.flush())
        return Wire::Missing{put.sha, u"disk_full"_s};
    incoming->chunks[chunk / 8] =
        static_cast<char>(static_cast<uchar>(incoming->chunks.at(chunk / 8)) | 1U << chunk % 8);
    if (!saveBitmap(put.sha, *incoming))
        return Wire::Missing{put.sha, u"disk_full"_s};
    if (blobBits(incoming->chunks) == blobChunks(incoming->size))
        return finish(put.sha);
    return Wire::Have{put.sha, incoming->size, false, incoming->chunks};
}

/// Two workstations sent one file, and the other one was quicker.
Wire::ServerMessage BlobVault::putAgain(const Wire::Put& put) const
{
    QFile file(path(put.sha));
    if (!file.open(QIODevice::ReadOnly))
        return Wire::Missing{put.sha, u"unknown"_s};
    const bool same =
        !put.data.isEmpty() && file.seek(qint64(put.chunk) * Wire::ChunkSize) && file.read(Wire::ChunkSize) == put.data;
    if (same)
        return Wire::Got{put.sha};
    return Wire::Missing{put.sha, u"mismatch"_s};
}

Wire::ServerMessage BlobVault::finish(const QByteArray& sha)
{
    QFile file(incomingPath(sha));
    if (!file.open(QIODevice::ReadWrite))
        return Wire::Missing{sha, u"disk_full"_s};
    const auto actual = sha256(file);
    if (!actual || *actual != sha) {
        file.close();
        drop(sha);
        return Wire::Missing{sha, u"mismatch"_s};
    }
    if (has(sha)) {
        file.close();
        drop(sha);
        return Wire::Got{sha};
    }
    // Whoever reads `got` may delete its own copy one day: the bytes have to be on the disk first.
    const bool flushed = blobFlush(file);
    file.close();
    const QString target = path(sha);
    QDir().mkpath(QFileInfo(target).path());
    if (!flushed || !QFile::rename(incomingPath(sha), target))
        return Wire::Missing{sha, u"disk_full"_s};
    blobFlushFolder(QFileInfo(target).path());
    m_incoming.remove(sha);
    QFile::remove(incomingPath(sha) + u".have"_s);
    return Wire::Got{sha};
}

std::vector<Wire::ServerMessage> BlobVault::get(const Wire::Get& get) const
{
    QFile file(path(get.sha));
    if (!file.open(QIODevice::ReadOnly))
        return {Wire::Missing{get.sha, u"unknown"_s}};
    std::vector<Wire::ServerMessage> answers;
    const qint64 size = file.size();
    const qint64 end = std::min<qint64>(blobChunks(size), qint64(get.chunk) + get.count);
    for (qint64 chunk = get.chunk; chunk < end; ++chunk) {
        file.seek(chunk * Wire::ChunkSize);
        answers.emplace_back(
            Wire::Chunk{get.sha, size, static_cast<std::uint32_t>(chunk), file.read(blobChunkSize(size, chunk))});
    }
    return answers;
}

int BlobVault::dropIncoming(UtcMs before)
{
    const QDir all(m_directory);
    int dropped = 0;
    const auto dropIn = [&](const QString& folder, const auto& drop) {
        for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Files)) {
            const QByteArray sha = QByteArray::fromHex(entry.completeBaseName().toLatin1());
            const bool stale =
                entry.suffix().isEmpty() && sha.size() == 32 && entry.lastModified().toMSecsSinceEpoch() < before;
            if (!stale)
                continue;
            drop(sha, entry.filePath());
            ++dropped;
        }
    };
    for (const QString& name : all.entryList({u"incoming*"_s}, QDir::Dirs)) {
        const QString folder = all.filePath(name);
        if (folder == m_incomingDirectory) {
            dropIn(folder, [this](const QByteArray& sha, const QString&) { drop(sha); });
            continue;
        }
        QLockFile claim(folder + u".lock"_s);
        claim.setStaleLockTime(0);
        if (claim.tryLock())
            dropIn(folder, [](const QByteArray&, const QString& file) {
                QFile::remove(file);
                QFile::remove(file + u".have"_s);
            });
    }
    return dropped;
}

bool BlobVault::adopt(const QString& file, const QByteArray& sha) const
{
    if (has(sha))
        return true;
    const QString target = path(sha);
    QDir().mkpath(QFileInfo(target).path());
    return QFile::copy(file, target);
}

}  // namespace Forecourt
