// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Forecourt {

/// One thread with an inbox: takes everything that waits at once and hands it to `work`, which so may group it.
/// `work` is destroyed on that thread, after the last item.
template <class Item>
class Inbox {
public:
    using Work = std::function<void(std::vector<Item>)>;

    Inbox(const QString& name, Work work, size_t most = 16) : m_work(std::move(work)), m_most(most)
    {
        m_thread.reset(QThread::create([this] { run(); }));
        m_thread->setObjectName(name);
        m_thread->start();
    }
    /// Finishes what waits.
    ~Inbox()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_one();
        m_thread->wait();
    }
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    /// What waits.
    size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

    void post(Item item)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_items.push_back(std::move(item));
        }
        m_wake.notify_one();
    }

private:
    void run()
    {
        for (;;) {
            std::vector<Item> items;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_closing || !m_items.empty(); });
                if (m_items.empty())
                    break;
                while (!m_items.empty() && items.size() < m_most) {
                    items.push_back(std::move(m_items.front()));
                    m_items.pop_front();
                }
            }
            m_work(std::move(items));
        }
        m_work = nullptr;
    }

    Work m_work;
    const size_t m_most;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_items;
    bool m_closing = false;
    std::unique_ptr<QThread> m_thread;
};

}  // namespace Forecourt
