// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/httpfront.h"
#include "sync/server/storagethread.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

namespace Forecourt {

/// GET /healthz: whether this server can do its work: its store answers within two seconds and has taken what was
/// written last, and its disk has room. 200 if so and 503 if not, so that a proxy sends workstations elsewhere.
/// PROTOCOL.md has the JSON.
class HealthReport : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString kind;        ///< of the store: see StoreLocation
        QString directory;   ///< whose disk needs room
        qint64 minFree = 0;  ///< bytes
    };
    /// As for SignIn, the thread of `storage` must end first.
    HealthReport(StorageThread& storage, Options options, QObject* parent = nullptr);

    void handle(HttpFront::Respond respond);
    /// How the last writing ended; a failure counts until one succeeds, but no longer than ten
    /// seconds: whoever could not store something tries again until then.
    void wrote(bool stored);

private:
    enum class Store { Answers, Silent, DoesNotWrite };
    void answer(Store store, qint64 free);

    StorageThread& m_storage;
    const Options m_options;
    QElapsedTimer m_since;
    QElapsedTimer m_failed;
    std::vector<HttpFront::Respond> m_waiting;  ///< for the look that is under way
    quint64 m_looks = 0;
};

}  // namespace Forecourt
