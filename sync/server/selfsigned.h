// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Forecourt {

/// Private key and self-signed certificate for it, new, as PEM; empty if OpenSSL cannot. ECDSA on P-256, for ten years,
/// in the name of this computer.
QByteArray makeSelfSigned();

/// Whether the first certificate and the private key in these belong together. A key with a password is not read.
bool isKeyOf(const QByteArray& certificatePem, const QByteArray& keyPem);

}  // namespace Forecourt
