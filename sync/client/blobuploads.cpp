// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobuploads.h"

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"

#include <QFile>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t UploadFilesTogether = 8;
constexpr int UploadListed = 64;
constexpr qint64 UploadMaxUnsent = 128 * 1024;

}  // namespace

BlobUploads::BlobUploads(BlobRecords& records, BlobLink& link, BlobNotes& notes, QObject* parent)
    : QObject(parent), m_records(records), m_link(link), m_notes(notes), m_files(records.directory())
{
}

void BlobUploads::start()
{
    stop();
    m_running = true;
    m_skipped.clear();
    look();
}

void BlobUploads::stop()
{
    m_running = false;
    m_active.clear();
    m_queue.clear();
    m_ahead = 0;
}

void BlobUploads::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        begin();
}

void BlobUploads::setHeld(bool held)
{
    m_held = held;
    if (!held && m_running) {
        pump();
        look();
    }
    Q_EMIT idleChanged();
}

void BlobUploads::setOriginalsHeld(bool held)
{
    if (held == m_originalsHeld)
        return;
    m_originalsHeld = held;
    if (held)
        std::erase_if(m_queue, [](const BlobRecords::Upload& file) { return file.original; });
    if (m_running) {
        pump();
        look();
    }
    Q_EMIT idleChanged();
}

size_t BlobUploads::moving() const
{
    return static_cast<size_t>(std::ranges::count_if(m_active, [this](const Upload& one) { return !isHeld(one); }));
}

void BlobUploads::look()
{
    if (!m_running)
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    const auto originals = m_originalsHeld ? BlobRecords::Originals::LeaveOut : BlobRecords::Originals::Include;
    m_records.uploads(UploadListed * 4, originals, [this](const Expected<BlobRecords::Uploads>& files) {
        m_looking = false;
        if (m_running && files)
            queue(*files);
        if (std::exchange(m_lookAgain, false))
            look();
        else if (isIdle())
            Q_EMIT idleChanged();
    });
}

void BlobUploads::lookIfDone()
{
    if (moving() == 0 && m_queue.empty())
        look();
}

void BlobUploads::tryAgain()
{
    m_skipped.clear();
    look();
}

void BlobUploads::queue(const BlobRecords::Uploads& files)
{
    m_queue.clear();
    for (const BlobRecords::Upload& file : files) {
        if (m_queue.size() < UploadListed && !isHeld(file) && !m_skipped.contains(file.sha) &&
            !m_notes.isPending(file.sha) && find(file.sha) == m_active.end())
            m_queue.push_back(file);
    }
    begin();
}

std::vector<BlobUploads::Upload>::iterator BlobUploads::find(const QByteArray& sha)
{
    return std::ranges::find_if(m_active, [&](const Upload& upload) { return upload.sha == sha; });
}

void BlobUploads::begin()
{
    while (m_running && !m_paused && !m_held && !m_queue.empty() && moving() < UploadFilesTogether &&
           m_ahead < Wire::MaxPutsAhead) {
        Upload upload;
        static_cast<BlobRecords::Upload&>(upload) = std::move(m_queue.front());
        m_queue.pop_front();
        ++m_ahead;
        m_link.send(Wire::Offer{upload.sha, upload.size});
        m_active.push_back(std::move(upload));
    }
}

void BlobUploads::pump()
{
    // The oldest file first: one that is whole is worth more than many halves.
    for (bool sent = !m_held; sent && m_ahead < Wire::MaxPutsAhead && m_link.bytesToWrite() < UploadMaxUnsent;) {
        sent = false;
        for (Upload& upload : m_active) {
            if (!upload.accepted || upload.todo.empty() || isHeld(upload))
                continue;
            if (!sendChunk(upload)) {
                lost(upload.sha);
                return pump();
            }
            sent = true;
            break;
        }
    }
    begin();
}

bool BlobUploads::sendChunk(Upload& upload)
{
    QFile file(m_files.path(upload.sha));
    const std::uint32_t chunk = upload.todo.back();
    const qint64 from = qint64(chunk) * Wire::ChunkSize;
    const qint64 length = std::min<qint64>(Wire::ChunkSize, upload.size - from);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from))
        return false;
    QByteArray data = file.read(length);
    if (data.size() != length)
        return false;
    upload.todo.pop_back();
    ++m_ahead;
    m_link.send(Wire::Put{upload.sha, chunk, std::move(data)});
    return true;
}

bool BlobUploads::received(const Wire::ServerMessage& message)
{
    if (const auto* have = std::get_if<Wire::Have>(&message)) {
        const auto upload = find(have->sha);
        if (upload == m_active.end())
            return false;
        --m_ahead;
        if (have->complete)
            done(have->sha);
        else if (!upload->accepted)
            accepted(*upload, *have);
        else
            count(*upload, std::min(upload->size, upload->counted + Wire::ChunkSize));
    } else if (const auto* got = std::get_if<Wire::Got>(&message)) {
        if (find(got->sha) == m_active.end())
            return false;
        --m_ahead;
        done(got->sha);
    } else if (const auto* lacking = std::get_if<Wire::Missing>(&message)) {
        if (find(lacking->sha) == m_active.end())
            return false;
        --m_ahead;
        missing(lacking->sha, lacking->code);
    } else {
        return false;
    }
    pump();
    return true;
}

void BlobUploads::accepted(Upload& upload, const Wire::Have& have)
{
    upload.accepted = true;
    const auto chunks = static_cast<std::uint32_t>((upload.size + Wire::ChunkSize - 1) / Wire::ChunkSize);
    for (std::uint32_t chunk = chunks; chunk-- > 0;) {
        const qsizetype byte = chunk / 8;
        const bool there = byte < have.chunks.size() && (static_cast<uchar>(have.chunks.at(byte)) >> (chunk % 8) & 1);
        if (!there)
            upload.todo.push_back(chunk);
    }
}

void BlobUploads::count(Upload& upload, qint64 bytes)
{
    if (bytes > upload.counted)
        Q_EMIT moved(bytes - upload.counted);
    upload.counted = std::max(upload.counted, bytes);
}

void BlobUploads::done(const QByteArray& sha)
{
    if (const auto upload = find(sha); upload != m_active.end())
        count(*upload, upload->size);
    Q_EMIT fileDone();
    std::erase_if(m_active, [&](const Upload& upload) { return upload.sha == sha; });
    m_notes.add(BlobNotes::Fact::OnServer, sha);
}

void BlobUploads::missing(const QByteArray& sha, const QString& code)
{
    const auto upload = find(sha);
    if (code == "disk_full"_L1) {
        skip(sha, {ErrorCode::ServerFault, {}, u"no room for files on the server"_s});
    } else if (code == "too_large"_L1) {
        skip(sha, {ErrorCode::FileTooLarge, m_files.path(sha), {}});
    } else if (code == "no_access"_L1) {
        skip(sha, {ErrorCode::NotAllowed, {}, {}});
    } else if (++upload->mismatches > 2) {
        skip(sha, {ErrorCode::ServerFault, {}, u"file refused: "_s + code});
    } else {
        QFile file(m_files.path(sha));
        const bool readable = file.open(QIODevice::ReadOnly);
        const auto actual = readable ? sha256(file) : Expected<QByteArray>(QByteArray());
        if (!actual || *actual != sha)
            return lost(sha);
        upload->accepted = false;
        upload->todo.clear();
        ++m_ahead;
        m_link.send(Wire::Offer{sha, upload->size});
    }
}

void BlobUploads::skip(QByteArray sha, const Error& error)
{
    std::erase_if(m_active, [&](const Upload& upload) { return upload.sha == sha; });
    m_skipped.insert(sha);
    Q_EMIT failed(error);
    lookIfDone();
}

void BlobUploads::lost(const QByteArray& sha)
{
    // Damaged or removed by somebody: the server may have it from elsewhere.
    const QString path = m_files.path(sha);
    QFile::remove(path);
    m_notes.add(BlobNotes::Fact::Lost, sha);
    skip(sha, {ErrorCode::FileUnreadable, path, {}});
}

}  // namespace Forecourt
