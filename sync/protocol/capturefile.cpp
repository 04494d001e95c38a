// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/capturefile.h"

#include "sync/protocol/limits.h"

#include <QIODevice>
#include <QtEndian>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView CaptureHead = "forecourt capture 1\n";

}  // namespace

QByteArray captureHead()
{
    return CaptureHead.toByteArray();
}

QByteArray captureRecord(const Captured& message)
{
    QByteArray record(1 + sizeof(quint32), static_cast<char>(message.from));
    qToBigEndian(static_cast<quint32>(message.bytes.size()), record.data() + 1);
    return record + message.bytes;
}

QByteArray CaptureReader::read(qsizetype size)
{
    QByteArray bytes;
    while (bytes.size() < size) {
        const QByteArray more = m_device.read(size - bytes.size());
        if (more.isEmpty() && !m_device.waitForReadyRead(-1))
            break;
        bytes += more;
    }
    return bytes;
}

Expected<std::optional<Captured>> CaptureReader::next()
{
    const auto damaged = [](const QString& why) { return fail(ErrorCode::MessageMalformed, {}, why); };
    QByteArray first = read(1);
    // Every capture begins with the line, and one may follow another.
    while (!m_begun || (!first.isEmpty() && first[0] == CaptureHead[0])) {
        if (first + read(CaptureHead.size() - 1) != CaptureHead)
            return damaged(m_begun ? u"damaged"_s : u"not a capture"_s);
        m_begun = true;
        first = read(1);
    }
    if (first.isEmpty())
        return std::nullopt;
    Captured message;
    message.from = static_cast<Captured::From>(first[0]);
    if (message.from != Captured::From::Workstation && message.from != Captured::From::Server)
        return damaged(u"damaged"_s);
    const QByteArray length = read(sizeof(quint32));
    if (length.size() < static_cast<qsizetype>(sizeof(quint32)))
        return damaged(u"ends within a message"_s);
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(length.constData()));
    if (size > MaxMessage)
        return damaged(u"claims a message of %1 bytes"_s.arg(size));
    message.bytes = read(size);
    if (message.bytes.size() < size)
        return damaged(u"ends within a message: %1 of %2 bytes"_s.arg(message.bytes.size()).arg(size));
    return message;
}

}  // namespace Forecourt::Wire
