// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/location/location.h"
#include "models/outbox/storeaccess.h"
#include "models/store/store.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace Forecourt {

/// The locations, kept in memory for whoever paints or asks: a dealership has a handful. Lives on the GUI thread,
/// reads in the background, follows committed changes.
class LocationDirectory : public QObject {
    Q_OBJECT

public:
    /// Starts reading; changed() tells when the locations are there. `store` must outlive the directory.
    explicit LocationDirectory(Store& store, QObject* parent = nullptr);

    const std::vector<Location>& all() const { return m_locations; }
    /// Those that the person signed in works with: what lists of choices offer.
    const std::vector<Location>& covered() const { return m_covered; }
    /// Null for a location that is not known (yet). Valid until changed().
    const Location* find(LocationId id) const;
    /// By code, any case.
    const Location* findByCode(QStringView code) const;

Q_SIGNALS:
    void changed();

private:
    void read();

    Store& m_store;
    std::vector<Location> m_locations;
    std::vector<Location> m_covered;
};

}  // namespace Forecourt
