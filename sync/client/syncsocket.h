// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "sync/protocol/messages.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

class QWebSocket;

namespace Forecourt {

/// One WebSocket that carries messages of the protocol. Opened again and again; after close() nothing of the earlier
/// connection is reported any more.
class SyncSocket : public QObject {
    Q_OBJECT

public:
    explicit SyncSocket(QObject* parent = nullptr);
    ~SyncSocket() override;

    /// `pin`: see CertificateGuard.
    void open(const QUrl& url, const QByteArray& pin = {});
    void close();
    void send(const Wire::ClientMessage& message);
    /// Bytes that the network has not taken yet.
    qint64 bytesToWrite() const;

Q_SIGNALS:
    void opened();
    void closed(const std::optional<Forecourt::Error>& error);
    void received(Forecourt::Wire::ServerMessage& message);
    void unreadable(const Forecourt::Error& error);
    /// The network has taken something.
    void drained();

private:
    void report(std::optional<Error> error);

    struct Discard {
        void operator()(QWebSocket* socket) const;
    };
    std::unique_ptr<QWebSocket, Discard> m_socket;
};

}  // namespace Forecourt
