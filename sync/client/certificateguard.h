// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"

#include <QObject>

#include <optional>

class QNetworkReply;
class QSslCertificate;
class QSslSocket;

namespace Forecourt {

/// Looks at the certificate that a server shows before anything is sent to it. With a pin, the SHA-256 of the
/// certificate that a person has accepted, that one passes and no other; without, the one that this computer trusts.
/// Belongs to the request or the socket that it guards.
class CertificateGuard : public QObject {
    Q_OBJECT

public:
    CertificateGuard(QNetworkReply* reply, QByteArray pin);
    CertificateGuard(QSslSocket* socket, QByteArray pin);

    /// Why the guard of this request or socket let it end: CertificateUntrusted or CertificateChanged, with the
    /// fingerprint that was shown as detail.
    static std::optional<Error> refusalOf(const QObject& guarded);
    /// Whether the certificate that was shown needs no pin on this computer.
    static bool systemTrusts(const QObject& guarded);

private:
    bool accepts(const QSslCertificate& shown, const QString& host, bool known);

    const QByteArray m_pin;
    std::optional<Error> m_refusal;
    bool m_doubted = false;  ///< the system had something to say against it
    bool m_shown = false;
};

}  // namespace Forecourt
