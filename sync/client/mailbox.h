// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QObject>

#include <memory>
#include <mutex>
#include <utility>

namespace Forecourt {

/// Brings results of the store to the thread of an object that may be gone by then: QFuture::then(context, …) of Qt 6.4
/// looks at the context after it was destroyed. Owned by the receiver, as its last member.
class Mailbox {
public:
    explicit Mailbox(QObject* receiver) : m_slot(std::make_shared<Slot>()) { m_slot->receiver = receiver; }
    ~Mailbox()
    {
        const std::lock_guard lock(m_slot->mutex);
        m_slot->receiver = nullptr;
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// Calls `handler(result)` on the receiver's thread, unless the receiver is gone.
    template <class Result, class Handler>
    void deliver(QFuture<Result> future, Handler handler)
    {
        future.then(QtFuture::Launch::Sync, [slot = m_slot, handler = std::move(handler)](Result result) mutable {
            const std::lock_guard lock(slot->mutex);
            if (!slot->receiver)
                return;
            QMetaObject::invokeMethod(
                slot->receiver,
                [handler = std::move(handler), result = std::move(result)]() mutable { handler(std::move(result)); },
                Qt::QueuedConnection);
        });
    }

private:
    struct Slot {
        std::mutex mutex;
        QObject* receiver = nullptr;
    };
    std::shared_ptr<Slot> m_slot;
};

}  // namespace Forecourt
