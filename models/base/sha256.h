// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>

class QIODevice;

namespace Forecourt {

/// SHA-256 by OpenSSL, which uses the processor's SHA instructions; QCryptographicHash is about twelve times slower.
/// Results are 32 raw bytes.
QByteArray sha256(QByteArrayView data);
/// Reads `device` to its end in pieces of 1 MiB. Errors: FileUnreadable.
Expected<QByteArray> sha256(QIODevice& device);

}  // namespace Forecourt
