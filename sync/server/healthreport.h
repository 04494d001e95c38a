// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/httpfront.h"
#include "sync/server/storagethread.h"

#include <memory>
#include <vector>

namespace Forecourt {

/// GET /healthz: whether this server can do its work, that is, whether its store answers. 200 if it does, 503 if not or
/// not within two seconds, so that a proxy sends workstations elsewhere. PROTOCOL.md has the JSON.
class HealthReport : public QObject {
    Q_OBJECT

public:
    /// `kind` of the store: see StoreLocation. As for SignIn, the thread of `storage` must end first.
    HealthReport(StorageThread& storage, QString kind, QObject* parent = nullptr);

    void handle(HttpFront::Respond respond);

private:
    void answer(bool storeAnswers);

    StorageThread& m_storage;
    const QString m_kind;
    std::vector<HttpFront::Respond> m_waiting;  ///< for the look that is under way
    quint64 m_looks = 0;
};

}  // namespace Forecourt
