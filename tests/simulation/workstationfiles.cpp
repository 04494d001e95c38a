// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/workstationfiles.h"

#include "models/base/sha256.h"
#include "models/store/schema.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/deviceproof.h"
#include "sync/protocol/limits.h"
#include "tests/support/signedindevice.h"

namespace Forecourt::Tests {

namespace {

constexpr qint64 FilesRetryMs = 1'000;
constexpr qint64 FilesAgainMs = 60'000;

}  // namespace

WorkstationFiles::WorkstationFiles(QString directory, Connection& connection, int number, QByteArray token,
                                   Trace& trace, Connect connect, Write write)
    : m_directory(std::move(directory)),
      m_connection(connection),
      m_number(number),
      m_token(std::move(token)),
      m_trace(trace),
      m_connect(std::move(connect)),
      m_write(std::move(write)),
      m_notes(*this),
      m_uploads(*this, *this, m_notes),
      m_downloads(*this, *this, m_notes)
{
    QObject::connect(&m_notes, &BlobNotes::written, &m_uploads, &BlobUploads::lookIfDone);
    QObject::connect(&m_notes, &BlobNotes::written, &m_downloads, &BlobDownloads::lookIfDone);
}

void WorkstationFiles::look()
{
    m_uploads.look();
    m_downloads.look();
}

void WorkstationFiles::wake(qint64 steady, bool wanted)
{
    m_now = steady;
    if (!link && wanted && steady >= m_nextTry) {
        link = m_connect();
        m_nextTry = steady + FilesRetryMs;
        if (!link)
            return;
        Wire::Hello hello;
        hello.protocolMin = Wire::ProtocolMin;
        hello.protocolMax = Wire::ProtocolMax;
        hello.app = QStringLiteral("simulation");
        hello.schema = Schema::current().version();
        hello.token = m_token;
        send(hello);
    }
    if (m_isLive && steady - m_triedAgain >= FilesAgainMs) {
        m_triedAgain = steady;
        m_uploads.tryAgain();
        m_downloads.tryAgain();
    }
}

void WorkstationFiles::cut()
{
    if (link && link->clientEnd) {
        link->clientEnd = false;
        link->down.clear();
        m_isCut = true;
    }
}

void WorkstationFiles::drop()
{
    if (link)
        link->clientEnd = false;
    link.reset();
    m_isCut = m_isLive = false;
    m_uploads.stop();
    m_downloads.stop();
    m_notes.dropWaiting();
}

void WorkstationFiles::receive()
{
    if (m_isCut || link->down.empty())
        return drop();
    const QByteArray bytes = std::exchange(link->down.front(), {});
    link->down.pop_front();
    auto message = Wire::decodeServerMessage(bytes);
    if (!message)
        qFatal("unreadable message about files in the simulation");
    m_trace.note(m_number, *message);
    if (std::holds_alternative<Wire::Bye>(*message))
        return drop();
    if (const auto* challenge = std::get_if<Wire::Challenge>(&*message))
        return send(Wire::Proof{Wire::helloProof(DeviceSecret, challenge->nonce, sha256(m_token))});
    if (std::holds_alternative<Wire::Welcome>(*message)) {
        m_isLive = true;
        m_triedAgain = m_now;
        m_uploads.start();
        m_downloads.start();
    } else if (m_isLive && !m_uploads.received(*message)) {
        m_downloads.received(*message);
    }
}

bool WorkstationFiles::isQuiet() const
{
    return m_isLive && !hasNews() && !hasJobs() && !hasAnswers() && m_uploads.isIdle() && m_downloads.isIdle() &&
           !m_notes.isWriting();
}

void WorkstationFiles::take(Jobs& jobs)
{
    const auto job = std::move(jobs.front());
    jobs.pop_front();
    job();
}

/// `done` hears of it in a later step.
template <class Answer, class Work>
WorkstationFiles::Job WorkstationFiles::answered(Work work, std::function<void(const Expected<Answer>&)> done)
{
    return [this, work, done = std::move(done)] {
        m_answers.push_back([answer = work(), done] {
            if (!answer)
                qFatal("files of the simulated store: %s", qUtf8Printable(answer.error().detail));
            done(answer);
        });
    };
}

void WorkstationFiles::uploads(int limit, Originals originals, std::function<void(const Expected<Uploads>&)> done)
{
    m_jobs.push_back(answered<Uploads>([this, limit, originals] { return readUploads(m_connection, limit, originals); },
                                       std::move(done)));
}

void WorkstationFiles::downloads(std::function<void(const Expected<Downloads>&)> done)
{
    m_jobs.push_back(answered<Downloads>([this] { return readDownloads(m_connection); }, std::move(done)));
}

void WorkstationFiles::write(Notes notes, std::function<void(const Expected<void>&)> done)
{
    m_write(answered<void>(
        [this, notes]() -> Expected<void> {
            auto transaction = Transaction::begin(m_connection);
            if (!transaction)
                return fail(transaction.error());
            FC_TRY(writeNotes(m_connection, *notes));
            return transaction->commit();
        },
        std::move(done)));
}

void WorkstationFiles::send(const Wire::ClientMessage& message)
{
    if (link && link->clientEnd)
        link->up.push_back(Wire::encode(message));
}

}  // namespace Forecourt::Tests
