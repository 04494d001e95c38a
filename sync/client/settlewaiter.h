// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Forecourt {

class SyncEngine;

/// Waits on the sync thread until everything is sent and received, for SyncClient::settle(). Deletes itself.
class SettleWaiter : public QObject {
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<Expected<void>>>;

    SettleWaiter(SyncEngine& engine, std::chrono::milliseconds timeout, bool files, int question, Promise promise);
    ~SettleWaiter() override;

    void begin();
    /// The files are done, as far as they can be.
    void filesIdle(int question);

Q_SIGNALS:
    /// To be answered with filesIdle().
    void filesAsked(int question);

private:
    void check();
    void finish(Expected<void> result);

    SyncEngine& m_engine;
    QTimer m_timeout;
    const bool m_files;
    const int m_question;
    bool m_asked = false;
    Promise m_promise;
};

}  // namespace Forecourt
