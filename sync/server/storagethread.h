// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/inbox.h"
#include "sync/server/storageengine.h"

#include <chrono>
#include <functional>
#include <variant>

namespace Forecourt {

/// Runs a StorageEngine on its own thread. Whatever waits is answered together, so that pushes of several workstations
/// share one commit.
class StorageThread {
public:
    using Duration = std::chrono::duration<double>;
    using Job = std::function<void(StorageEngine&)>;
    /// Called on the storage thread.
    using Deliver = std::function<void(std::vector<StorageReply>, Duration took)>;

    /// Runs on the storage thread, which owns the database connection.
    using Open = std::function<Expected<std::unique_ptr<StorageEngine>>()>;

    /// Waits until the storage is open; see error().
    StorageThread(const Open& open, Deliver deliver);

    /// Why the storage could not be opened; nothing must be posted then.
    const std::optional<Error>& error() const { return m_error; }

    size_t waiting() const { return m_inbox.size(); }
    void post(StorageRequest request) { m_inbox.post(std::move(request)); }
    void post(Job job) { m_inbox.post(std::move(job)); }

private:
    class Opening;
    using Item = std::variant<StorageRequest, Job, std::shared_ptr<Opening>>;
    static void work(StorageEngine& engine, const Deliver& deliver, std::vector<Item> items);

    std::optional<Error> m_error;
    Inbox<Item> m_inbox;
};

}  // namespace Forecourt
