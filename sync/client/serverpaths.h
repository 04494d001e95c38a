// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace Forecourt {

/// Addresses below the one that a person types. http and https; ws and wss mean the same.
class ServerPaths {
public:
    /// Takes what people write: "lot.example.org:8471" gets a scheme, a closing slash goes. Invalid for anything else
    /// than the address of a host.
    static QUrl normalized(const QUrl& typed);

    static QUrl health(const QUrl& server) { return at(server, u"/healthz"); }
    static QUrl token(const QUrl& server) { return at(server, u"/api/v1/auth/token/"); }
    static QUrl refresh(const QUrl& server) { return at(server, u"/api/v1/auth/token/refresh/"); }
    static QUrl rows(const QUrl& server) { return socket(server, u"/api/v1/sync"); }
    static QUrl files(const QUrl& server) { return socket(server, u"/api/v1/blobs"); }

private:
    static QUrl at(const QUrl& server, QStringView path);
    static QUrl socket(const QUrl& server, QStringView path);
};

}  // namespace Forecourt
