// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "sync/server/http.h"

#include <QHostAddress>

namespace Forecourt {

/// Who may read /metrics: whoever knows the token, and this computer itself, but not a proxy that runs on it.
class MetricsAccess {
public:
    /// The first line of a file; at least 16 letters. Errors: FileUnreadable, InvalidInput.
    static Expected<QByteArray> readToken(const QString& file);

    /// Without a token only this computer.
    explicit MetricsAccess(QByteArray token = {}) : m_token(std::move(token)) {}

    /// `peer`: the other end of the connection itself.
    bool allows(const HttpRequest& request, const QHostAddress& peer) const;

private:
    QByteArray m_token;
};

}  // namespace Forecourt
