// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/gallery.h"
#include "models/store/connection.h"

#include <QString>
#include <QStringList>

namespace Forecourt {

/// Finds records by what a person types. All run on the thread of the connection.
namespace Lookup {

/// A vehicle by stock number, VIN (look-alike characters ignored) or id. Errors: NotFound; VinDuplicate when several
/// have that VIN (subject: the first one's stock number).
Expected<VehicleId> vehicle(Connection& connection, const QString& word);

/// A photo of a gallery by its place from 1, or by id. Errors: NotFound.
Expected<PhotoId> photo(const Gallery& gallery, const QString& word);
Expected<std::vector<PhotoId>> photos(const Gallery& gallery, const QStringList& words);

}  // namespace Lookup

}  // namespace Forecourt
