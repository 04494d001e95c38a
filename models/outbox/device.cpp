// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/device.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

struct StateValue {
    QLatin1StringView key;
    QVariant value;
};

/// With one statement: each edit and each page comes here.
Expected<void> putState(Connection& connection, const std::vector<StateValue>& values)
{
    QString rows = u"(?, ?)"_s;
    QVariantList parameters;
    for (const StateValue& one : values)
        parameters << QString(one.key) << one.value;
    for (size_t i = 1; i < values.size(); ++i)
        rows += u", (?, ?)"_s;
    auto stored = connection.run(
        u"INSERT INTO sync_state (k, v) VALUES %1 ON CONFLICT (k) DO UPDATE SET v = excluded.v"_s.arg(rows),
        parameters);
    if (!stored)
        return fail(stored.error());
    return {};
}

}  // namespace

Expected<Device> Device::load(Connection& connection)
{
    Device device;
    auto rows = connection.run(u"SELECT k, v FROM sync_state"_s);
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const QString key = rows->text(0);
        if (key == "user"_L1)
            device.user = UserId(Uuid::fromBytes(rows->blob(1)));
        else if (key == "ordinal"_L1)
            device.ordinal = static_cast<std::uint32_t>(rows->integer(1));
        else if (key == "device_id"_L1)
            device.id = Uuid::fromBytes(rows->blob(1));
        else if (key == "dealership"_L1)
            device.dealership = rows->blob(1);
        else if (key == "epoch"_L1)
            device.epoch = rows->blob(1);
        else if (key == "cursor"_L1)
            device.cursor = rows->integer(1);
        else if (key == "view"_L1)
            device.view = rows->blob(1);
        else if (key == "access"_L1)
            device.access = StoreAccess::fromBytes(rows->blob(1));
        else if (key == "clock"_L1)
            device.lastClock = Hlc::fromBytes(rows->blob(1));
        else if (key == "next_opid"_L1)
            device.nextOpid = rows->integer(1);
        else if (key == "next_txn"_L1)
            device.nextTxn = rows->integer(1);
    }
    auto acked = connection.scalar(u"SELECT ifnull(max(acked_seq), 0) FROM sync_op"_s);
    if (!acked)
        return fail(acked.error());
    device.ackedSeq = acked->toLongLong();
    if (device.id.isNull()) {
        device.id = Uuid::create();
        FC_TRY(putState(connection, {{"device_id"_L1, device.id.toBytes()}}));
    }
    return device;
}

Expected<void> Device::saveCounters(Connection& connection) const
{
    return putState(connection,
                    {{"clock"_L1, lastClock.toBytes()}, {"next_opid"_L1, nextOpid}, {"next_txn"_L1, nextTxn}});
}

Expected<void> Device::saveCursor(Connection& connection) const
{
    return putState(connection, {{"clock"_L1, lastClock.toBytes()}, {"view"_L1, view}, {"cursor"_L1, cursor}});
}

Expected<void> Device::saveAccess(Connection& connection) const
{
    return putState(connection, {{"access"_L1, access.toBytes()}});
}

Expected<void> Device::saveIdentity(Connection& connection) const
{
    return putState(connection, {{"user"_L1, user.toBytes()},
                                 {"ordinal"_L1, static_cast<qlonglong>(ordinal)},
                                 {"dealership"_L1, dealership},
                                 {"epoch"_L1, epoch}});
}

}  // namespace Forecourt
