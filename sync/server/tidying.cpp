// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/tidying.h"

#include "sync/server/storagethread.h"

#include <QLoggingCategory>

#include <chrono>

namespace Forecourt {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(tidyingLog, "forecourt.server.tidying")

constexpr auto TidyingPause = 1s;
constexpr auto TidyingRest = 6h;

}  // namespace

Tidying::Tidying(StorageThread& storage, QObject* parent) : QObject(parent), m_storage(storage)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { step(); });
}

void Tidying::start()
{
    m_next.start(TidyingPause);
}

void Tidying::step()
{
    m_storage.post([this](StorageEngine& engine) {
        const auto more = engine.tidy();
        // A full disk, say: it is tried again in a few hours, and nothing else waits for it.
        if (!more)
            qCWarning(tidyingLog) << "Removing what has been kept long enough failed:" << more.error().detail;
        QMetaObject::invokeMethod(
            this,
            [this, again = more.value_or(false)] {
                m_next.start(again ? std::chrono::milliseconds(TidyingPause) : std::chrono::milliseconds(TidyingRest));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace Forecourt
