// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/worker.h"

#include <QThread>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Longer than the pauses between the pages of a first sync, shorter than a person's between two keys.
constexpr std::chrono::milliseconds Lull{30};
constexpr std::chrono::milliseconds LullPatience{1'000};

}  // namespace

Worker::Worker(QString file, Connection::Access access, int threads, const QString& name)
    : m_file(std::move(file)), m_access(access)
{
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back(QThread::create([this] { run(); }));
        m_threads.back()->setObjectName(name);
        m_threads.back()->start();
    }
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_all();
    for (const auto& thread : m_threads)
        thread->wait();
}

void Worker::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Worker::postForLull(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_lullJobs.push_back({std::move(job), std::chrono::steady_clock::now()});
    }
    m_wake.notify_one();
}

void Worker::run()
{
    std::unique_ptr<Connection> connection;
    bool lull = false;  // lasts until the next ordinary job, so that many jobs for one lull wait once
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_jobs.empty() || !m_lullJobs.empty(); });
            if (!lull)
                m_wake.wait_for(lock, Lull, [this] { return m_closing || !m_jobs.empty(); });
            lull = m_jobs.empty();
            const bool overdue =
                !m_lullJobs.empty() && std::chrono::steady_clock::now() - m_lullJobs.front().since > LullPatience;
            if (!m_lullJobs.empty() && (lull || overdue)) {
                job = std::move(m_lullJobs.front().job);
                m_lullJobs.pop_front();
            } else if (!m_jobs.empty()) {
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            } else if (m_closing) {
                return;
            } else {
                continue;
            }
        }
        if (!connection) {
            auto opened = Connection::open(m_file, m_access);
            // The store was opened with this file a moment ago; if it is gone, an empty one in memory makes
            // every job fail with SQLite's words instead of ending the program.
            if (!opened)
                opened = Connection::open(u":memory:"_s, Connection::Access::ReadWrite);
            connection = std::move(*opened);
            // What a person may not see any more is not to be found in the file's free pages either.
            if (m_access == Connection::Access::ReadWrite)
                std::ignore = connection->script(u"PRAGMA secure_delete = ON"_s);
        }
        job(*connection);
    }
}

}  // namespace Forecourt
