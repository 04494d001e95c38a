// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace Forecourt {

/// What may be set of a person besides the password.
struct PersonFacts {
    QString login;
    QString name;
    QString role;                       ///< code; may be one that this version does not know
    std::vector<LocationId> locations;  ///< ascending; empty: all
    bool disabled = false;

    /// Members as people.edit takes them. With `before`: only those that differ from it.
    QJsonObject toJson() const;
    QJsonObject toJson(const PersonFacts& before) const;

    friend bool operator==(const PersonFacts&, const PersonFacts&) = default;
};

/// A person who may sign in, as the server tells an owner or a manager.
struct ManagedPerson {
    UserId id;
    PersonFacts facts;
    UtcMs seenAt = 0;  ///< 0: never
    bool connected = false;
    bool temporary = false;  ///< chooses a password at the next sign-in
    bool isThis = false;     ///< who asks
    bool mayEdit = false;    ///< by who asks
    bool maySetPassword = false;

    friend bool operator==(const ManagedPerson&, const ManagedPerson&) = default;
};

/// The answer to people.list (sync/PROTOCOL.md).
struct ManagedPeople {
    std::vector<ManagedPerson> people;  ///< those who may sign in first, then by name
    QStringList roles;                  ///< codes of those that who asks may give
    std::vector<LocationId> locations;  ///< that who asks may give; empty: all

    static ManagedPeople fromAnswer(const QJsonObject& answer);
    /// Null: nobody.
    const ManagedPerson* find(UserId id) const;
};

}  // namespace Forecourt
