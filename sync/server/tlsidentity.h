// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QSslConfiguration>
#include <QString>

namespace Forecourt {

/// Certificate and private key with which a server shows who it is.
class TlsIdentity {
public:
    /// From PEM files: the certificate first, then those that lead to the one that issued it. Errors: FileUnreadable,
    /// InvalidInput (no certificate, no key or one with a password, or they do not belong together).
    static Expected<TlsIdentity> load(const QString& certificateFile, const QString& keyFile);
    /// The self-signed one in `directory`, made if there is none: ECDSA on P-256, both parts in the file tls.pem that
    /// only the owner may read. Workstations remember its fingerprint, so it is kept for as long as the directory.
    /// Errors: those of load, DiskFull.
    static Expected<TlsIdentity> ownIn(const QString& directory);
    /// Where ownIn() keeps it.
    static QString ownFile(const QString& directory);

    /// SHA-256 of the certificate.
    QByteArray fingerprint() const;
    /// TLS 1.2 or newer; nobody is asked for a certificate.
    QSslConfiguration configuration() const { return m_configuration; }

private:
    static Expected<TlsIdentity> read(const QByteArray& certificatePem, const QByteArray& keyPem,
                                      const QString& certificateFile, const QString& keyFile);

    QSslConfiguration m_configuration;
};

}  // namespace Forecourt
