// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/id.h"

#include <QDateTime>
#include <QMutex>
#include <QRandomGenerator>
#include <QUuid>

namespace Forecourt {

Uuid Uuid::fromParts(std::int64_t msecs, std::uint64_t randomHigh, std::uint64_t randomLow)
{
    Uuid id;
    const auto time = static_cast<std::uint64_t>(msecs);
    for (int i = 0; i < 6; ++i)
        id.m_bytes[static_cast<size_t>(i)] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
    id.m_bytes[6] = static_cast<std::uint8_t>(0x70 | ((randomHigh >> 8) & 0x0f));
    id.m_bytes[7] = static_cast<std::uint8_t>(randomHigh);
    id.m_bytes[8] = static_cast<std::uint8_t>(0x80 | ((randomLow >> 56) & 0x3f));
    for (size_t i = 1; i < 8; ++i)
        id.m_bytes[8 + i] = static_cast<std::uint8_t>(randomLow >> (56 - 8 * i));
    return id;
}

Uuid Uuid::create()
{
    static QMutex mutex;
    static std::int64_t lastMsecs = 0;
    static std::uint64_t counter = 0;
    const QMutexLocker lock(&mutex);
    auto* random = QRandomGenerator::system();
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    if (now > lastMsecs) {
        lastMsecs = now;
        counter = random->bounded(0x800);
    } else if (++counter > 0xfff) {
        // The 12 bits next to the time count ids of one millisecond (RFC 9562, 6.2, method 1).
        ++lastMsecs;
        counter = 0;
    }
    return fromParts(lastMsecs, counter, random->generate64());
}

Uuid Uuid::fromBytes(QByteArrayView bytes)
{
    Uuid id;
    if (bytes.size() == Size)
        std::copy(bytes.begin(), bytes.end(), id.m_bytes.begin());
    return id;
}

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    QString plain = text.toString();
    plain.remove(u'-');
    if (plain.size() != Size * 2)
        return std::nullopt;
    const QByteArray hex = plain.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.size() != Size || bytes.toHex() != hex.toLower())
        return std::nullopt;
    return fromBytes(bytes);
}

QByteArray Uuid::toBytes() const
{
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), Size);
}

QString Uuid::toString() const
{
    return QUuid::fromRfc4122(toBytes()).toString(QUuid::WithoutBraces);
}

}  // namespace Forecourt
