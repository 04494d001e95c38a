// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/tlsidentity.h"

#include "sync/server/selfsigned.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslKey>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 TlsMaxFile = 1024LL * 1024;
constexpr int TlsLockMs = 10'000;

Expected<QByteArray> tlsFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, name, file.errorString());
    return file.read(TlsMaxFile);
}

QSslKey tlsKey(const QByteArray& pem)
{
    const QSslKey elliptic(pem, QSsl::Ec);
    return elliptic.isNull() ? QSslKey(pem, QSsl::Rsa) : elliptic;
}

}  // namespace

QString TlsIdentity::ownFile(const QString& directory)
{
    return directory + u"/tls.pem"_s;
}

Expected<TlsIdentity> TlsIdentity::read(const QByteArray& certificatePem, const QByteArray& keyPem,
                                        const QString& certificateFile, const QString& keyFile)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem);
    if (chain.isEmpty())
        return fail(ErrorCode::InvalidInput, certificateFile, u"no certificate in PEM"_s);
    const QSslKey key = tlsKey(keyPem);
    if (key.isNull())
        return fail(ErrorCode::InvalidInput, keyFile, u"no private key in PEM, or one with a password"_s);
    if (!isKeyOf(certificatePem, keyPem))
        return fail(ErrorCode::InvalidInput, keyFile, u"not the key of "_s + certificateFile);
    TlsIdentity identity;
    identity.m_configuration = QSslConfiguration::defaultConfiguration();
    identity.m_configuration.setProtocol(QSsl::TlsV1_2OrLater);
    identity.m_configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    identity.m_configuration.setLocalCertificateChain(chain);
    identity.m_configuration.setPrivateKey(key);
    return identity;
}

Expected<TlsIdentity> TlsIdentity::load(const QString& certificateFile, const QString& keyFile)
{
    const auto certificate = tlsFile(certificateFile);
    if (!certificate)
        return fail(certificate.error());
    const auto key = tlsFile(keyFile);
    if (!key)
        return fail(key.error());
    return read(*certificate, *key, certificateFile, keyFile);
}

Expected<TlsIdentity> TlsIdentity::ownIn(const QString& directory)
{
    const QString name = ownFile(directory);
    QDir().mkpath(directory);
    // Servers that share the directory must not each make one.
    QLockFile lock(name + u".lock"_s);
    if (!QFile::exists(name) && lock.tryLock(TlsLockMs) && !QFile::exists(name)) {
        const QByteArray pem = makeSelfSigned();
        if (pem.isEmpty())
            return fail(ErrorCode::InvalidInput, name, u"OpenSSL cannot make a certificate"_s);
        QSaveFile file(name);
        // Before anything is in it.
        const bool written = file.open(QIODevice::WriteOnly) &&
                             file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                             file.write(pem) == pem.size() && file.commit();
        if (!written)
            return fail(ErrorCode::DiskFull, name, file.errorString());
    }
    return load(name, name);
}

QByteArray TlsIdentity::fingerprint() const
{
    return m_configuration.localCertificate().digest(QCryptographicHash::Sha256);
}

}  // namespace Forecourt
