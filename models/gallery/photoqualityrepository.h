// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photoquality.h"
#include "models/store/connection.h"

#include <QByteArray>
#include <QHash>

namespace Forecourt {

/// Measured pictures by the SHA-256 of their file. Figures of another version of the formulas are not given.
using PhotoQualities = QHash<QByteArray, PhotoQuality>;

/// Notes what was measured in a picture, on this computer only. Errors: those of Connection::run.
Expected<void> noteQuality(Connection& connection, const QByteArray& sha, const PhotoQuality& quality);
/// All that was measured on this computer, with these formulas.
Expected<PhotoQualities> readQualities(Connection& connection);

}  // namespace Forecourt
