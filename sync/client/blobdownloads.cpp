// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobdownloads.h"

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t DownloadFilesTogether = 8;
constexpr int DownloadListed = 64;
constexpr std::uint32_t DownloadChunksAsked = 8;
constexpr int DownloadMismatches = 2;

}  // namespace

BlobDownloads::BlobDownloads(BlobRecords& records, BlobLink& link, BlobNotes& notes, QObject* parent)
    : QObject(parent), m_records(records), m_link(link), m_notes(notes), m_files(records.directory())
{
}

void BlobDownloads::tryAgain()
{
    m_absent.clear();
    m_full = false;
    m_wanted.assign(m_wishes.cbegin(), m_wishes.cend());
    look();
}

void BlobDownloads::lookIfDone()
{
    if (m_active.empty() && m_queue.empty())
        look();
}

void BlobDownloads::hold()
{
    m_full = true;
    m_active.clear();
    m_queue.clear();
}

void BlobDownloads::start()
{
    stop();
    m_running = true;
    m_full = false;
    m_absent.clear();
    m_mismatches.clear();
    m_wanted.assign(m_wishes.cbegin(), m_wishes.cend());
    QDir().mkpath(m_records.directory() + u"/incoming"_s);
    look();
}

void BlobDownloads::stop()
{
    m_running = false;
    m_active.clear();
    m_queue.clear();
}

void BlobDownloads::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (!held && m_running) {
        // What was under way is asked for again from where it stands.
        for (Download& download : m_active)
            if (download.next >= download.askedUpto)
                ask(download);
        begin();
        look();
    }
    Q_EMIT idleChanged();
}

void BlobDownloads::want(const QByteArray& sha)
{
    if (find(sha) != m_active.end() || m_files.has(sha))
        return;
    m_wishes.insert(sha);
    m_absent.remove(sha);
    std::erase(m_wanted, sha);
    m_wanted.push_front(sha);
    begin();
}

void BlobDownloads::look()
{
    if (!m_running)
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_records.downloads([this](const Expected<BlobRecords::Downloads>& files) {
        m_looking = false;
        if (m_running && files)
            queue(*files);
        if (std::exchange(m_lookAgain, false))
            look();
        else if (isIdle())
            Q_EMIT idleChanged();
    });
}

void BlobDownloads::queue(const std::vector<QByteArray>& files)
{
    m_queue.clear();
    if (m_full)
        return;
    for (const QByteArray& sha : files) {
        if (m_queue.size() >= DownloadListed)
            break;
        if (!m_absent.contains(sha) && m_mismatches.value(sha) < DownloadMismatches && find(sha) == m_active.end())
            m_queue.push_back(sha);
    }
    begin();
}

std::vector<BlobDownloads::Download>::iterator BlobDownloads::find(const QByteArray& sha)
{
    return std::ranges::find(m_active, sha, &Download::sha);
}

QString BlobDownloads::partial(const QByteArray& sha) const
{
    return m_records.directory() + u"/incoming/"_s + QString::fromLatin1(sha.toHex());
}

void BlobDownloads::begin()
{
    while (m_running && !m_full && !m_held && m_active.size() < DownloadFilesTogether) {
        std::deque<QByteArray>& source = m_wanted.empty() ? m_queue : m_wanted;
        if (source.empty())
            return;
        const QByteArray sha = std::move(source.front());
        source.pop_front();
        if (find(sha) != m_active.end() || m_notes.isPending(sha))
            continue;
        if (m_files.has(sha)) {
            m_wishes.remove(sha);
            m_notes.add(BlobNotes::Fact::Found, sha, QFileInfo(m_files.path(sha)).size());
            continue;
        }
        Download download;
        download.sha = sha;
        // What came before a cut is used again, as far as it is whole chunks. The last of them is fetched once more:
        // behind the end of a file the server has nothing to answer.
        const auto whole = static_cast<std::uint32_t>(QFileInfo(partial(sha)).size() / Wire::ChunkSize);
        download.next = whole > 0 ? whole - 1 : 0;
        m_active.push_back(std::move(download));
        ask(m_active.back());
    }
}

void BlobDownloads::ask(Download& download)
{
    const std::uint32_t count = download.size < 0 ? 1 : DownloadChunksAsked;
    download.askedUpto = download.next + count;
    m_link.send(Wire::Get{download.sha, download.next, count});
}

bool BlobDownloads::received(Wire::ServerMessage& message)
{
    if (auto* chunk = std::get_if<Wire::Chunk>(&message)) {
        const auto download = find(chunk->sha);
        if (download != m_active.end())
            take(*download, *chunk);
        return true;
    }
    if (const auto* missing = std::get_if<Wire::Missing>(&message)) {
        if (find(missing->sha) == m_active.end())
            return false;
        std::erase_if(m_active, [&](const Download& download) { return download.sha == missing->sha; });
        m_absent.insert(missing->sha);
        begin();
        lookIfDone();
        return true;
    }
    if (const auto* have = std::get_if<Wire::Have>(&message); have && have->complete && m_absent.remove(have->sha)) {
        m_queue.push_front(have->sha);
        begin();
        return true;
    }
    return false;
}

void BlobDownloads::take(Download& download, Wire::Chunk& chunk)
{
    if (chunk.chunk != download.next)
        return;
    const qint64 from = qint64(chunk.chunk) * Wire::ChunkSize;
    if (chunk.size <= 0 || chunk.size > Wire::MaxBlob || from + chunk.data.size() > chunk.size ||
        (download.size >= 0 && download.size != chunk.size))
        return giveUp(download.sha, {ErrorCode::MessageMalformed, {}, u"chunk beyond its file"_s});
    download.size = chunk.size;
    ++download.next;
    Q_EMIT moved(chunk.data.size());
    const bool last = from + chunk.data.size() == chunk.size;
    if (last && chunk.chunk == 0) {
        download.small = std::move(chunk.data);
    } else {
        QFile file(partial(download.sha));
        if (!file.open(QIODevice::ReadWrite) || !file.resize(from) || !file.seek(from) ||
            file.write(chunk.data) != chunk.data.size() || !file.flush())
            return pauseFor(writeError(chunk.size));
    }
    if (last)
        return finish(download);
    if (download.next >= download.askedUpto && !m_held)
        ask(download);
}

void BlobDownloads::finish(Download& download)
{
    const QByteArray sha = download.sha;
    const qint64 size = download.size;
    if (!download.small.isEmpty()) {
        if (sha256(download.small) != sha)
            return giveUp(sha, {ErrorCode::ServerFault, {}, u"file with another hash"_s});
        if (const auto put = m_files.put(download.small); !put)
            return pauseFor(put.error());
    } else {
        QFile file(partial(sha));
        const auto actual = file.open(QIODevice::ReadOnly) ? sha256(file) : Expected<QByteArray>(QByteArray());
        file.close();
        if (!actual || *actual != sha) {
            QFile::remove(partial(sha));
            return giveUp(sha, {ErrorCode::ServerFault, {}, u"file with another hash"_s});
        }
        const QString target = m_files.path(sha);
        QDir().mkpath(QFileInfo(target).absolutePath());
        if (!QFile::rename(partial(sha), target) && !QFile::exists(target))
            return pauseFor(writeError(size));
    }
    std::erase_if(m_active, [&](const Download& one) { return one.sha == sha; });
    m_wishes.remove(sha);
    m_notes.add(BlobNotes::Fact::Here, sha, size);
    Q_EMIT fileDone();
    begin();
}

void BlobDownloads::giveUp(QByteArray sha, const Error& error)
{
    ++m_mismatches[sha];
    m_wishes.remove(sha);
    std::erase_if(m_active, [&](const Download& download) { return download.sha == sha; });
    Q_EMIT failed(error);
    begin();
    lookIfDone();
}

void BlobDownloads::pauseFor(const Error& error)
{
    // Whatever else would arrive has no room either.
    hold();
    Q_EMIT failed(error);
    Q_EMIT idleChanged();
}

Error BlobDownloads::writeError(qint64 size) const
{
    const QStorageInfo disk(m_records.directory());
    const bool full = disk.isValid() && disk.bytesAvailable() < size + Wire::ChunkSize;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, m_records.directory(), {}};
}

}  // namespace Forecourt
