// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlitestorage.h"

#include <QRandomGenerator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ServerSchemaVersion = 1;

// One generic table of rows: a new field or table of the program is no migration here. PostgreSQL has BYTEA for BLOB
// and no WITHOUT ROWID, which keeps rows in the order of their ids, that is of their creation.
constexpr auto ServerSchemaSql = R"sql(
CREATE TABLE meta (k TEXT PRIMARY KEY, v BLOB NOT NULL);
CREATE TABLE seq_counter (one INTEGER PRIMARY KEY CHECK (one = 1), seq BIGINT NOT NULL);
INSERT INTO seq_counter VALUES (1, 0);
CREATE TABLE row_state (
  tbl INTEGER NOT NULL, id BLOB NOT NULL,
  seq BIGINT NOT NULL, del INTEGER NOT NULL,
  owner BLOB,          -- of personal rows: who receives them
  clk BLOB NOT NULL,   -- packed row clock
  body BLOB NOT NULL,  -- CBOR map: field number -> value
  PRIMARY KEY (tbl, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX row_state_seq ON row_state (seq);
CREATE TABLE devices (
  ordinal INTEGER PRIMARY KEY,  -- 1 is the server itself
  id BLOB NOT NULL UNIQUE, user_id BLOB NOT NULL, name TEXT NOT NULL,
  token_hash BLOB UNIQUE,       -- SHA-256; the token itself is only on the workstation
  pushed_opid BIGINT NOT NULL DEFAULT 0, acked_seq BIGINT NOT NULL DEFAULT 0,
  enrolled_at BIGINT NOT NULL, seen_at BIGINT NOT NULL
);
CREATE TABLE op_result (
  device INTEGER NOT NULL, opid BIGINT NOT NULL, status INTEGER NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (device, opid)
);
CREATE INDEX op_result_at ON op_result (at);
CREATE TABLE accounts (
  user_id BLOB PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
  role TEXT NOT NULL, password BLOB NOT NULL, disabled INTEGER NOT NULL DEFAULT 0
);
)sql";

QByteArray serverRandomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

Expected<RowState> serverRowOf(const Query& query, int firstColumn)
{
    RowState row;
    row.known = true;
    row.seq = query.integer(firstColumn);
    row.deleted = query.integer(firstColumn + 1) != 0;
    row.clock = RowClock::unpack(query.blob(firstColumn + 2));
    auto values = Wire::decodeFields(query.blob(firstColumn + 3));
    if (!values)
        return fail(ErrorCode::StoreDamaged, {}, values.error().detail);
    row.values = std::move(*values);
    return row;
}

}  // namespace

Expected<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const QString& file)
{
    auto connection = Connection::open(file, Connection::Access::ReadWrite);
    if (!connection)
        return fail(connection.error());
    std::unique_ptr<SqliteStorage> storage(new SqliteStorage(std::move(*connection)));
    FC_TRY(storage->prepareSchema());
    return storage;
}

Expected<void> SqliteStorage::prepareSchema()
{
    FC_TRY(begin());
    const auto version = m_connection->scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    if (version->toInt() > ServerSchemaVersion)
        return fail(ErrorCode::StoreTooNew, {}, u"server store version %1"_s.arg(version->toInt()));
    if (version->toInt() == ServerSchemaVersion) {
        rollback();
        return {};
    }
    FC_TRY(m_connection->script(QString::fromUtf8(ServerSchemaSql)));
    FC_TRY(execute(u"INSERT INTO meta VALUES ('epoch', ?), ('dealership', ?)"_s,
                   {serverRandomBytes(8), Uuid::create().toBytes()}));
    FC_TRY(
        execute(u"INSERT INTO devices (ordinal, id, user_id, name, enrolled_at, seen_at) VALUES (1, ?, ?, ?, 0, 0)"_s,
                {Uuid().toBytes(), Uuid().toBytes(), u"server"_s}));
    FC_TRY(m_connection->script(u"PRAGMA user_version = %1"_s.arg(ServerSchemaVersion)));
    return commit();
}

Expected<void> SqliteStorage::execute(const QString& sql, const QVariantList& parameters)
{
    if (auto done = m_connection->run(sql, parameters); !done)
        return fail(done.error());
    return {};
}

Expected<void> SqliteStorage::begin()
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return fail(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    return {};
}

Expected<void> SqliteStorage::commit()
{
    FC_TRY(m_transaction->commit());
    m_transaction.reset();
    return {};
}

void SqliteStorage::rollback()
{
    m_transaction.reset();
}

Expected<QByteArray> SqliteStorage::meta(const QString& key)
{
    auto value = m_connection->scalar(u"SELECT v FROM meta WHERE k = ?"_s, {key});
    if (!value)
        return fail(value.error());
    return value->toByteArray();
}

Expected<QByteArray> SqliteStorage::epoch()
{
    return meta(u"epoch"_s);
}

Expected<QByteArray> SqliteStorage::dealership()
{
    return meta(u"dealership"_s);
}

Expected<qint64> SqliteStorage::outsideVersion()
{
    // SQLite's own: changes when another connection has committed.
    auto value = m_connection->scalar(u"PRAGMA data_version"_s);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Expected<qint64> SqliteStorage::seq()
{
    auto value = m_connection->scalar(u"SELECT seq FROM seq_counter WHERE one = 1"_s);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Expected<void> SqliteStorage::setSeq(qint64 seq)
{
    return execute(u"UPDATE seq_counter SET seq = ? WHERE one = 1"_s, {seq});
}

Expected<RowState> SqliteStorage::row(std::uint16_t table, Uuid id)
{
    auto query = m_connection->run(u"SELECT seq, del, clk, body FROM row_state WHERE tbl = ? AND id = ?"_s,
                                   {table, id.toBytes()});
    if (!query)
        return fail(query.error());
    RowState row;
    if (query->next()) {
        auto read = serverRowOf(*query, 0);
        if (!read)
            return fail(read.error());
        row = std::move(*read);
    } else if (const auto error = query->error()) {
        return fail(*error);
    }
    row.table = table;
    row.id = id;
    return row;
}

Expected<void> SqliteStorage::putRow(const RowState& row, bool isNew, Uuid owner)
{
    const QVariant ownerValue = owner.isNull() ? QVariant() : QVariant(owner.toBytes());
    const QByteArray clock = row.clock.pack();
    const QByteArray body = Wire::encodeFields(row.values);
    if (isNew)
        return execute(u"INSERT INTO row_state (tbl, id, seq, del, owner, clk, body) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {row.table, row.id.toBytes(), row.seq, row.deleted ? 1 : 0, ownerValue, clock, body});
    return execute(u"UPDATE row_state SET seq = ?, del = ?, owner = ?, clk = ?, body = ? WHERE tbl = ? AND id = ?"_s,
                   {row.seq, row.deleted ? 1 : 0, ownerValue, clock, body, row.table, row.id.toBytes()});
}

Expected<RowsPage> SqliteStorage::rowsAfter(qint64 cursor, Uuid user, int limit, qsizetype bytes)
{
    auto query = m_connection->run(
        u"SELECT tbl, id, length(body), seq, del, clk, body FROM row_state "
        "WHERE seq > ? AND (owner IS NULL OR owner = ?) ORDER BY seq LIMIT ?"_s,
        {cursor, user.toBytes(), limit + 1});
    if (!query)
        return fail(query.error());
    RowsPage page;
    qsizetype size = 0;
    while (query->next()) {
        if (static_cast<int>(page.rows.size()) == limit || size >= bytes) {
            page.more = true;
            return page;
        }
        auto row = serverRowOf(*query, 3);
        if (!row)
            return fail(row.error());
        row->table = static_cast<std::uint16_t>(query->integer(0));
        row->id = Uuid::fromBytes(query->blob(1));
        size += query->integer(2) + 40;
        page.rows.push_back(std::move(*row));
    }
    if (const auto error = query->error())
        return fail(*error);
    return page;
}

Expected<std::optional<EnrolledDevice>> SqliteStorage::oneDevice(const QString& condition, const QVariant& value)
{
    auto query = m_connection->run(
        u"SELECT ordinal, id, user_id, name, pushed_opid, acked_seq FROM devices WHERE "_s + condition, {value});
    if (!query)
        return fail(query.error());
    if (!query->next()) {
        if (const auto error = query->error())
            return fail(*error);
        return std::nullopt;
    }
    return EnrolledDevice{static_cast<std::uint32_t>(query->integer(0)),
                          Uuid::fromBytes(query->blob(1)),
                          Uuid::fromBytes(query->blob(2)),
                          query->text(3),
                          query->integer(4),
                          query->integer(5)};
}

Expected<std::optional<EnrolledDevice>> SqliteStorage::device(std::uint32_t ordinal)
{
    return oneDevice(u"ordinal = ?"_s, ordinal);
}

Expected<std::optional<EnrolledDevice>> SqliteStorage::deviceByToken(const QByteArray& tokenHash)
{
    return oneDevice(u"token_hash = ?"_s, tokenHash);
}

Expected<EnrolledDevice> SqliteStorage::enrol(Uuid id, Uuid user, const QString& name, const QByteArray& tokenHash,
                                              UtcMs now)
{
    FC_TRY(
        execute(u"INSERT INTO devices (ordinal, id, user_id, name, token_hash, enrolled_at, seen_at) "
                "VALUES ((SELECT max(ordinal) + 1 FROM devices), ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, name = excluded.name, "
                "token_hash = excluded.token_hash, seen_at = excluded.seen_at"_s,
                {id.toBytes(), user.toBytes(), name, tokenHash, qint64(now), qint64(now)}));
    auto device = oneDevice(u"id = ?"_s, id.toBytes());
    if (!device)
        return fail(device.error());
    return **device;
}

Expected<void> SqliteStorage::setPushed(std::uint32_t device, qint64 opid)
{
    return execute(u"UPDATE devices SET pushed_opid = ? WHERE ordinal = ?"_s, {opid, device});
}

Expected<void> SqliteStorage::setAcked(std::uint32_t device, qint64 seq, UtcMs now)
{
    return execute(u"UPDATE devices SET acked_seq = ?, seen_at = ? WHERE ordinal = ?"_s, {seq, qint64(now), device});
}

Expected<void> SqliteStorage::putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now)
{
    // An empty text, not a missing one: the columns take no NULL.
    return execute(u"INSERT INTO op_result (device, opid, status, code, reason, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {device, exception.opid, static_cast<int>(exception.status), u""_s + exception.code,
                    u""_s + exception.reason, qint64(now)});
}

Expected<std::vector<Wire::OpException>> SqliteStorage::exceptions(std::uint32_t device, qint64 from, qint64 upto)
{
    auto query = m_connection->run(
        u"SELECT opid, status, code, reason FROM op_result "
        "WHERE device = ? AND opid BETWEEN ? AND ? ORDER BY opid"_s,
        {device, from, upto});
    if (!query)
        return fail(query.error());
    std::vector<Wire::OpException> found;
    while (query->next())
        found.push_back({query->integer(0), static_cast<Wire::OpException::Status>(query->integer(1)), query->text(2),
                         query->text(3)});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<void> SqliteStorage::forgetExceptionsBefore(UtcMs time)
{
    return execute(u"DELETE FROM op_result WHERE at < ?"_s, {qint64(time)});
}

Expected<std::vector<Account>> SqliteStorage::readAccounts(const QString& condition, const QVariantList& parameters)
{
    auto query = m_connection->run(u"SELECT user_id, login, display_name, role, password, disabled FROM accounts "_s +
                                       condition + u" ORDER BY login_key"_s,
                                   parameters);
    if (!query)
        return fail(query.error());
    std::vector<Account> found;
    while (query->next())
        found.push_back({Uuid::fromBytes(query->blob(0)), query->text(1), query->text(2), query->text(3),
                         query->blob(4), query->integer(5) != 0});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<std::vector<Account>> SqliteStorage::accounts()
{
    return readAccounts({}, {});
}

Expected<std::optional<Account>> SqliteStorage::account(Uuid user)
{
    auto found = readAccounts(u"WHERE user_id = ?"_s, {user.toBytes()});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Expected<std::optional<Account>> SqliteStorage::accountByLogin(const QString& login)
{
    auto found = readAccounts(u"WHERE login_key = ?"_s, {login.toCaseFolded()});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Expected<void> SqliteStorage::putAccount(const Account& account)
{
    return execute(
        u"INSERT INTO accounts (user_id, login, login_key, display_name, role, password, disabled) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET login = excluded.login, "
        "login_key = excluded.login_key, display_name = excluded.display_name, role = excluded.role, "
        "password = excluded.password, disabled = excluded.disabled"_s,
        {account.user.toBytes(), account.login, account.login.toCaseFolded(), u""_s + account.displayName, account.role,
         account.password, account.disabled ? 1 : 0});
}

}  // namespace Forecourt
