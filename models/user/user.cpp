// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/user/user.h"

#include "models/store/connection.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString userSelect()
{
    return u"SELECT id, login, display_name, role, location_id, email, disabled FROM users WHERE _del = 0 "_s;
}

User userFromRow(const Query& row)
{
    return {UserId(Uuid::fromBytes(row.blob(0))),
            row.text(1),
            row.text(2),
            roleFromCode(row.text(3)).value_or(Role::Viewer),
            LocationId(Uuid::fromBytes(row.blob(4))),
            row.text(5),
            row.integer(6) != 0};
}

}  // namespace

QString roleCode(Role role)
{
    switch (role) {
    case Role::Owner: return u"owner"_s;
    case Role::Manager: return u"manager"_s;
    case Role::Sales: return u"sales"_s;
    case Role::Support: return u"support"_s;
    case Role::Buyer: return u"buyer"_s;
    case Role::Viewer: return u"viewer"_s;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<Role> roleFromCode(QStringView code)
{
    for (Role role : AllRoles)
        if (code.compare(roleCode(role), Qt::CaseInsensitive) == 0)
            return role;
    return std::nullopt;
}

QString userInitials(const User& user)
{
    const QString name = user.displayName.trimmed().isEmpty() ? user.login : user.displayName;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString initials = words.front().left(1);
    if (words.size() > 1)
        initials += words.back().left(1);
    return initials.toUpper();
}

Expected<std::vector<User>> UserRepository::all(Connection& connection)
{
    auto query = connection.run(userSelect() + "ORDER BY display_name COLLATE NOCASE, id"_L1);
    if (!query)
        return fail(query.error());
    std::vector<User> users;
    while (query->next())
        users.push_back(userFromRow(*query));
    if (const auto error = query->error())
        return fail(*error);
    return users;
}

Expected<User> UserRepository::find(Connection& connection, UserId id)
{
    auto query = connection.run(userSelect() + "AND id = ?"_L1, {id.toBytes()});
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(ErrorCode::NotFound, id.toString());
    return userFromRow(*query);
}

}  // namespace Forecourt
