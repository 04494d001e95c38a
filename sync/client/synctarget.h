// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <cstdint>

namespace Forecourt {

/// Who connects where: what the socket of files needs to know.
struct SyncTarget {
    QUrl server;
    QByteArray token;   ///< access token
    QByteArray secret;  ///< of this device
    QByteArray pin;     ///< see CertificateGuard
    std::uint32_t device = 0;
    bool online = false;  ///< the rows have a connection

    friend bool operator==(const SyncTarget&, const SyncTarget&) = default;
};

}  // namespace Forecourt
