// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace Forecourt {

/// One HTTP/1.1 request.
struct HttpRequest {
    QByteArray method;
    QByteArray path;                        ///< without the query
    QHash<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body;

    bool isWebSocketUpgrade() const;
    /// Version 13, with a key: nothing that is left to a WebSocket server to refuse.
    bool isSoundHandshake() const;
};

/// Largest header and body that are read: nobody who is not signed in may fill the memory.
inline constexpr qsizetype HttpMaxHeader = qsizetype{16} * 1024;
inline constexpr qsizetype HttpMaxBody = qsizetype{16} * 1024;

/// What the bytes that have arrived amount to.
struct HttpParse {
    enum class State { Incomplete, Complete, Bad };
    State state = State::Incomplete;
    HttpRequest request;       ///< without body while incomplete
    qsizetype headerSize = 0;  ///< bytes up to and including the empty line; 0 = not there yet
    qsizetype bodySize = 0;
    int status = 400;  ///< of a bad one
};

/// Reads the start of a connection. `bytes` may be the first part of a request. Only what this server needs is taken:
/// no chunked bodies, no folded headers.
HttpParse parseHttp(const QByteArray& bytes);

/// A whole response that closes the connection, with the headers that keep browsers from doing anything with it. `json`
/// unless `headers` name another Content-Type.
QByteArray httpResponse(int status, const QByteArray& json,
                        const QList<std::pair<QByteArray, QByteArray>>& headers = {});

}  // namespace Forecourt
