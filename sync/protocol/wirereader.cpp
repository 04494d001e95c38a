// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/wirereader.h"

#include <cmath>

namespace Forecourt::Wire {

using namespace Qt::StringLiterals;

QVariant WireReader::value()
{
    if (failed())
        return {};
    switch (m_in.type()) {
    case QCborStreamReader::UnsignedInteger:
    case QCborStreamReader::NegativeInteger: return QVariant::fromValue<qlonglong>(signedInteger());
    case QCborStreamReader::String: return text(MaxMessage);
    case QCborStreamReader::ByteArray: return bytes(MaxMessage);
    case QCborStreamReader::Double: {
        const double number = m_in.toDouble();
        m_in.next();
        // SQLite has no "not a number": it would become another value on the way.
        if (!std::isfinite(number)) {
            refuse(u"not a finite number"_s);
            return {};
        }
        return number;
    }
    case QCborStreamReader::SimpleType:
        if (m_in.isNull() || m_in.isUndefined()) {
            m_in.next();
            return {};
        }
        [[fallthrough]];
    default: refuse(u"not a value"_s); return {};
    }
}

bool WireReader::expect(QCborStreamReader::Type type)
{
    if (failed())
        return false;
    if (m_in.type() == type)
        return true;
    refuse(u"unexpected element"_s);
    return false;
}

void WireReader::leave()
{
    while (hasNext())
        skip();
    if (!failed())
        m_in.leaveContainer();
}

quint64 WireReader::unsignedInteger(quint64 limit)
{
    if (!expect(QCborStreamReader::UnsignedInteger))
        return 0;
    const quint64 number = m_in.toUnsignedInteger();
    if (number > limit) {
        refuse(u"number out of range"_s);
        return 0;
    }
    m_in.next();
    return number;
}

qint64 WireReader::signedInteger()
{
    if (failed())
        return 0;
    if (m_in.isUnsignedInteger())
        return natural();
    if (!expect(QCborStreamReader::NegativeInteger))
        return 0;
    // CBOR has −1 − n for n up to 2^64 − 1; the wrapped form of 2^64 is 0.
    const auto magnitude = static_cast<quint64>(m_in.toNegativeInteger());
    if (magnitude == 0 || magnitude > quint64(1) << 63) {
        refuse(u"number out of range"_s);
        return 0;
    }
    m_in.next();
    return static_cast<qint64>(-magnitude);
}

qint64 WireReader::sum(qint64 before, qint64 difference)
{
    qint64 result = 0;
    if (qAddOverflow(before, difference, &result) || result < 0)
        refuse(u"number out of range"_s);
    return result;
}

bool WireReader::boolean()
{
    if (failed())
        return false;
    if (!m_in.isBool()) {
        refuse(u"unexpected element"_s);
        return false;
    }
    const bool answer = m_in.toBool();
    m_in.next();
    return answer;
}

bool WireReader::stampedValue(QVariant& fieldValue, Hlc& clock, std::optional<QVariant>* seen)
{
    if (failed() || !m_in.isArray())
        return false;
    enterArray();
    fieldValue = value();
    clock.stamp = stamp();
    clock.device = integer<std::uint32_t>();
    if (seen && hasNext())
        *seen = value();
    leave();
    return true;
}

QByteArray WireReader::bytes(qsizetype limit)
{
    if (!expect(QCborStreamReader::ByteArray))
        return {};
    QByteArray all;
    if (m_in.isLengthKnown() && m_in.length() > static_cast<quint64>(limit)) {
        refuse(u"byte string too long"_s);
        return {};
    }
    for (;;) {
        const qsizetype size = m_in.currentStringChunkSize();
        if (size < 0 || size > limit - all.size()) {
            refuse(u"byte string too long"_s);
            return {};
        }
        auto part = m_in.readByteArray();
        if (part.status == QCborStreamReader::EndOfString)
            return all;
        if (part.status == QCborStreamReader::Error) {
            refuse(u"broken byte string"_s);
            return {};
        }
        if (all.isEmpty())
            all = std::move(part.data);
        else
            all += part.data;
    }
}

QString WireReader::text(qsizetype limit)
{
    if (!expect(QCborStreamReader::String))
        return {};
    if (m_in.isLengthKnown() && m_in.length() > static_cast<quint64>(limit)) {
        refuse(u"text too long"_s);
        return {};
    }
    QString all = u""_s;  // an empty text is not a missing one
    for (;;) {
        const qsizetype size = m_in.currentStringChunkSize();
        if (size < 0 || size > limit - all.size()) {
            refuse(u"text too long"_s);
            return {};
        }
        auto part = m_in.readString();
        if (part.status == QCborStreamReader::EndOfString)
            return all;
        if (part.status == QCborStreamReader::Error) {
            refuse(u"broken text"_s);
            return {};
        }
        if (!part.data.isEmpty())
            all = all.isEmpty() ? std::move(part.data) : all + part.data;
    }
}

Uuid WireReader::id()
{
    const QByteArray raw = bytes(Uuid::Size);
    if (raw.size() != Uuid::Size)
        refuse(u"id of the wrong length"_s);
    return Uuid::fromBytes(raw);
}

QByteArray WireReader::sha()
{
    QByteArray raw = bytes(32);
    if (raw.size() != 32)
        refuse(u"hash of the wrong length"_s);
    return raw;
}

void WireReader::refuse(const QString& why)
{
    if (!m_failed)
        m_why = why;
    m_failed = true;
}

void WireReader::enterArray()
{
    if (expect(QCborStreamReader::Array))
        m_in.enterContainer();
}

void WireReader::skip()
{
    if (!failed())
        m_in.next(MaxDepth - m_in.containerDepth());
}

std::uint64_t WireReader::stamp()
{
    m_stamp += static_cast<std::uint64_t>(signedInteger());
    return m_stamp;
}

void WireReader::end()
{
    leave();
    if (!failed() && m_in.currentOffset() != m_size)
        refuse(u"bytes after the message"_s);
}

}  // namespace Forecourt::Wire
