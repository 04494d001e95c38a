// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/selfsigned.h"

#include <QRegularExpression>
#include <QSysInfo>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr long SelfSignedSeconds = 3'650L * 86'400;
constexpr long SelfSignedSlackSeconds = 86'400;  // a workstation's clock may be behind

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using OwnedBio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using OwnedKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using OwnedCertificate = std::unique_ptr<X509, Freed<X509_free>>;
using OwnedExtension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

OwnedBio bioOf(const QByteArray& pem)
{
    return OwnedBio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

bool addExtension(X509* certificate, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const OwnedExtension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// As it may stand in a certificate.
QByteArray hostName()
{
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9.-]{0,60}[A-Za-z0-9])?$"_s);
    const QString host = QSysInfo::machineHostName();
    return name.match(host).hasMatch() ? host.toLatin1() : QByteArray("forecourt");
}

bool setSubject(X509* certificate, const QByteArray& host)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* text = reinterpret_cast<const unsigned char*>(host.constData());
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, static_cast<int>(host.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1;
}

bool setSerial(X509* certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7F;
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

int noPassword(char*, int, int, void*)
{
    return -1;  // never ask on a terminal
}

}  // namespace

QByteArray makeSelfSigned()
{
    const OwnedKey key(EVP_EC_gen("P-256"));
    const OwnedCertificate certificate(X509_new());
    const OwnedBio out(BIO_new(BIO_s_mem()));
    const QByteArray host = hostName();
    const bool made =
        key && certificate && out && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
        setSerial(certificate.get()) &&
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -SelfSignedSlackSeconds) &&
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), SelfSignedSeconds) &&
        X509_set_pubkey(certificate.get(), key.get()) == 1 && setSubject(certificate.get(), host) &&
        addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(certificate.get(), NID_ext_key_usage, "serverAuth") &&
        addExtension(certificate.get(), NID_subject_alt_name, "DNS:" + host + ",DNS:localhost,IP:127.0.0.1,IP:::1") &&
        X509_sign(certificate.get(), key.get(), EVP_sha256()) != 0 &&
        PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
        PEM_write_bio_X509(out.get(), certificate.get()) == 1;
    if (!made)
        return {};
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, size};
}

bool isKeyOf(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    const OwnedBio certificateBytes = bioOf(certificatePem);
    const OwnedBio keyBytes = bioOf(keyPem);
    const OwnedCertificate certificate(PEM_read_bio_X509(certificateBytes.get(), nullptr, noPassword, nullptr));
    const OwnedKey key(PEM_read_bio_PrivateKey(keyBytes.get(), nullptr, noPassword, nullptr));
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

}  // namespace Forecourt
