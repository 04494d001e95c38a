// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobtransfer.h"

#include "models/base/sha256.h"
#include "models/base/whendone.h"
#include "sync/client/serverpaths.h"
#include "sync/client/syncsettings.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"

#include <QSettings>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int TransferAliveMs = 20'000;
constexpr int TransferAgainMs = 60'000;
constexpr int TransferPublishMs = 400;

}  // namespace

BlobTransfer::BlobTransfer(Store& store, quint32 seed)
    : m_store(store),
      m_backoff(seed),
      m_socket(this),
      m_records(store, this),
      m_notes(m_records, this),
      m_uploads(m_records, *this, m_notes, this),
      m_downloads(m_records, *this, m_notes, this),
      m_retry(this),
      m_alive(this),
      m_again(this),
      m_publish(this)
{
    m_steady.start();
    m_publish.setInterval(TransferPublishMs);
    connect(&m_publish, &QTimer::timeout, this, &BlobTransfer::publish);
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
    connect(&m_uploads, &BlobUploads::failed, this, [this](const Error& error) { setTrouble(m_sending, error); });
    connect(&m_downloads, &BlobDownloads::failed, this, [this](const Error& error) { setTrouble(m_fetching, error); });
    const auto moving = [this](TransferMeter& meter) {
        return [this, &meter](qint64 bytes) {
            meter.moved(bytes, m_steady.elapsed());
            if (!m_publish.isActive())
                m_publish.start();
        };
    };
    connect(&m_uploads, &BlobUploads::moved, this, moving(m_up));
    connect(&m_uploads, &BlobUploads::idleChanged, this, &BlobTransfer::judgeOriginals);
    connect(&m_uploads, &BlobUploads::moved, this, [this](qint64 bytes) {
        m_gate.moved(bytes, m_steady.elapsed());
        judgeOriginals();
    });
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_gate.moved(0, m_steady.elapsed());
        judgeOriginals();
    });
    connect(&m_downloads, &BlobDownloads::moved, this, moving(m_down));
    connect(&m_uploads, &BlobUploads::fileDone, this, [this] { m_up.fileDone(); });
    connect(&m_downloads, &BlobDownloads::fileDone, this, [this] { m_down.fileDone(); });
    connect(&m_notes, &BlobNotes::failed, this, [this](const Error& error) {
        m_downloads.hold();
        setTrouble(m_fetching, error);
    });
    connect(&m_notes, &BlobNotes::written, this, [this](const auto& facts) {
        for (const auto& [fact, sha] : facts) {
            if (fact == BlobNotes::Fact::Here || fact == BlobNotes::Fact::Found) {
                setTrouble(m_fetching, std::nullopt);
                Q_EMIT arrived(sha);
            } else if (fact == BlobNotes::Fact::OnServer) {
                setTrouble(m_sending, std::nullopt);
            }
        }
        m_uploads.lookIfDone();
        m_downloads.lookIfDone();
        countOriginals();
    });
}

void BlobTransfer::setTarget(const SyncTarget& target)
{
    if (target == m_target)
        return;
    if (!std::exchange(m_choicesLoaded, true))
        loadChoices();
    SyncTarget renewed = m_target;
    renewed.token = target.token;
    m_target = target;
    if (m_live && target == renewed) {
        m_socket.send(Wire::Token{target.token});
        return;
    }
    m_backoff.reset();
    m_socket.close();
    m_live = false;
    m_retry.stop();
    m_alive.stop();
    m_again.stop();
    m_uploads.stop();
    m_downloads.stop();
    m_notes.dropWaiting();
    if (m_target.online)
        connectNow();
}

void BlobTransfer::connectNow()
{
    m_heard = true;
    m_alive.start();
    m_socket.open(ServerPaths::files(m_target.server), m_target.pin);
}

void BlobTransfer::dropAndRetry()
{
    m_socket.close();
    m_live = false;
    m_alive.stop();
    m_again.stop();
    m_uploads.stop();
    m_downloads.stop();
    m_notes.dropWaiting();
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
    if (const auto* challenge = std::get_if<Wire::Challenge>(&message)) {
        m_socket.send(Wire::Proof{Wire::helloProof(m_target.secret, challenge->nonce, sha256(m_target.token))});
        return;
    }
    if (!m_live || std::holds_alternative<Wire::Renewed>(message) || std::holds_alternative<Wire::Pong>(message))
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
    countOriginals();
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

void BlobTransfer::setTrouble(TransferStatus& where, std::optional<Error> error)
{
    if (error == where.error)
        return;
    where.error = std::move(error);
    publish();
}

void BlobTransfer::loadChoices()
{
    const QSettings file(m_store.directory() + u"/sync.ini"_s, QSettings::IniFormat);
    setPaused(SyncControl::Transfer::Sending, file.value("pause_sending"_L1).toBool());
    setPaused(SyncControl::Transfer::Fetching, file.value("pause_fetching"_L1).toBool());
    m_gate.setPolicy(SyncSettings::originals(m_store.directory()));
    judgeOriginals();
    countOriginals();
}

void BlobTransfer::setOriginalsPolicy(OriginalsPolicy policy)
{
    if (!std::exchange(m_choicesLoaded, true))
        loadChoices();
    SyncSettings::setOriginals(m_store.directory(), policy);
    m_gate.setPolicy(policy);
    judgeOriginals();
}

void BlobTransfer::setMetered(std::optional<bool> metered)
{
    m_gate.setMetered(metered);
    judgeOriginals();
}

void BlobTransfer::sendOriginalsNow()
{
    // The policy that is loaded later would take this back.
    if (!std::exchange(m_choicesLoaded, true))
        loadChoices();
    m_gate.sendNow();
    judgeOriginals();
}

void BlobTransfer::judgeOriginals()
{
    const qint64 now = m_steady.elapsed();
    m_gate.setBusy(m_live && !m_uploads.isIdle(), now);
    OriginalsStatus judged = m_gate.status(now);
    judged.waiting = m_originals.waiting;
    judged.bytes = m_originals.bytes;
    m_uploads.setOriginalsHeld(judged.hold != OriginalsStatus::Hold::None);
    if (std::exchange(m_originals, judged) != judged)
        Q_EMIT originalsChanged(judged);
}

void BlobTransfer::countOriginals()
{
    if (m_countingOriginals) {
        m_countOriginalsAgain = true;
        return;
    }
    m_countingOriginals = true;
    whenDone(m_store.read(originalsToSend), this, [this](const Expected<OriginalsToSend>& count) {
        m_countingOriginals = false;
        if (count) {
            if (count->files == 0)
                m_gate.allSent();
            const bool changed = std::exchange(m_originals.waiting, count->files) != count->files;
            m_originals.bytes = count->bytes;
            if (changed)
                Q_EMIT originalsChanged(m_originals);
            judgeOriginals();
        }
        if (std::exchange(m_countOriginalsAgain, false))
            countOriginals();
    });
}

void BlobTransfer::setPaused(SyncControl::Transfer transfer, bool paused)
{
    if (!std::exchange(m_choicesLoaded, true))
        loadChoices();
    const bool up = transfer == SyncControl::Transfer::Sending;
    TransferStatus& status = up ? m_sending : m_fetching;
    if (paused == status.paused)
        return;
    status.paused = paused;
    QSettings(m_store.directory() + u"/sync.ini"_s, QSettings::IniFormat)
        .setValue(up ? u"pause_sending"_s : u"pause_fetching"_s, paused);
    if (up)
        m_uploads.setHeld(paused);
    else
        m_downloads.setHeld(paused);
    publish();
}

void BlobTransfer::retry()
{
    setTrouble(m_sending, std::nullopt);
    setTrouble(m_fetching, std::nullopt);
    m_uploads.tryAgain();
    m_downloads.tryAgain();
}

void BlobTransfer::publish()
{
    const qint64 now = m_steady.elapsed();
    const auto fill = [now](TransferStatus& status, TransferMeter& meter, bool done) {
        if (done && !status.paused)
            meter.finish();
        status.bytesPerSecond = status.paused ? 0 : meter.bytesPerSecond(now);
        status.bytesDone = meter.bytes();
        status.filesDone = meter.files();
    };
    fill(m_sending, m_up, m_uploads.isIdle());
    fill(m_fetching, m_down, m_downloads.isIdle());
    if (m_sending.bytesPerSecond == 0 && m_fetching.bytesPerSecond == 0)
        m_publish.stop();
    Q_EMIT progressChanged(m_sending, m_fetching);
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
