// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/fingerprint.h"

#include <QRegularExpression>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString Fingerprint::spelled(const QByteArray& sha)
{
    const QString hex = QString::fromLatin1(sha.toHex()).toUpper();
    QString out;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        out += (at == 0 ? QString() : u" "_s) + hex.mid(at, 4);
    return out;
}

QByteArray Fingerprint::parse(const QString& text)
{
    static const QRegularExpression between(u"[\\s:-]"_s);
    static const QRegularExpression hex(u"^[0-9A-Fa-f]{64}$"_s);
    QString digits = text;
    digits.remove(between);
    return hex.match(digits).hasMatch() ? QByteArray::fromHex(digits.toLatin1()) : QByteArray();
}

}  // namespace Forecourt
