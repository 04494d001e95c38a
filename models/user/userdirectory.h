// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"
#include "models/user/user.h"

#include <QObject>

#include <vector>

namespace Forecourt {

/// The people of the dealership, kept in memory for whoever paints or asks. Lives on the GUI thread, reads in the
/// background, follows committed changes.
class UserDirectory : public QObject {
    Q_OBJECT

public:
    /// Starts reading; changed() tells when the people are there. `store` must outlive the directory.
    explicit UserDirectory(Store& store, QObject* parent = nullptr);

    const std::vector<User>& all() const { return m_users; }
    /// Null for a person who is not known (yet). Valid until changed().
    const User* find(UserId id) const;

Q_SIGNALS:
    void changed();

private:
    void read();

    Store& m_store;
    std::vector<User> m_users;
};

}  // namespace Forecourt
