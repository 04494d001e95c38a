// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Forecourt {

/// SHA-256 of a certificate (DER), by which people compare what a server shows with what its keeper told them. Written
/// in groups of four hex digits, the same everywhere.
class Fingerprint {
public:
    static constexpr qsizetype Size = 32;

    /// "3F2A 91C0 …": sixteen groups.
    static QString spelled(const QByteArray& sha);
    /// Takes it with any blanks, colons or dashes, as other tools print it. Empty if it is none.
    static QByteArray parse(const QString& text);
};

}  // namespace Forecourt
