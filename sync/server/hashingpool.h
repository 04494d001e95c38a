// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThreadPool>

#include <functional>

namespace Forecourt {

/// Where a server hashes passwords, one at a time: each takes 32 MiB while it lasts, and a crowd of guesses must not
/// take the memory. Used by one thread.
class HashingPool {
public:
    /// Whose turn comes first: strangers who sign in must not keep out those who have.
    enum class For { Strangers, SignedIn };

    HashingPool() { m_pool.setMaxThreadCount(1); }
    /// Waits for what runs; what has not begun is forgotten.
    ~HashingPool()
    {
        m_pool.clear();
        m_pool.waitForDone();
    }
    HashingPool(const HashingPool&) = delete;
    HashingPool& operator=(const HashingPool&) = delete;

    /// Runs `work` on the thread of the pool, after what waits of the same kind.
    void start(For whom, std::function<void()> work) { m_pool.start(std::move(work), whom == For::SignedIn ? 1 : 0); }

private:
    QThreadPool m_pool;
};

}  // namespace Forecourt
