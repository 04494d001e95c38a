// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/postgresaddress.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace Forecourt {

/// Tells the other servers of a database that something was committed, and hears it from them, within milliseconds.
/// A hint only: notices may get lost, so whoever hears them looks into the database by itself as well.
///
/// Works on a connection and a thread of its own: inside the transactions that write, a notice would take a lock on the
/// whole database at each commit.
class PostgresNotices {
public:
    /// `heard` is called on the thread of the notices.
    PostgresNotices(PostgresAddress address, std::function<void()> heard);
    /// As stop().
    ~PostgresNotices();
    PostgresNotices(const PostgresNotices&) = delete;
    PostgresNotices& operator=(const PostgresNotices&) = delete;

    void start();
    /// `heard` is not called any more when this returns.
    void stop();
    /// At most one notice goes out per 20 ms, whatever number of calls it stands for. From any thread, also when
    /// stopped.
    void tell();

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    std::atomic<bool> m_waiting = false;  ///< a notice is to be sent
};

}  // namespace Forecourt
