// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace Forecourt {

class Connection;

/// What a person may do. The server checks it for every row.
enum class Role { Owner, Manager, Sales, Support, Buyer, Viewer };

inline constexpr std::array AllRoles{Role::Owner, Role::Manager, Role::Sales, Role::Support, Role::Buyer, Role::Viewer};

/// Code word of the column `role` and of the command line: "owner", …
QString roleCode(Role role);
std::optional<Role> roleFromCode(QStringView code);

/// A person who works with the program.
struct User {
    UserId id;
    QString login;
    QString displayName;
    Role role = Role::Viewer;  ///< a role that this version does not know counts as Viewer
    LocationId location;       ///< where the person works; null: everywhere
    QString email;
    bool disabled = false;

    friend bool operator==(const User&, const User&) = default;
};

/// "AD" for Aïcha Diallo: what stands in for a face.
QString userInitials(const User& user);

/// Reads people, on the thread that owns the connection.
namespace UserRepository {

/// All live users by display name, disabled ones included. Errors as Connection::run.
Expected<std::vector<User>> all(Connection& connection);
/// Errors: NotFound.
Expected<User> find(Connection& connection, UserId id);

}  // namespace UserRepository

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::User)
