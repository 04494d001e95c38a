// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/accountrules.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype AccountLongestLogin = 64;
constexpr qsizetype AccountLongestName = 100;

bool accountIsOwner(const Account& account)
{
    return !account.disabled && account.role == "owner"_L1;
}

bool accountSeesWithin(const Account& account, const std::vector<Uuid>& locations)
{
    return locations.empty() || (!account.locations.empty() && std::ranges::includes(locations, account.locations));
}

bool accountLoginIsFit(const QString& login)
{
    return !login.isEmpty() && login.size() <= AccountLongestLogin && login == login.simplified();
}

}  // namespace

const QStringList& AccountRules::roles()
{
    static const QStringList all{u"owner"_s, u"manager"_s, u"sales"_s, u"support"_s, u"buyer"_s, u"viewer"_s};
    return all;
}

bool AccountRules::mayManage(const Access& by, const Account& account)
{
    if (by.user.isNull())
        return true;
    const bool high = by.role == "owner"_L1 || (by.role == "manager"_L1 && account.role != "owner"_L1);
    return high && accountSeesWithin(account, by.locations);
}

QLatin1StringView AccountRules::refusal(const Change& change)
{
    const Account* before = change.before;
    const Account& after = change.after;
    if (!accountLoginIsFit(after.login))
        return "login"_L1;
    if (after.displayName.size() > AccountLongestName)
        return "name"_L1;
    if (!roles().contains(after.role))
        return "role"_L1;
    const bool taken = std::ranges::any_of(change.all, [&](const Account& other) {
        return other.user != after.user && other.login.toCaseFolded() == after.login.toCaseFolded();
    });
    if (taken)
        return "login_taken"_L1;
    const bool same = before && before->role == after.role && before->locations == after.locations &&
                      before->disabled == after.disabled;
    if (before && before->user == change.by.user) {
        if (!same)
            return "own_access"_L1;
    } else if ((before && !mayManage(change.by, *before)) || !mayManage(change.by, after)) {
        return "no_access"_L1;
    }
    const bool isLast = before && accountIsOwner(*before) && !accountIsOwner(after) &&
                        std::ranges::none_of(change.all, [&](const Account& other) {
                            return other.user != after.user && accountIsOwner(other);
                        });
    return isLast ? "last_owner"_L1 : QLatin1StringView();
}

}  // namespace Forecourt
