// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace Forecourt {

/// A computer on which somebody is, or was last, signed in; as the server tells it.
struct SignedInDevice {
    qint64 number = 0;  ///< the server's; what devices.revoke takes
    QString name;       ///< of the computer
    QString person;     ///< display name
    QString program;    ///< with its version: "forecourt 0.1.0"; may be empty
    QString address;    ///< from where it spoke last; may be empty
    UtcMs signedInAt = 0;
    UtcMs seenAt = 0;
    bool connected = false;
    bool isThis = false;     ///< this very computer
    bool maySignOut = true;  ///< this person may sign it out
    UtcMs signedOutAt = 0;   ///< 0: signed in
    QString signedOutBy;     ///< empty: at the server's console, or by the server itself

    /// From the answer to devices.list (sync/PROTOCOL.md): signed in ones first, then by when they were seen last.
    static std::vector<SignedInDevice> fromAnswer(const QJsonObject& answer);

    friend bool operator==(const SignedInDevice&, const SignedInDevice&) = default;
};

}  // namespace Forecourt
