// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/outbox/synccontrol.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Forecourt {

/// Asks for pages of the audit log one after the other, and no faster than the server takes requests for long: it ends
/// the connection of who asks too much (sync/PROTOCOL.md, Requests).
class ActivityRequests : public QObject {
public:
    using Receive = std::function<void(const Expected<QJsonObject>&)>;

    /// `sync` must outlive it.
    explicit ActivityRequests(SyncControl& sync, QObject* parent = nullptr);

    /// Only the newest question counts: `receive` of an earlier one is not called any more.
    void ask(const QJsonObject& arguments, Receive receive);
    /// Nothing is asked and nothing received from now on.
    void drop();

private:
    void send();

    SyncControl& m_sync;
    QJsonObject m_arguments;
    Receive m_receive;
    QTimer m_wait;
    QElapsedTimer m_since;
    int m_question = 0;
};

}  // namespace Forecourt
