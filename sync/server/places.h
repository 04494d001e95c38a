// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/serverstorage.h"

namespace Forecourt {

/// A location, as far as the server needs one: to say to whom its rows go.
struct Place {
    Uuid id;
    QString code;  ///< MTL
    QString name;
};

/// Every location that is not deleted, by name.
Expected<std::vector<Place>> placesOfServer(ServerStorage& storage, const Schema& schema);

/// The one that somebody means by its id, its code or its name, in whatever case. Errors: NotFound; InvalidInput where
/// several are called so. `detail` names those that there are.
Expected<Place> placeMeant(const std::vector<Place>& places, const QString& text);

}  // namespace Forecourt
