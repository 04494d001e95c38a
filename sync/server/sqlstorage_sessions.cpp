// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QVariant sessionHash(const QByteArray& hash)
{
    return hash.isEmpty() ? QVariant() : QVariant(hash);
}

}  // namespace

Expected<std::vector<DeviceSession>> SqlStorage::readSessions(const QString& condition, const QVariantList& parameters)
{
    auto query = session().run(
        u"SELECT device, family, user_id, secret, refresh_hash, before_hash, used, started_at, refreshed_at, "
        "revoked_at, revoked_by FROM device_session "_s +
            condition + u" ORDER BY device"_s,
        parameters);
    if (!query)
        return fail(query.error());
    std::vector<DeviceSession> found;
    while (query->next())
        found.push_back({static_cast<std::uint32_t>(query->integer(0)), query->blob(1), Uuid::fromBytes(query->blob(2)),
                         query->blob(3), query->blob(4), query->blob(5), query->integer(6) != 0, query->integer(7),
                         query->integer(8), query->integer(9), Uuid::fromBytes(query->blob(10))});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<std::vector<DeviceSession>> SqlStorage::sessions()
{
    return readSessions({}, {});
}

Expected<std::optional<DeviceSession>> SqlStorage::sessionOf(std::uint32_t device)
{
    auto found = readSessions(u"WHERE device = ?"_s, {device});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Expected<std::optional<DeviceSession>> SqlStorage::sessionByFamily(const QByteArray& family)
{
    auto found = readSessions(u"WHERE family = ?"_s, {family});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Expected<void> SqlStorage::putSession(const DeviceSession& one)
{
    m_peopleWritten = true;
    return write(
        u"INSERT INTO device_session (device, family, user_id, secret, refresh_hash, before_hash, used, started_at, "
        "refreshed_at, revoked_at, revoked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE "
        "SET "
        "family = excluded.family, user_id = excluded.user_id, secret = excluded.secret, "
        "refresh_hash = excluded.refresh_hash, before_hash = excluded.before_hash, used = excluded.used, "
        "started_at = excluded.started_at, refreshed_at = excluded.refreshed_at, revoked_at = excluded.revoked_at, "
        "revoked_by = excluded.revoked_by"_s,
        {one.device, one.family, one.user.toBytes(), one.secret, sessionHash(one.refresh), sessionHash(one.before),
         one.used ? 1 : 0, qint64(one.startedAt), qint64(one.refreshedAt), qint64(one.revokedAt),
         one.revokedBy.isNull() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(one.revokedBy.toBytes())});
}

Expected<void> SqlStorage::markRefreshUsed(std::uint32_t device, const QByteArray& refresh)
{
    return write(u"UPDATE device_session SET used = 1 WHERE device = ? AND refresh_hash = ?"_s, {device, refresh});
}

Expected<void> SqlStorage::forgetRefreshTokens()
{
    return write(u"UPDATE device_session SET refresh_hash = NULL, before_hash = NULL"_s, {});
}

Expected<std::optional<AccessToken>> SqlStorage::accessToken(const QByteArray& hash)
{
    auto query =
        session().run(u"SELECT hash, device, family, refresh_hash, ends_at FROM access_token WHERE hash = ?"_s, {hash});
    if (!query)
        return fail(query.error());
    if (!query->next()) {
        if (const auto error = query->error())
            return fail(*error);
        return std::nullopt;
    }
    return AccessToken{query->blob(0), static_cast<std::uint32_t>(query->integer(1)), query->blob(2), query->blob(3),
                       query->integer(4)};
}

Expected<void> SqlStorage::putAccessToken(const AccessToken& token)
{
    return write(u"INSERT INTO access_token (hash, device, family, refresh_hash, ends_at) VALUES (?, ?, ?, ?, ?)"_s,
                 {token.hash, token.device, token.family, token.refresh, qint64(token.endsAt)});
}

Expected<void> SqlStorage::removeAccessTokens(std::uint32_t device)
{
    return write(u"DELETE FROM access_token WHERE device = ?"_s, {device});
}

Expected<void> SqlStorage::removeAccessTokensBefore(UtcMs time)
{
    return write(u"DELETE FROM access_token WHERE ends_at < ?"_s, {qint64(time)});
}

Expected<ServerStorage::SignInFailures> SqlStorage::signInFailures(const QByteArray& key)
{
    auto query = session().run(u"SELECT count, at, until FROM sign_in_failure WHERE name = ?"_s, {key});
    if (!query)
        return fail(query.error());
    SignInFailures failures;
    if (query->next())
        failures = {static_cast<int>(query->integer(0)), query->integer(1), query->integer(2)};
    if (const auto error = query->error())
        return fail(*error);
    return failures;
}

Expected<void> SqlStorage::putSignInFailures(const QByteArray& key, const SignInFailures& failures)
{
    if (failures.count == 0)
        return write(u"DELETE FROM sign_in_failure WHERE name = ?"_s, {key});
    return write(
        u"INSERT INTO sign_in_failure (name, count, at, until) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE "
        "SET count = excluded.count, at = excluded.at, until = excluded.until"_s,
        {key, failures.count, qint64(failures.at), qint64(failures.until)});
}

Expected<void> SqlStorage::forgetSignInFailuresBefore(UtcMs time)
{
    return write(u"DELETE FROM sign_in_failure WHERE at < ?"_s, {qint64(time)});
}

Expected<ServerStorage::FailureCount> SqlStorage::failureCount(const QByteArray& source)
{
    auto query = session().run(u"SELECT count, since FROM failure_count WHERE source = ?"_s, {source});
    if (!query)
        return fail(query.error());
    FailureCount failures;
    if (query->next())
        failures = {static_cast<int>(query->integer(0)), query->integer(1)};
    if (const auto error = query->error())
        return fail(*error);
    return failures;
}

Expected<void> SqlStorage::countFailure(const QByteArray& source, UtcMs now, UtcMs over)
{
    return write(
        u"INSERT INTO failure_count (source, count, since) VALUES (?, 1, ?) ON CONFLICT (source) DO UPDATE SET "
        "count = CASE WHEN failure_count.since <= ? OR failure_count.since > excluded.since THEN 1 "
        "ELSE failure_count.count + 1 END, "
        "since = CASE WHEN failure_count.since <= ? OR failure_count.since > excluded.since THEN excluded.since "
        "ELSE failure_count.since END"_s,
        {source, qint64(now), qint64(over), qint64(over)});
}

Expected<void> SqlStorage::forgetFailuresBefore(UtcMs time)
{
    return write(u"DELETE FROM failure_count WHERE since < ?"_s, {qint64(time)});
}

}  // namespace Forecourt
