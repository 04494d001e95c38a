// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/currency.h"
#include "models/base/expected.h"
#include "models/base/id.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace Forecourt {

class Connection;

/// A place of the dealership: a lot, a yard, an office.
struct Location {
    LocationId id;
    QString code;  ///< three letters on the key tag: MTL
    QString name;  ///< Montréal – Saint-Léonard
    QString city;
    QString country;  ///< ISO 3166-1 alpha-2
    Currency currency = Currency::CAD;
    QString timeZone;    ///< IANA
    QString colorLight;  ///< of the key tag, "#RRGGBB"
    QString colorDark;
    int sortOrder = 0;

    friend bool operator==(const Location&, const Location&) = default;
};

/// Reads locations, on the thread that owns the connection.
namespace LocationRepository {

/// All live locations, in the order people gave them, then by code. Errors as Connection::run.
Expected<std::vector<Location>> all(Connection& connection);
/// Errors: NotFound.
Expected<Location> find(Connection& connection, LocationId id);

}  // namespace LocationRepository

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::Location)
