// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/connection.h"

#include <mutex>

namespace Forecourt {

/// Lets the thread that asked for a read take the question back: a job that has not begun does nothing, one that runs
/// is interrupted. Shared between the asker and the job.
class ReadTicket {
public:
    /// Held by the job while it runs on `connection`.
    class Running {
    public:
        Running(ReadTicket& ticket, Connection& connection) : m_ticket(ticket)
        {
            const std::lock_guard lock(ticket.m_mutex);
            ticket.m_connection = &connection;
        }
        ~Running()
        {
            // From here on an interruption would hit somebody else's job.
            const std::lock_guard lock(m_ticket.m_mutex);
            m_ticket.m_connection = nullptr;
        }
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;

    private:
        ReadTicket& m_ticket;
    };

    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
        if (m_connection)
            m_connection->interrupt();
    }
    bool isCancelled() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cancelled;
    }

private:
    mutable std::mutex m_mutex;
    Connection* m_connection = nullptr;
    bool m_cancelled = false;
};

}  // namespace Forecourt
