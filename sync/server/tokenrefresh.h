// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/httpfront.h"
#include "sync/server/sessiontokens.h"
#include "sync/server/storagethread.h"
#include "sync/server/turnedaway.h"

#include <algorithm>

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
    struct Asked {
        QByteArray token;
        QByteArray proof;
        QString address;
        QByteArray network;  ///< what counts as one address
    };
    struct Answer {
        int status = 503;
        QByteArray json = R"({"error":"fault"})";
        UtcMs addressWaits = 0;  ///< nothing counts from there for so long
        UtcMs deviceWaits = 0;

        UtcMs wait() const { return std::max(addressWaits, deviceWaits); }
    };
    /// What follows is inside a transaction, which stays unless there is a wait.
    static Expected<Answer> answerTo(const Asked& asked, ServerStorage& storage, UtcMs now);
    static Expected<Answer> answerTo(const SessionTokens::Renewal& renewal, const QString& address,
                                     ServerStorage& storage, UtcMs now);
    void reply(const Asked& asked, const Answer& answer, const HttpFront::Respond& respond);

    StorageThread& m_storage;
    const Clock& m_clock;
    TurnedAway m_turnedAway;
};

}  // namespace Forecourt
