// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/totp.h"

#include "sync/server/secrets.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString Totp::codeAt(const QByteArray& secret, qint64 step, int digits)
{
    const qint64 counter = qToBigEndian(step);
    const QByteArray mac = QMessageAuthenticationCode::hash(
        QByteArray(reinterpret_cast<const char*>(&counter), sizeof counter), secret, QCryptographicHash::Sha1);
    const int offset = mac.back() & 0xF;
    quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7FFFFFFFU;
    QString code(digits, u'0');
    for (qsizetype place = digits - 1; place >= 0; --place) {
        code[place] = QChar(char16_t(u'0' + number % 10));
        number /= 10;
    }
    return code;
}

std::optional<qint64> Totp::stepOf(const QByteArray& secret, const QString& code, UtcMs now, qint64 last)
{
    const qint64 present = now / Step;
    const QByteArray typed = code.toUtf8();
    std::optional<qint64> found;
    for (qint64 step = present - Skew; step <= present + Skew; ++step) {
        if (sameSecret(codeAt(secret, step).toUtf8(), typed) && step > last)
            found = step;
    }
    return found;
}

QString Totp::secretText(const QByteArray& secret)
{
    constexpr QLatin1StringView letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : secret) {
        bits = (bits << 8U) | static_cast<quint8>(byte);
        for (count += 8; count >= 5; count -= 5)
            text += letters.at((bits >> unsigned(count - 5)) & 31U);
    }
    if (count > 0)
        text += letters.at((bits << unsigned(5 - count)) & 31U);
    return text;
}

QUrl Totp::uri(const QByteArray& secret, const QString& login)
{
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(login));
    return QUrl(u"otpauth://totp/Forecourt:%1?secret=%2&issuer=Forecourt&algorithm=SHA1&digits=%3&period=%4"_s.arg(
        label, secretText(secret), QString::number(Digits), QString::number(Step / 1000)));
}

}  // namespace Forecourt
