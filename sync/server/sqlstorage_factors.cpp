// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<std::optional<SecondFactor>> SqlStorage::secondFactor(Uuid user)
{
    auto query = session().run(u"SELECT secret, salt, confirmed_at, last_step FROM second_factor WHERE user_id = ?"_s,
                               {user.toBytes()});
    if (!query)
        return fail(query.error());
    std::optional<SecondFactor> factor;
    if (query->next())
        factor = SecondFactor{user, query->blob(0), query->blob(1), query->integer(2), query->integer(3)};
    if (const auto error = query->error())
        return fail(*error);
    return factor;
}

Expected<void> SqlStorage::putSecondFactor(const SecondFactor& factor)
{
    return write(
        u"INSERT INTO second_factor (user_id, secret, salt, confirmed_at, last_step) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, salt = excluded.salt, "
        "confirmed_at = excluded.confirmed_at, last_step = excluded.last_step"_s,
        {factor.user.toBytes(), factor.secret, factor.salt, qint64(factor.confirmedAt), factor.lastStep});
}

Expected<void> SqlStorage::removeSecondFactor(Uuid user)
{
    FC_TRY(write(u"DELETE FROM recovery_code WHERE user_id = ?"_s, {user.toBytes()}));
    return write(u"DELETE FROM second_factor WHERE user_id = ?"_s, {user.toBytes()});
}

Expected<int> SqlStorage::recoveryCodes(Uuid user)
{
    auto query = session().run(u"SELECT count(*) FROM recovery_code WHERE user_id = ?"_s, {user.toBytes()});
    if (!query)
        return fail(query.error());
    const int count = query->next() ? static_cast<int>(query->integer(0)) : 0;
    if (const auto error = query->error())
        return fail(*error);
    return count;
}

Expected<void> SqlStorage::replaceRecoveryCodes(Uuid user, const std::vector<QByteArray>& hashes)
{
    FC_TRY(write(u"DELETE FROM recovery_code WHERE user_id = ?"_s, {user.toBytes()}));
    for (const QByteArray& hash : hashes)
        FC_TRY(write(u"INSERT INTO recovery_code (user_id, hash) VALUES (?, ?)"_s, {user.toBytes(), hash}));
    return {};
}

Expected<bool> SqlStorage::removeRecoveryCode(Uuid user, const QByteArray& hash)
{
    const auto before = recoveryCodes(user);
    if (!before)
        return fail(before.error());
    FC_TRY(write(u"DELETE FROM recovery_code WHERE user_id = ? AND hash = ?"_s, {user.toBytes(), hash}));
    const auto after = recoveryCodes(user);
    if (!after)
        return fail(after.error());
    return *after < *before;
}

}  // namespace Forecourt
