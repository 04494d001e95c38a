// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <vector>

namespace Forecourt {

class Connection;

/// A person's named way to look at a page: filter, order, columns. Travels to the other devices of that person.
struct SavedView {
    SavedViewId id;
    UserId user;
    QString page;  ///< "inventory"
    QString name;
    QJsonObject definition;  ///< what the page wrote; pages keep keys that they do not know
    int sortOrder = 0;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// Reads saved views, on the thread that owns the connection.
namespace SavedViewRepository {

/// Live views of a page that belong to `user` (or to nobody: made before the first sign-in), in their order.
/// Errors as Connection::run.
Expected<std::vector<SavedView>> forPage(Connection& connection, const QString& page, UserId user);
/// Errors: NotFound.
Expected<SavedView> find(Connection& connection, SavedViewId id);

}  // namespace SavedViewRepository

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::SavedView)
