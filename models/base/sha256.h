// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QByteArray>

#include <memory>

class QIODevice;

namespace Forecourt {

/// SHA-256 by OpenSSL, which uses the processor's SHA instructions; QCryptographicHash is about twelve times slower.
/// Results are 32 raw bytes.
QByteArray sha256(QByteArrayView data);
/// Of data that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(QByteArrayView piece);
    /// Of all pieces; ends the adding.
    QByteArray result();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Reads `device` to its end in pieces of 1 MiB. Errors: FileUnreadable.
Expected<QByteArray> sha256(QIODevice& device);

}  // namespace Forecourt
