// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/certificateguard.h"

#include "sync/protocol/fingerprint.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace Forecourt {

CertificateGuard::CertificateGuard(QNetworkReply* reply, QByteArray pin) : QObject(reply), m_pin(std::move(pin))
{
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        if (accepts(reply->sslConfiguration().peerCertificate(), reply->url().host(), false))
            reply->ignoreSslErrors();
    });
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        if (!accepts(reply->sslConfiguration().peerCertificate(), reply->url().host(), true))
            reply->abort();
    });
}

CertificateGuard::CertificateGuard(QSslSocket* socket, QByteArray pin) : QObject(socket), m_pin(std::move(pin))
{
    connect(socket, &QSslSocket::sslErrors, this, [this, socket] {
        if (accepts(socket->peerCertificate(), socket->peerName(), false))
            socket->ignoreSslErrors();
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        if (!accepts(socket->peerCertificate(), socket->peerName(), true))
            socket->abort();
    });
}

bool CertificateGuard::accepts(const QSslCertificate& shown, const QString& host, bool known)
{
    m_shown = true;
    m_doubted = m_doubted || !known;
    const QByteArray fingerprint = shown.digest(QCryptographicHash::Sha256);
    if (m_pin.isEmpty() ? known : !shown.isNull() && fingerprint == m_pin)
        return true;
    m_refusal = Error{m_pin.isEmpty() ? ErrorCode::CertificateUntrusted : ErrorCode::CertificateChanged, host,
                      Fingerprint::spelled(fingerprint)};
    return false;
}

std::optional<Error> CertificateGuard::refusalOf(const QObject& guarded)
{
    const CertificateGuard* guard = guarded.findChild<CertificateGuard*>(QString(), Qt::FindDirectChildrenOnly);
    return guard ? guard->m_refusal : std::nullopt;
}

bool CertificateGuard::systemTrusts(const QObject& guarded)
{
    const CertificateGuard* guard = guarded.findChild<CertificateGuard*>(QString(), Qt::FindDirectChildrenOnly);
    return guard && guard->m_shown && !guard->m_doubted;
}

}  // namespace Forecourt
