// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/accounts.h"

#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/password.h"
#include "sync/server/passwordrules.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<void> accountWrite(StorageEngine& engine, const Account& account, AuditKind kind)
{
    AuditDetail detail;
    detail.name = account.login;
    detail.code = account.role;
    AuditEntry entry;
    entry.kind = kind;
    entry.address = u"console"_s;
    entry.record = account.user;
    entry.detail = encodeAuditDetail(detail);
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    AuditTrail audit(storage, engine.clock().now());
    audit.note(std::move(entry));
    const auto write = [&]() -> Expected<void> {
        FC_TRY(storage.putAccount(account));
        return audit.write();
    };
    if (const auto written = write(); !written) {
        storage.rollback();
        return fail(written.error());
    }
    return storage.commit();
}

Expected<void> accountShow(StorageEngine& engine, const Account& account, bool create)
{
    const TableSchema& users = engine.schema().table(Table::Users);
    Wire::Op op;
    op.table = static_cast<std::uint16_t>(Table::Users);
    op.id = account.user;
    op.create = create;
    const std::pair<QStringView, QVariant> values[] = {
        {u"login", account.login},
        {u"display_name", u""_s + account.displayName},
        {u"role", account.role},
        {u"disabled", qlonglong(account.disabled ? 1 : 0)},
    };
    for (const auto& [name, value] : values)
        op.fields.push_back({users.field(name)->number, value, {}});
    std::vector<Wire::Op> ops;
    ops.push_back(std::move(op));
    if (const auto written = engine.write(std::move(ops)); !written)
        return fail(written.error());
    return {};
}

}  // namespace

const QStringList& accountRoles()
{
    static const QStringList roles{u"owner"_s, u"manager"_s, u"sales"_s, u"support"_s, u"buyer"_s, u"viewer"_s};
    return roles;
}

Expected<Account> addAccount(StorageEngine& engine, const QString& login, const QString& role,
                             const QString& displayName, const QString& password)
{
    if (login.trimmed().isEmpty() || login != login.simplified() || login.size() > 64)
        return fail(ErrorCode::InvalidInput, login, u"user name"_s);
    if (!accountRoles().contains(role))
        return fail(ErrorCode::InvalidInput, role, u"role"_s);
    if (const auto flaw = flawOfPassword(password, login, displayName))
        return fail(ErrorCode::InvalidInput, login, PasswordWords::reason(*flaw));
    const auto existing = engine.storage().accountByLogin(login);
    if (!existing)
        return fail(existing.error());
    if (*existing)
        return fail(ErrorCode::InvalidInput, login, u"user name is taken"_s);
    const auto hash = hashPassword(password);
    if (!hash)
        return fail(hash.error());
    Account account{Uuid::create(), login, displayName.isEmpty() ? login : displayName, role, *hash, false};
    FC_TRY(accountShow(engine, account, true));
    FC_TRY(accountWrite(engine, account, AuditKind::AccountAdded));
    return account;
}

Expected<void> addAccountFor(StorageEngine& engine, const Account& account)
{
    return accountWrite(engine, account, AuditKind::AccountAdded);
}

Expected<void> setAccountDisabled(StorageEngine& engine, const QString& login, bool disabled)
{
    auto account = engine.storage().accountByLogin(login);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(ErrorCode::NotFound, login);
    (*account)->disabled = disabled;
    FC_TRY(accountWrite(engine, **account, disabled ? AuditKind::AccountDisabled : AuditKind::AccountEnabled));
    return accountShow(engine, **account, false);
}

}  // namespace Forecourt
