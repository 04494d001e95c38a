// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/accounts.h"

#include "sync/server/accountaudit.h"
#include "sync/server/accountrules.h"
#include "sync/server/passwordrules.h"
#include "sync/server/places.h"

#include <algorithm>
#include <functional>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Inside the transaction: makes of the accounts as they are the one that is wanted, or says why not.
struct AccountStep {
    const Account* before = nullptr;
    Account after;
    QLatin1StringView refusal;
};
using MakeAccountStep = std::function<AccountStep(const std::vector<Account>& all)>;

std::vector<Wire::Op> accountOps(const Schema& schema, const Account* before, const Account& after)
{
    const TableSchema& users = schema.table(Table::Users);
    Wire::Op op;
    op.table = static_cast<std::uint16_t>(Table::Users);
    op.id = after.user;
    op.create = before == nullptr;
    const auto set = [&](QStringView name, const QVariant& value) {
        op.fields.push_back({users.field(name)->number, value, {}});
    };
    if (!before || before->login != after.login)
        set(u"login", after.login);
    if (!before || before->displayName != after.displayName)
        set(u"display_name", after.displayName);
    if (!before || before->role != after.role)
        set(u"role", after.role);
    if (!before || before->disabled != after.disabled)
        set(u"disabled", qlonglong(after.disabled ? 1 : 0));
    // Lists of people say where somebody works, where that is one place.
    if (before ? before->locations != after.locations : after.locations.size() == 1)
        set(u"location_id", after.locations.size() == 1 ? QVariant(after.locations.front().toBytes()) : QVariant());
    std::vector<Wire::Op> ops;
    if (!op.fields.empty())
        ops.push_back(std::move(op));
    return ops;
}

/// The rights of who asks, as they are now; nothing if they are gone.
std::optional<Access> accountRights(const std::vector<Account>& all, const Access& by)
{
    if (by.user.isNull())
        return by;
    const auto now = std::ranges::find(all, by.user, &Account::user);
    return now == all.end() || now->disabled ? std::nullopt : std::optional(now->access());
}

Expected<QLatin1StringView> accountRefusal(StorageEngine& engine, const AccountStep& step,
                                           const std::vector<Account>& all, const Access& by)
{
    if (!step.refusal.isEmpty())
        return step.refusal;
    const auto rights = accountRights(all, by);
    if (!rights)
        return "no_access"_L1;
    if (const auto refusal = AccountRules::refusal({step.before, step.after, all, *rights}); !refusal.isEmpty())
        return refusal;
    if (step.after.locations.empty() || (step.before && step.before->locations == step.after.locations))
        return QLatin1StringView();
    const auto places = placesOfServer(engine.storage(), engine.schema());
    if (!places)
        return fail(places.error());
    const bool known = std::ranges::all_of(step.after.locations, [&](Uuid location) {
        return std::ranges::find(*places, location, &Place::id) != places->end();
    });
    return known ? QLatin1StringView() : "location"_L1;
}

Expected<AccountOutcome> accountChange(StorageEngine& engine, const MakeAccountStep& make, const Author& by)
{
    AccountOutcome outcome;
    const auto work = [&]() -> Expected<std::vector<Wire::Op>> {
        ServerStorage& storage = engine.storage();
        // Whoever asks for the sequence keeps every other writer out until the transaction ends.
        if (const auto seq = storage.seq(); !seq)
            return fail(seq.error());
        const auto all = storage.accounts();
        if (!all)
            return fail(all.error());
        const AccountStep step = make(*all);
        outcome.account = step.after;
        const auto refusal = accountRefusal(engine, step, *all, by.access);
        if (!refusal)
            return fail(refusal.error());
        outcome.refusal = *refusal;
        if (!outcome.refusal.isEmpty())
            return fail(ErrorCode::Cancelled);
        if (step.before && *step.before == step.after)
            return std::vector<Wire::Op>{};
        FC_TRY(storage.putAccount(step.after));
        AuditTrail audit(storage, engine.clock().now());
        AccountAudit words(storage, engine.schema(), by);
        FC_TRY(words.note(audit, step.before, step.after));
        if (step.before && step.before->password != step.after.password)
            words.notePassword(audit, step.after);
        FC_TRY(audit.write());
        return accountOps(engine.schema(), step.before, step.after);
    };
    if (const auto written = engine.write(work, by); !written && outcome.refusal.isEmpty())
        return fail(written.error());
    return outcome;
}

/// Of the account of `user`, which `change` may refuse to become another.
Expected<AccountOutcome> accountChangeOf(StorageEngine& engine, Uuid user, const Author& by,
                                         const std::function<QLatin1StringView(Account&)>& change)
{
    return accountChange(
        engine,
        [&](const std::vector<Account>& all) {
            AccountStep step;
            const auto found = std::ranges::find(all, user, &Account::user);
            if (found == all.end()) {
                step.refusal = "not_found"_L1;
                return step;
            }
            step.before = &*found;
            step.after = *found;
            step.refusal = change(step.after);
            return step;
        },
        by);
}

QLatin1StringView accountPasswordRefusal(const QString& password, const Account& account)
{
    const auto flaw = flawOfPassword(password, account.login, account.displayName);
    return flaw ? PasswordWords::code(*flaw) : QLatin1StringView();
}

Expected<QByteArray> accountHash(const QString& password, PasswordHasher* hasher)
{
    PasswordHasher atOnce;
    return (hasher ? *hasher : atOnce).hash(password);
}

void accountTidy(Account& account)
{
    account.displayName = account.displayName.simplified();
    if (account.displayName.isEmpty())
        account.displayName = account.login;
    std::ranges::sort(account.locations);
    account.locations.erase(std::unique(account.locations.begin(), account.locations.end()), account.locations.end());
}

}  // namespace

AccountFacts AccountFacts::of(const Account& account)
{
    return {account.login, account.displayName, account.role, account.locations, account.disabled};
}

bool AccountFacts::isStillTrueOf(const Account& account) const
{
    return login.value_or(account.login) == account.login && displayName == account.displayName &&
           role == account.role && locations == account.locations && disabled == account.disabled;
}

Expected<AccountOutcome> addAccount(StorageEngine& engine, Account account, const QString& password, const Author& by,
                                    PasswordHasher* hasher)
{
    account.user = Uuid::create();
    accountTidy(account);
    if (const auto refusal = accountPasswordRefusal(password, account); !refusal.isEmpty())
        return AccountOutcome{refusal, std::move(account)};
    auto hash = accountHash(password, hasher);
    if (!hash)
        return fail(hash.error());
    account.password = std::move(*hash);
    return accountChange(
        engine,
        [&](const std::vector<Account>&) {
            return AccountStep{nullptr, account, {}};
        },
        by);
}

Expected<AccountOutcome> editAccount(StorageEngine& engine, Uuid user, const AccountEdit& edit,
                                     const std::optional<AccountFacts>& seen, const Author& by)
{
    return accountChangeOf(engine, user, by, [&](Account& account) {
        if (seen && !seen->isStillTrueOf(account))
            return "changed"_L1;
        account.login = edit.login.value_or(account.login);
        account.displayName = edit.displayName.value_or(account.displayName);
        account.role = edit.role.value_or(account.role);
        account.locations = edit.locations.value_or(account.locations);
        account.disabled = edit.disabled.value_or(account.disabled);
        accountTidy(account);
        return QLatin1StringView();
    });
}

Expected<AccountOutcome> setAccountPassword(StorageEngine& engine, Uuid user, const QString& password, const Author& by,
                                            GivenPassword given, PasswordHasher* hasher)
{
    const auto hash = accountHash(password, hasher);
    if (!hash)
        return fail(hash.error());
    return accountChangeOf(engine, user, by, [&](Account& account) {
        const auto refusal = accountPasswordRefusal(password, account);
        account.password = *hash;
        account.temporary = given == GivenPassword::Temporary;
        return refusal;
    });
}

Expected<void> addAccountFor(StorageEngine& engine, const Account& account)
{
    Author console;
    console.address = u"console"_s;
    ServerStorage& storage = engine.storage();
    FC_TRY(storage.begin());
    const auto add = [&]() -> Expected<void> {
        FC_TRY(storage.putAccount(account));
        AuditTrail audit(storage, engine.clock().now());
        FC_TRY(AccountAudit(storage, engine.schema(), console).note(audit, nullptr, account));
        FC_TRY(audit.write());
        return storage.commit();
    };
    auto added = add();
    if (!added)
        storage.rollback();
    return added;
}

}  // namespace Forecourt
