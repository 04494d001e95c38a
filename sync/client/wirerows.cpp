// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/wirerows.h"

#include "sync/protocol/limits.h"

#include <QRegularExpression>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

qsizetype wireSize(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString().size() * 3;
    case QMetaType::QByteArray: return value.toByteArray().size();
    default: return 9;
    }
}

}  // namespace

Wire::Op wireOp(OutboxOp op)
{
    Wire::Op out;
    out.opid = op.opid;
    out.txn = op.txn;
    out.table = op.table;
    out.id = op.id;
    out.kind = static_cast<Wire::Op::Kind>(op.kind);
    out.create = op.create;
    out.suspect = op.suspect;
    out.carried = op.carried;
    out.clock = op.clock;
    out.fields.reserve(op.fields.size());
    for (OutboxOp::FieldEdit& edit : op.fields)
        out.fields.push_back({edit.field, std::move(edit.value), edit.base, std::move(edit.seen)});
    return out;
}

RemoteRow remoteRow(Wire::Row row)
{
    RemoteRow out;
    out.table = row.table;
    out.id = row.id;
    out.seq = row.seq;
    out.deleted = row.deleted;
    out.base = row.base;
    out.fields.reserve(row.fields.size());
    for (Wire::Row::FieldState& state : row.fields)
        out.fields.push_back({state.field, std::move(state.value), state.clock});
    return out;
}

StoreAccess storeAccess(const Wire::Welcome& welcome)
{
    StoreAccess access;
    access.role = welcome.role;
    access.locations = welcome.locations;
    for (const Wire::WithheldFields& withheld : welcome.withheld)
        access.withheld.insert(withheld.table, withheld.fields);
    return access;
}

OpException opException(Wire::OpException exception)
{
    return {exception.opid, static_cast<OpException::Status>(exception.status), std::move(exception.code),
            std::move(exception.reason)};
}

std::optional<OpException> refuseOversized(OutboxOp& op)
{
    qsizetype size = 0;
    for (const OutboxOp::FieldEdit& edit : op.fields)
        size += wireSize(edit.value);
    constexpr qsizetype Room = 64 * 1024;
    if (size <= Wire::MaxMessage - Room)
        return std::nullopt;
    op.fields.clear();
    if (op.create) {
        // Removing a row that is not there changes nothing; creating it without its fields would.
        op.kind = OutboxOp::Kind::Delete;
        op.create = false;
    }
    return OpException{op.opid, OpException::Status::Rejected, u"too_large"_s,
                       u"%1 bytes in one operation"_s.arg(size)};
}

ErrorCode protocolMismatch(const QString& reason)
{
    static const QRegularExpression range(u"(\\d+) to (\\d+)"_s);
    const QRegularExpressionMatch match = range.match(reason);
    return match.hasMatch() && match.captured(2).toInt() < Wire::ProtocolMin ? ErrorCode::ProtocolTooNew
                                                                             : ErrorCode::ProtocolTooOld;
}

}  // namespace Forecourt
