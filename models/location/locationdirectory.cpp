// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/location/locationdirectory.h"

#include "models/base/whendone.h"

#include <algorithm>

namespace Forecourt {

LocationDirectory::LocationDirectory(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::Locations))
            read();
    });
    read();
}

void LocationDirectory::read()
{
    whenDone(m_store.read(LocationRepository::all), this, [this](Expected<std::vector<Location>> locations) {
        if (!locations || *locations == m_locations)
            return;
        m_locations = std::move(*locations);
        Q_EMIT changed();
    });
}

const Location* LocationDirectory::find(LocationId id) const
{
    const auto found = std::ranges::find(m_locations, id, &Location::id);
    return found == m_locations.end() ? nullptr : &*found;
}

const Location* LocationDirectory::findByCode(QStringView code) const
{
    const auto found = std::ranges::find_if(m_locations, [code](const Location& location) {
        return code.compare(location.code, Qt::CaseInsensitive) == 0;
    });
    return found == m_locations.end() ? nullptr : &*found;
}

}  // namespace Forecourt
