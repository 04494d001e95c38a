// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditentry.h"

#include "models/base/sha256.h"

#include <QtEndian>

namespace Forecourt {

namespace {

template <class Number>
void auditPut(QByteArray& bytes, Number number)
{
    const auto big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
}

}  // namespace

QByteArray auditHash(const AuditEntry& entry)
{
    const QByteArray address = entry.address.toUtf8();
    QByteArray bytes;
    bytes.reserve(128 + address.size() + entry.detail.size());
    bytes += entry.before;
    auditPut(bytes, entry.id);
    auditPut(bytes, qint64(entry.at));
    auditPut(bytes, static_cast<quint16>(entry.kind));
    bytes += entry.user.toBytes();
    auditPut(bytes, quint32(entry.device));
    auditPut(bytes, quint16(entry.table));
    bytes += entry.record.toBytes();
    // Lengths keep two fields from trading characters.
    auditPut(bytes, static_cast<quint32>(address.size()));
    bytes += address;
    bytes += entry.detail;
    return sha256(bytes);
}

}  // namespace Forecourt
