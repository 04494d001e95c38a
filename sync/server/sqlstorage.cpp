// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/sqlstorage.h"

#include "sync/server/scopecondition.h"
#include "sync/server/serverschema.h"

#include <QRandomGenerator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QByteArray serverRandomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

/// Columns of a row, in the order that serverRowOf() reads.
constexpr auto ServerRowColumns = "tbl, id, seq, del, owner, place, roles, parent, clk, body";

QVariant serverId(Uuid id)
{
    return id.isNull() ? QVariant() : QVariant(id.toBytes());
}

/// Ids, one after the other; NULL for none.
QVariant serverIds(const std::vector<Uuid>& ids)
{
    if (ids.empty())
        return {};
    QByteArray bytes;
    for (const Uuid id : ids)
        bytes += id.toBytes();
    return bytes;
}

std::vector<Uuid> serverIdsOf(const QByteArray& bytes)
{
    std::vector<Uuid> ids;
    for (qsizetype at = 0; at + Uuid::Size <= bytes.size(); at += Uuid::Size)
        ids.push_back(Uuid::fromBytes(bytes.sliced(at, Uuid::Size)));
    return ids;
}

Expected<RowState> serverRowOf(const Query& query)
{
    RowState row;
    row.known = true;
    row.table = static_cast<std::uint16_t>(query.integer(0));
    row.id = Uuid::fromBytes(query.blob(1));
    row.seq = query.integer(2);
    row.deleted = query.integer(3) != 0;
    row.scope = {Uuid::fromBytes(query.blob(4)), Uuid::fromBytes(query.blob(5)),
                 static_cast<RoleSet>(query.integer(6))};
    row.parent = Uuid::fromBytes(query.blob(7));
    row.clock = RowClock::unpack(query.blob(8));
    auto values = Wire::decodeFields(query.blob(9));
    if (!values)
        return fail(ErrorCode::StoreDamaged, {}, values.error().detail);
    row.values = std::move(*values);
    return row;
}

}  // namespace

Expected<void> SqlStorage::begin()
{
    FC_TRY(beginAlone());
    m_inTransaction = true;
    return {};
}

Expected<void> SqlStorage::commit()
{
    FC_TRY(commitAlone());
    m_inTransaction = false;
    return {};
}

void SqlStorage::rollback()
{
    m_inTransaction = false;
    rollbackAlone();
}

Expected<void> SqlStorage::prepareSchema()
{
    FC_TRY(beginPreparing());
    m_inTransaction = true;
    if (const auto prepared = prepareTables(); !prepared) {
        rollback();
        return fail(prepared.error());
    }
    return commit();
}

Expected<void> SqlStorage::prepareTables()
{
    const auto version = schemaVersion();
    if (!version)
        return fail(version.error());
    if (*version > serverSchemaVersion())
        return fail(ErrorCode::StoreTooNew, {}, u"server store version %1"_s.arg(*version));
    for (int next = *version + 1; next <= serverSchemaVersion(); ++next) {
        FC_TRY(session().script(schemaScript(next)));
        FC_TRY(setSchemaVersion(next));
    }
    if (*version > 0)
        return {};
    FC_TRY(execute(u"INSERT INTO meta VALUES ('epoch', ?), ('dealership', ?)"_s,
                   {serverRandomBytes(8), Uuid::create().toBytes()}));
    return execute(
        u"INSERT INTO devices (ordinal, id, user_id, name, enrolled_at, seen_at) VALUES (1, ?, ?, ?, 0, 0)"_s,
        {Uuid().toBytes(), Uuid().toBytes(), u"server"_s});
}

Expected<void> SqlStorage::execute(const QString& sql, const QVariantList& parameters)
{
    if (auto done = session().run(sql, parameters); !done)
        return fail(done.error());
    return {};
}

Expected<void> SqlStorage::write(const QString& sql, const QVariantList& parameters)
{
    return together([&] { return execute(sql, parameters); });
}

Expected<QByteArray> SqlStorage::meta(const QString& key)
{
    auto value = session().scalar(u"SELECT v FROM meta WHERE k = ?"_s, {key});
    if (!value)
        return fail(value.error());
    return value->toByteArray();
}

Expected<void> SqlStorage::setMeta(const QString& key, const QByteArray& value)
{
    return write(u"INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v"_s, {key, value});
}

Expected<QByteArray> SqlStorage::epoch()
{
    return meta(u"epoch"_s);
}

Expected<QByteArray> SqlStorage::dealership()
{
    return meta(u"dealership"_s);
}

Expected<qint64> SqlStorage::seq()
{
    auto value = session().scalar(u"SELECT seq FROM seq_counter WHERE one = 1"_s);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

Expected<void> SqlStorage::setSeq(qint64 seq)
{
    return write(u"UPDATE seq_counter SET seq = ? WHERE one = 1"_s, {seq});
}

Expected<RowState> SqlStorage::row(std::uint16_t table, Uuid id)
{
    static const QString sql =
        u"SELECT "_s + QLatin1StringView(ServerRowColumns) + u" FROM row_state WHERE tbl = ? AND id = ?"_s;
    auto query = session().run(sql, {table, id.toBytes()});
    if (!query)
        return fail(query.error());
    RowState row;
    if (query->next()) {
        auto read = serverRowOf(*query);
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

Expected<void> SqlStorage::putRow(const RowState& row, bool isNew)
{
    const QVariantList values{row.seq,
                              row.deleted ? 1 : 0,
                              serverId(row.scope.person),
                              serverId(row.scope.location),
                              static_cast<qint64>(row.scope.roles),
                              serverId(row.parent),
                              row.clock.pack(),
                              Wire::encodeFields(row.values),
                              row.table,
                              row.id.toBytes()};
    if (isNew)
        return write(
            u"INSERT INTO row_state (seq, del, owner, place, roles, parent, clk, body, tbl, id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            values);
    return write(
        u"UPDATE row_state SET seq = ?, del = ?, owner = ?, place = ?, roles = ?, parent = ?, clk = ?, body = ? "
        "WHERE tbl = ? AND id = ?"_s,
        values);
}

Expected<std::vector<RowState>> SqlStorage::children(Uuid parent)
{
    static const QString sql =
        u"SELECT "_s + QLatin1StringView(ServerRowColumns) + u" FROM row_state WHERE parent = ? ORDER BY seq"_s;
    auto query = session().run(sql, {parent.toBytes()});
    if (!query)
        return fail(query.error());
    std::vector<RowState> rows;
    while (query->next()) {
        auto row = serverRowOf(*query);
        if (!row)
            return fail(row.error());
        rows.push_back(std::move(*row));
    }
    if (const auto error = query->error())
        return fail(*error);
    return rows;
}

Expected<RowsPage> SqlStorage::rows(const RowQuery& wanted)
{
    QVariantList parameters{wanted.after, wanted.upto};
    QString condition = scopeCondition(wanted.seen, u"r"_s, parameters);
    if (wanted.unseen)
        condition += u" AND NOT ("_s + scopeCondition(*wanted.unseen, u"r"_s, parameters) + u')';
    parameters.append(wanted.limit + 1);
    auto query = session().run(u"SELECT "_s + QLatin1StringView(ServerRowColumns) +
                                   u", length(body) FROM row_state r WHERE seq > ? AND seq <= ? AND "_s + condition +
                                   u" ORDER BY seq LIMIT ?"_s,
                               parameters);
    if (!query)
        return fail(query.error());
    RowsPage page;
    qsizetype size = 0;
    while (query->next()) {
        if (static_cast<int>(page.rows.size()) == wanted.limit || size >= wanted.bytes) {
            page.more = true;
            return page;
        }
        auto row = serverRowOf(*query);
        if (!row)
            return fail(row.error());
        size += query->integer(10) + 40;
        page.rows.push_back(std::move(*row));
    }
    if (const auto error = query->error())
        return fail(*error);
    return page;
}

Expected<int> SqlStorage::countRows(const View& seen, int most)
{
    QVariantList parameters;
    const QString condition = scopeCondition(seen, u"r"_s, parameters);
    parameters.append(most);
    auto count = session().scalar(
        u"SELECT count(*) FROM (SELECT 1 FROM row_state r WHERE "_s + condition + u" LIMIT ?) seen"_s, parameters);
    if (!count)
        return fail(count.error());
    return count->toInt();
}

Expected<std::vector<RowState>> SqlStorage::rowsOf(std::uint16_t table)
{
    auto query =
        session().run(u"SELECT "_s + QLatin1StringView(ServerRowColumns) + u" FROM row_state WHERE tbl = ?"_s, {table});
    if (!query)
        return fail(query.error());
    std::vector<RowState> found;
    while (query->next()) {
        auto row = serverRowOf(*query);
        if (!row)
            return fail(row.error());
        found.push_back(std::move(*row));
    }
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<void> SqlStorage::putException(std::uint32_t device, const Wire::OpException& exception, UtcMs now)
{
    // An empty text, not a missing one: the columns take no NULL.
    return write(u"INSERT INTO op_result (device, opid, status, code, reason, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                 {device, exception.opid, static_cast<int>(exception.status), u""_s + exception.code,
                  u""_s + exception.reason, qint64(now)});
}

Expected<std::vector<Wire::OpException>> SqlStorage::exceptions(std::uint32_t device, qint64 from, qint64 upto)
{
    auto query = session().run(
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

Expected<std::vector<Account>> SqlStorage::readAccounts(const QString& condition, const QVariantList& parameters)
{
    auto query = session().run(u"SELECT user_id, login, display_name, role, password, disabled, "_s +
                                   (m_hasLocations ? u"locations"_s : u"NULL"_s) + u", "_s +
                                   (m_hasTemporary ? u"temporary"_s : u"0"_s) + u" FROM accounts "_s + condition +
                                   u" ORDER BY login_key"_s,
                               parameters);
    if (!query)
        return fail(query.error());
    std::vector<Account> found;
    while (query->next())
        found.push_back({Uuid::fromBytes(query->blob(0)), query->text(1), query->text(2), query->text(3),
                         query->blob(4), query->integer(5) != 0, serverIdsOf(query->blob(6)), query->integer(7) != 0});
    if (const auto error = query->error())
        return fail(*error);
    return found;
}

Expected<std::vector<Account>> SqlStorage::accounts()
{
    return readAccounts({}, {});
}

Expected<std::optional<Account>> SqlStorage::account(Uuid user)
{
    auto found = readAccounts(u"WHERE user_id = ?"_s, {user.toBytes()});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Expected<std::optional<Account>> SqlStorage::accountByLogin(const QString& login)
{
    auto found = readAccounts(u"WHERE login_key = ?"_s, {login.toCaseFolded()});
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Expected<void> SqlStorage::putAccount(const Account& account)
{
    m_peopleWritten = true;
    return write(
        u"INSERT INTO accounts (user_id, login, login_key, display_name, role, password, disabled, locations, "
        "temporary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE SET login = excluded.login, "
        "login_key = excluded.login_key, display_name = excluded.display_name, role = excluded.role, "
        "password = excluded.password, disabled = excluded.disabled, locations = excluded.locations, "
        "temporary = excluded.temporary"_s,
        {account.user.toBytes(), account.login, account.login.toCaseFolded(), u""_s + account.displayName, account.role,
         account.password, account.disabled ? 1 : 0, serverIds(account.locations), account.temporary ? 1 : 0});
}

}  // namespace Forecourt
