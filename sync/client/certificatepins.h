// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

namespace Forecourt {

/// Certificates that a person has accepted, by server: SHA-256 of each, in sync.ini of the store's folder. No secrets.
/// Blocks.
class CertificatePins {
public:
    static CertificatePins load(const QString& storeDirectory);

    /// Empty if this server has none.
    QByteArray of(const QUrl& server) const { return m_pins.value(keyOf(server)); }
    /// Remembers it at once; an empty one forgets.
    void set(const QUrl& server, const QByteArray& fingerprint);

private:
    static QString keyOf(const QUrl& server);

    QString m_directory;
    QHash<QString, QByteArray> m_pins;
};

}  // namespace Forecourt
