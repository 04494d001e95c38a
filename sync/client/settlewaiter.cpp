// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/settlewaiter.h"

#include "sync/client/syncengine.h"

namespace Forecourt {

SettleWaiter::SettleWaiter(SyncEngine& engine, std::chrono::milliseconds timeout, bool files, int question,
                           Promise promise)
    : QObject(&engine),
      m_engine(engine),
      m_timeout(this),
      m_files(files),
      m_question(question),
      m_promise(std::move(promise))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeout);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        finish(fail(m_engine.status().error.value_or(Error{ErrorCode::ServerUnreachable, {}, {}})));
    });
    connect(&engine, &SyncEngine::stepped, this, &SettleWaiter::check);
}

SettleWaiter::~SettleWaiter()
{
    finish(fail(ErrorCode::Cancelled));
}

void SettleWaiter::begin()
{
    m_timeout.start();
    // Looks at the outbox, and asks the server for a sign of life behind which nothing older can follow.
    m_engine.outboxChanged();
    m_engine.tryNow();
}

void SettleWaiter::check()
{
    using Link = SyncStatus::Link;
    if (!m_promise || !m_engine.isLoaded())
        return;
    const SyncStatus& status = m_engine.status();
    if (status.link == Link::NoServer || status.link == Link::SignedOut)
        return finish(fail(status.error.value_or(Error{ErrorCode::NotSignedIn, {}, {}})));
    if (status.link == Link::Refused)
        return finish(fail(status.error.value_or(Error{ErrorCode::ServerFault, {}, {}})));
    if (!m_engine.isSettled()) {
        m_asked = false;
        return;
    }
    if (!m_files)
        return finish({});
    if (!std::exchange(m_asked, true))
        Q_EMIT filesAsked(m_question);
}

void SettleWaiter::filesIdle(int question)
{
    // Rows that came meanwhile may have named new files.
    if (question == m_question && m_asked)
        finish({});
}

void SettleWaiter::finish(Expected<void> result)
{
    if (!m_promise)
        return;
    m_promise->addResult(std::move(result));
    m_promise->finish();
    m_promise.reset();
    deleteLater();
}

}  // namespace Forecourt
