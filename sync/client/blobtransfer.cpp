// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobtransfer.h"

#include "sync/client/serverpaths.h"
#include "sync/protocol/limits.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int TransferAliveMs = 20'000;
constexpr int TransferAgainMs = 60'000;

}  // namespace

BlobTransfer::BlobTransfer(Store& store, quint32 seed)
    : m_store(store),
      m_backoff(seed),
      m_socket(this),
      m_notes(store, this),
      m_uploads(store, *this, m_notes, this),
      m_downloads(store, *this, m_notes, this),
      m_retry(this),
      m_alive(this),
      m_again(this)
{
    connect(&m_socket, &SyncSocket::opened, this, [this] {
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = Wire::ProtocolMax;
        hello.app = u"forecourt "_s + QLatin1StringView(FORECOURT_VERSION);
        hello.schema = m_store.schema().version();
        hello.token = m_target.token;
        hello.device = m_target.device;
        m_socket.send(hello);
    });
    connect(&m_socket, &SyncSocket::closed, this, [this] { dropAndRetry(); });
    connect(&m_socket, &SyncSocket::unreadable, this, [this] { dropAndRetry(); });
    connect(&m_socket, &SyncSocket::received, this, &BlobTransfer::received);
    connect(&m_socket, &SyncSocket::drained, &m_uploads, &BlobUploads::pump);

    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &BlobTransfer::connectNow);
    m_alive.setInterval(TransferAliveMs);
    connect(&m_alive, &QTimer::timeout, this, [this] {
        if (!std::exchange(m_heard, false))
            return dropAndRetry();
        m_socket.send(Wire::Ping{m_store.clock().now()});
    });
    m_again.setInterval(TransferAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_uploads.tryAgain();
        m_downloads.tryAgain();
    });

    connect(&m_uploads, &BlobUploads::idleChanged, this, &BlobTransfer::answerQuestions);
    connect(&m_downloads, &BlobDownloads::idleChanged, this, &BlobTransfer::answerQuestions);
    connect(&m_uploads, &BlobUploads::failed, this, [this](const Error& error) { setTrouble(error); });
    connect(&m_downloads, &BlobDownloads::failed, this, [this](const Error& error) { setTrouble(error); });
    connect(&m_notes, &BlobNotes::failed, this, [this](const Error& error) {
        m_downloads.hold();
        setTrouble(error);
    });
    connect(&m_notes, &BlobNotes::written, this, [this](const auto& facts) {
        bool here = false;
        for (const auto& [fact, sha] : facts) {
            if (fact == BlobNotes::Fact::Here) {
                here = true;
                Q_EMIT arrived(sha);
            }
        }
        if (here)
            setTrouble(std::nullopt);
        m_uploads.lookIfDone();
        m_downloads.lookIfDone();
    });
}

void BlobTransfer::setTarget(const SyncTarget& target)
{
    if (target == m_target)
        return;
    m_target = target;
    m_backoff.reset();
    m_socket.close();
    m_live = false;
    m_retry.stop();
    m_alive.stop();
    m_again.stop();
    m_uploads.stop();
    m_downloads.stop();
    if (m_target.online)
        connectNow();
}

void BlobTransfer::connectNow()
{
    m_heard = true;
    m_alive.start();
    m_socket.open(ServerPaths::files(m_target.server));
}

void BlobTransfer::dropAndRetry()
{
    m_socket.close();
    m_live = false;
    m_alive.stop();
    m_again.stop();
    m_uploads.stop();
    m_downloads.stop();
    if (m_target.online)
        m_retry.start(static_cast<int>(m_backoff.next()));
}

void BlobTransfer::received(Wire::ServerMessage& message)
{
    m_heard = true;
    if (std::holds_alternative<Wire::Welcome>(message)) {
        m_live = true;
        m_again.start();
        m_uploads.start();
        m_downloads.start();
        return;
    }
    if (std::holds_alternative<Wire::Bye>(message))
        return dropAndRetry();
    if (!m_live || std::holds_alternative<Wire::Pong>(message))
        return;
    m_backoff.reset();
    if (!m_uploads.received(message))
        m_downloads.received(message);
}

void BlobTransfer::setRowsSending(bool sending)
{
    m_uploads.setPaused(sending);
}

void BlobTransfer::look()
{
    m_uploads.look();
    m_downloads.look();
}

void BlobTransfer::want(const QByteArray& sha)
{
    m_downloads.want(sha);
}

void BlobTransfer::tellWhenIdle(int question)
{
    m_questions.push_back(question);
    if (m_live)
        look();
}

void BlobTransfer::answerQuestions()
{
    if (!m_live || !m_uploads.isIdle() || !m_downloads.isIdle() || m_notes.isWriting())
        return;
    for (const int question : std::exchange(m_questions, {}))
        Q_EMIT idle(question);
}

void BlobTransfer::setTrouble(std::optional<Error> error)
{
    if (error == m_trouble)
        return;
    m_trouble = std::move(error);
    Q_EMIT troubleChanged(m_trouble);
}

void BlobTransfer::send(const Wire::ClientMessage& message)
{
    m_socket.send(message);
}

qint64 BlobTransfer::bytesToWrite() const
{
    return m_socket.bytesToWrite();
}

}  // namespace Forecourt
