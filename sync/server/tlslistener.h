// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

namespace Forecourt {

/// Takes connections that may turn to TLS. With it set, every socket is a QSslSocket that is still plain: whoever takes
/// it looks at the first byte, so that a client that speaks plain HTTP can be told what it does wrong.
class TlsListener : public QTcpServer {
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

    /// For the connections from now on.
    void setTls(QSslConfiguration configuration) { m_configuration = std::move(configuration); }
    bool isTls() const { return m_configuration.has_value(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::optional<QSslConfiguration> m_configuration;
};

}  // namespace Forecourt
