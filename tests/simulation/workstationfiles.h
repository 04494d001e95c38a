// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/blobdownloads.h"
#include "sync/client/blobrecords.h"
#include "sync/client/blobuploads.h"
#include "tests/simulation/link.h"
#include "tests/simulation/trace.h"

#include <deque>
#include <functional>
#include <memory>

namespace Forecourt::Tests {

/// How a workstation sends and fetches files: the real uploads and downloads over a second link, as BlobTransfer drives
/// them. What they ask of the store, and its answers, lie in queues until a step is asked for.
class WorkstationFiles final : private BlobRecords, private BlobLink {
public:
    using Job = std::function<void()>;
    using Connect = std::function<std::shared_ptr<Link>()>;
    /// Does something in the store after all that it is to do already.
    using Write = std::function<void(Job)>;

    WorkstationFiles(QString directory, Connection& connection, int number, QByteArray token, Trace& trace,
                     Connect connect, Write write);
    ~WorkstationFiles() override { cut(); }

    QString directory() const override { return m_directory; }
    /// There may be files to send or to fetch.
    void look();
    /// Time has passed; `steady` milliseconds. Connects if `wanted`, and tries once more what did not go.
    void wake(qint64 steady, bool wanted);
    /// The line is cut: noticed later.
    void cut();
    /// The rows have no connection any more, so that the files shall have none.
    void drop();

    bool hasNews() const { return m_isCut || (link && (!link->down.empty() || !link->serverEnd)); }
    void receive();
    bool hasJobs() const { return !m_jobs.empty(); }
    void doJob() { take(m_jobs); }
    bool hasAnswers() const { return !m_answers.empty(); }
    void answer() { take(m_answers); }
    /// Nothing is left but what the server does not have either.
    bool isQuiet() const;

    std::shared_ptr<Link> link;

private:
    using Jobs = std::deque<Job>;

    static void take(Jobs& jobs);
    template <class Answer, class Work>
    Job answered(Work work, std::function<void(const Expected<Answer>&)> done);
    void uploads(int limit, Originals originals, std::function<void(const Expected<Uploads>&)> done) override;
    void downloads(std::function<void(const Expected<Downloads>&)> done) override;
    void write(Notes notes, std::function<void(const Expected<void>&)> done) override;
    void send(const Wire::ClientMessage& message) override;
    qint64 bytesToWrite() const override { return 0; }

    const QString m_directory;
    Connection& m_connection;
    const int m_number;
    const QByteArray m_token;
    Trace& m_trace;
    const Connect m_connect;
    const Write m_write;
    Jobs m_jobs;
    Jobs m_answers;
    bool m_isCut = false;
    bool m_isLive = false;
    qint64 m_nextTry = 0;
    qint64 m_triedAgain = 0;
    qint64 m_now = 0;
    BlobNotes m_notes;
    BlobUploads m_uploads;
    BlobDownloads m_downloads;
};

}  // namespace Forecourt::Tests
