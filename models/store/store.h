// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/changes.h"
#include "models/store/connection.h"
#include "models/store/schema.h"
#include "models/store/storedesign.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace Forecourt {

/// The store of one workstation: a directory with `forecourt.sqlite` and a folder `blobs`, held by one process.
///
/// One writer thread owns the only writing connection; a few reader threads own one connection each. Jobs run there
/// and deliver a QFuture; nothing of SQLite runs on the caller's thread. Take results with
/// whenDone(future, context, …) (models/base/whendone.h): on the context's thread, and only while it lives.
/// `QFuture::result()` waits, so never call it on the GUI thread.
class Store {
public:
    struct Options {
        QString directory;
        const Clock* clock = nullptr;  ///< null: the system's; must outlive the store
        int readers = 2;
        StoreDesign design{};
    };

    /// Opens or creates the store: takes the lock, checks (quick_check, at most once a day unless the last session
    /// did not end cleanly), copies the file before an upgrade, migrates. Blocks; call it off the GUI thread.
    /// Errors: StoreInUse, StoreTooNew, StoreDamaged, StoreUnreadable, DiskFull, MigrationFailed. Nothing that was
    /// stored is changed by a failure.
    static Expected<std::unique_ptr<Store>> open(const Options& options);
    /// Finishes the jobs that were queued, then closes.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    QString directory() const;
    QString blobDirectory() const;
    const Schema& schema() const;
    const Clock& clock() const;
    ChangeNotifier& changes();

    /// Runs `job(Connection&)` on a reader thread. The job returns Expected<T>.
    template <class Job>
    auto read(Job job) -> QFuture<std::invoke_result_t<Job, Connection&>>
    {
        return submit<std::invoke_result_t<Job, Connection&>>(Lane::Read, std::move(job));
    }

    /// Runs `job(Connection&)` on the writer thread inside one transaction, which is committed when the job succeeds
    /// and rolled back when it fails. For local tables; edits of synced tables go through Journal. Jobs run in order.
    template <class Job>
    auto write(Job job) -> QFuture<std::invoke_result_t<Job, Connection&>>
    {
        using Result = std::invoke_result_t<Job, Connection&>;
        return submit<Result>(Lane::Write, [job = std::move(job)](Connection& connection) mutable -> Result {
            auto transaction = Transaction::begin(connection);
            if (!transaction)
                return fail(transaction.error());
            Result result = job(connection);
            if (!result)
                return result;
            if (auto committed = transaction->commit(); !committed)
                return fail(committed.error());
            return result;
        });
    }

    /// As write(), but the job opens its own transactions.
    template <class Job>
    auto writeRaw(Job job) -> QFuture<std::invoke_result_t<Job, Connection&>>
    {
        return submit<std::invoke_result_t<Job, Connection&>>(Lane::Write, std::move(job));
    }

    /// As writeRaw(), for work in the background that nobody waits for: runs when no other job has come for a moment.
    template <class Job>
    auto writeInLull(Job job) -> QFuture<std::invoke_result_t<Job, Connection&>>
    {
        return submit<std::invoke_result_t<Job, Connection&>>(Lane::Lull, std::move(job));
    }

    /// Called on any thread after a commit: emits ChangeNotifier::committed on the main thread.
    void announce(ChangeSet changes);
    void announceOutbox();

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    enum class Lane { Read, Write, Lull };
    void post(Lane lane, std::function<void(Connection&)> job);

    template <class Result, class Job>
    QFuture<Result> submit(Lane lane, Job job)
    {
        auto promise = std::make_shared<QPromise<Result>>();
        promise->start();
        QFuture<Result> future = promise->future();
        auto shared = std::make_shared<Job>(std::move(job));
        post(lane, [promise, shared](Connection& connection) {
            promise->addResult((*shared)(connection));
            promise->finish();
        });
        return future;
    }

    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
