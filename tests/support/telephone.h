// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/totp.h"

#include <QDateTime>
#include <QUrl>
#include <QUrlQuery>

namespace Forecourt::Tests {

/// The telephone of a person: takes the URI of the QR code and shows codes.
class Telephone {
public:
    Telephone() = default;
    explicit Telephone(const QString& uri)
        : m_secret(decoded(QUrlQuery(QUrl(uri)).queryItemValue(QStringLiteral("secret"))))
    {
    }

    /// The code of now; `later` steps ahead: the server takes the next one too, and none twice.
    QString code(qint64 later = 0) const
    {
        return Totp::codeAt(m_secret, QDateTime::currentMSecsSinceEpoch() / Totp::Step + later);
    }
    /// One that is none of the next or last ones.
    QString wrongCode() const
    {
        for (int number = 0;; ++number) {
            const QString candidate = QStringLiteral("%1").arg(number, Totp::Digits, 10, QLatin1Char('0'));
            bool right = false;
            for (qint64 step = -10; step <= 100; ++step)
                right = right || code(step) == candidate;
            if (!right)
                return candidate;
        }
    }

private:
    static QByteArray decoded(const QString& text)
    {
        const QString letters = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
        QByteArray bytes;
        quint32 bits = 0;
        int count = 0;
        for (const QChar letter : text) {
            bits = (bits << 5U) | static_cast<quint32>(letters.indexOf(letter));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes += static_cast<char>(bits >> unsigned(count));
            }
        }
        return bytes;
    }

    QByteArray m_secret;
};

}  // namespace Forecourt::Tests
