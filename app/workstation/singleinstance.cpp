// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int RaisePatience = 500;

}  // namespace

SingleInstance::SingleInstance(const QString& storeDirectory, QObject* parent) : QObject(parent)
{
    // Two ways to write one directory must meet; names of sockets are short.
    const QString canonical = QFileInfo(storeDirectory).canonicalFilePath();
    const QString directory = canonical.isEmpty() ? QDir(storeDirectory).absolutePath() : canonical;
    const QByteArray digest =
        QCryptographicHash::hash((QDir::homePath() + u'\n' + directory).toUtf8(), QCryptographicHash::Sha256);
    m_name = u"forecourt-"_s + QString::fromLatin1(digest.first(10).toHex());
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
                if (socket->readAll().contains("raise")) {
                    socket->write("shown\n");
                    socket->flush();
                    socket->disconnectFromServer();
                    Q_EMIT raiseRequested();
                }
            });
        }
    });
}

bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(RaisePatience))
        return false;
    socket.write("raise\n");
    // A name alone proves nothing: the other side may be a leftover or hang.
    return socket.waitForReadyRead(RaisePatience) && socket.readAll().startsWith("shown");
}

void SingleInstance::listen()
{
    // The lock of the store is ours now, so a socket of that name is the leftover of a crash.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

}  // namespace Forecourt
