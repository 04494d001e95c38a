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
    struct Read {
        std::vector<Location> locations;
        StoreAccess access;
    };
    const auto both = [](Connection& connection) -> Expected<Read> {
        auto locations = LocationRepository::all(connection);
        if (!locations)
            return fail(locations.error());
        auto access = StoreAccess::load(connection);
        if (!access)
            return fail(access.error());
        return Read{std::move(*locations), std::move(*access)};
    };
    whenDone(m_store.read(both), this, [this](Expected<Read> read) {
        if (!read)
            return;
        std::vector<Location> covered;
        std::ranges::copy_if(read->locations, std::back_inserter(covered),
                             [&read](const Location& location) { return read->access.covers(location.id.uuid()); });
        if (read->locations == m_locations && covered == m_covered)
            return;
        m_locations = std::move(read->locations);
        m_covered = std::move(covered);
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
