// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/gallery.h"
#include "models/store/connection.h"

#include <QHash>

#include <vector>

namespace Forecourt {

/// Reads photos. Removed ones are not seen. Errors: those of Connection::run.
class PhotoRepository {
public:
    explicit PhotoRepository(Connection& connection) : m_connection(connection) {}

    /// Empty for an unknown vehicle.
    Expected<Gallery> gallery(VehicleId vehicle);
    /// Error: NotFound.
    Expected<Photo> find(PhotoId id);
    Expected<int> count(VehicleId vehicle);
    /// SHA-256 of the thumbnail of each vehicle's primary photo; vehicles without photos are left out.
    Expected<QHash<VehicleId, QByteArray>> primaryThumbs(const std::vector<VehicleId>& vehicles);

private:
    Connection& m_connection;
};

}  // namespace Forecourt
