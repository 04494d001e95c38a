// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storagethread.h"

#include <future>
#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

/// The first item: opens the storage on its thread.
class StorageThread::Opening {
public:
    explicit Opening(Open open) : m_open(std::move(open)) {}

    std::future<std::optional<Error>> done() { return m_promise.get_future(); }
    std::shared_ptr<StorageEngine> run()
    {
        auto engine = m_open();
        m_promise.set_value(engine ? std::nullopt : std::optional(engine.error()));
        return engine ? std::shared_ptr<StorageEngine>(std::move(*engine)) : nullptr;
    }

private:
    Open m_open;
    std::promise<std::optional<Error>> m_promise;
};

StorageThread::StorageThread(const Open& open, Deliver deliver)
    : m_inbox(u"storage"_s, [deliver = std::move(deliver),
                             engine = std::shared_ptr<StorageEngine>()](std::vector<Item> items) mutable {
          for (Item& item : items) {
              if (auto* opened = std::get_if<std::shared_ptr<Opening>>(&item))
                  engine = (*opened)->run();
          }
          if (engine)
              work(*engine, deliver, std::move(items));
      })
{
    auto opening = std::make_shared<Opening>(open);
    std::future<std::optional<Error>> done = opening->done();
    m_inbox.post(std::move(opening));
    m_error = done.get();
}

void StorageThread::work(StorageEngine& engine, const Deliver& deliver, std::vector<Item> items)
{
    std::vector<StorageRequest> requests;
    const auto flush = [&] {
        if (requests.empty())
            return;
        const auto began = std::chrono::steady_clock::now();
        if (auto replies = engine.handle(std::exchange(requests, {})); !replies.empty())
            deliver(std::move(replies), std::chrono::steady_clock::now() - began);
    };
    for (Item& item : items) {
        if (auto* request = std::get_if<StorageRequest>(&item)) {
            requests.push_back(std::move(*request));
        } else if (auto* job = std::get_if<Job>(&item)) {
            flush();
            (*job)(engine);
        }
    }
    flush();
}

}  // namespace Forecourt
