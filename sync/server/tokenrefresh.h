// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/failurelimiter.h"
#include "sync/server/httpfront.h"
#include "sync/server/sessiontokens.h"
#include "sync/server/storagethread.h"

namespace Forecourt {

/// POST /api/v1/auth/token/refresh/: a refresh token and the proof of its device against the next tokens. PROTOCOL.md
/// has the JSON.
class TokenRefresh : public QObject {
    Q_OBJECT

public:
    /// `storage` is only used in handle() and what follows from it; its thread must have ended when this object goes.
    TokenRefresh(StorageThread& storage, const Clock& clock, QObject* parent = nullptr);

    void handle(const HttpRequest& request, const QHostAddress& from, HttpFront::Respond respond);

private:
    struct Answer {
        int status = 503;
        QByteArray json = R"({"error":"fault"})";
    };
    static Expected<Answer> renew(ServerStorage& storage, const QByteArray& token, const QByteArray& proof,
                                  const QString& address, UtcMs now);

    StorageThread& m_storage;
    const Clock& m_clock;
    FailureLimiter m_limiter;
};

}  // namespace Forecourt
