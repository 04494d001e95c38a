// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/user/userdirectory.h"

#include "models/base/whendone.h"

#include <algorithm>

namespace Forecourt {

UserDirectory::UserDirectory(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::Users))
            read();
    });
    read();
}

void UserDirectory::read()
{
    whenDone(m_store.read(UserRepository::all), this, [this](Expected<std::vector<User>> users) {
        if (!users || *users == m_users)
            return;
        m_users = std::move(*users);
        Q_EMIT changed();
    });
}

const User* UserDirectory::find(UserId id) const
{
    const auto found = std::ranges::find(m_users, id, &User::id);
    return found == m_users.end() ? nullptr : &*found;
}

}  // namespace Forecourt
