// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Forecourt {

/// Threads that own one connection each and take jobs from one queue, in order of arrival.
/// With one thread, jobs run strictly one after the other.
class Worker {
public:
    using Job = std::function<void(Connection&)>;

    /// `name` shows up in debuggers. Connections are opened on their threads at the first job.
    Worker(QString file, Connection::Access access, int threads, const QString& name);
    /// Runs what is queued, then joins.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(Job job);
    /// For work in the background that nobody waits for: runs in order of arrival when no other job has come for a
    /// moment, for as long as none comes, or when the worker ends. Where there is no such moment for a second, one of
    /// them runs all the same: a download of files keeps the worker busy for hours.
    void postForLull(Job job);

private:
    void run();

    const QString m_file;
    const Connection::Access m_access;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    struct LullJob {
        Job job;
        std::chrono::steady_clock::time_point since;
    };
    std::deque<LullJob> m_lullJobs;
    bool m_closing = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

}  // namespace Forecourt
