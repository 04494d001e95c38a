// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/auditdetail.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

enum AuditKey { AuditOpid = 1, AuditChanges = 2, AuditOverruled = 3, AuditName = 4, AuditCode = 5, AuditReason = 6 };

void auditAppend(QCborStreamWriter& out, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString: out.append(value.toString()); break;
    case QMetaType::QByteArray: out.append(value.toByteArray()); break;
    case QMetaType::Double: out.append(value.toDouble()); break;
    case QMetaType::UnknownType:
    case QMetaType::Nullptr: out.append(nullptr); break;
    default: out.append(value.toLongLong());
    }
}

void auditAppend(QCborStreamWriter& out, AuditKey key, const std::vector<AuditChange>& changes, bool stands)
{
    const auto wanted = [stands](const AuditChange& change) { return change.stands == stands; };
    const auto count = std::ranges::count_if(changes, wanted);
    if (count == 0)
        return;
    out.append(int(key));
    out.startMap(static_cast<quint64>(count));
    for (const AuditChange& change : changes) {
        if (!wanted(change))
            continue;
        out.append(quint64(change.field));
        if (!change.before.isNull()) {
            out.startArray(2);
            auditAppend(out, change.before);
            auditAppend(out, change.after);
            out.endArray();
        } else {
            auditAppend(out, change.after);
        }
    }
    out.endMap();
}

void auditAppend(QCborStreamWriter& out, AuditKey key, const QString& text)
{
    if (text.isEmpty())
        return;
    out.append(int(key));
    out.append(text);
}

QVariant auditValue(const QCborValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isByteArray())
        return value.toByteArray();
    if (value.isDouble())
        return value.toDouble();
    return value.isInteger() ? QVariant(qlonglong(value.toInteger())) : QVariant();
}

void auditRead(const QCborMap& map, bool stands, std::vector<AuditChange>& changes)
{
    for (const auto entry : map) {
        const QCborValue value = entry.second;
        const auto field = static_cast<std::uint16_t>(entry.first.toInteger());
        if (value.isArray())
            changes.push_back({field, auditValue(value.toArray().at(0)), auditValue(value.toArray().at(1)), stands});
        else
            changes.push_back({field, {}, auditValue(value), stands});
    }
}

}  // namespace

QByteArray encodeAuditDetail(const AuditDetail& detail)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    // Of indefinite length: what is empty is left out.
    out.startMap();
    if (detail.opid != 0) {
        out.append(int(AuditOpid));
        out.append(detail.opid);
    }
    auditAppend(out, AuditChanges, detail.changes, true);
    auditAppend(out, AuditOverruled, detail.changes, false);
    auditAppend(out, AuditName, detail.name);
    auditAppend(out, AuditCode, detail.code);
    auditAppend(out, AuditReason, detail.reason);
    out.endMap();
    return bytes;
}

Expected<AuditDetail> decodeAuditDetail(const QByteArray& bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return fail(ErrorCode::StoreDamaged, {}, u"audit entry: "_s + error.errorString());
    const QCborMap map = value.toMap();
    AuditDetail detail;
    detail.opid = map.value(AuditOpid).toInteger();
    auditRead(map.value(AuditChanges).toMap(), true, detail.changes);
    auditRead(map.value(AuditOverruled).toMap(), false, detail.changes);
    detail.name = map.value(AuditName).toString();
    detail.code = map.value(AuditCode).toString();
    detail.reason = map.value(AuditReason).toString();
    return detail;
}

}  // namespace Forecourt
