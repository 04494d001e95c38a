// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/tlslistener.h"

#include <QSslSocket>

namespace Forecourt {

void TlsListener::incomingConnection(qintptr descriptor)
{
    if (!m_configuration)
        return QTcpServer::incomingConnection(descriptor);
    auto* socket = new QSslSocket(this);
    socket->setSslConfiguration(*m_configuration);
    socket->setSocketDescriptor(descriptor);
    addPendingConnection(socket);
}

}  // namespace Forecourt
