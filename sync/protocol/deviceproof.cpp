// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/deviceproof.h"

#include <QMessageAuthenticationCode>

namespace Forecourt::Wire {

namespace {

// Each kind of proof begins with words of its own: none can stand for another.
QByteArray proofOf(const QByteArray& secret, QByteArrayView kind, const QByteArray& first, const QByteArray& second)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, secret);
    code.addData(kind.constData(), kind.size());
    code.addData(first);
    code.addData(second);
    return code.result();
}

}  // namespace

QByteArray helloProof(const QByteArray& secret, const QByteArray& challenge, const QByteArray& tokenHash)
{
    return proofOf(secret, "forecourt hello\n", challenge, tokenHash);
}

QByteArray refreshProof(const QByteArray& secret, const QByteArray& refreshToken)
{
    return proofOf(secret, "forecourt refresh\n", refreshToken, {});
}

}  // namespace Forecourt::Wire
