// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/user/user.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace Forecourt {

class Journal;

/// What kind of dealership to make up.
struct DemoOptions {
    static constexpr int UsualVehicles = 400;
    static constexpr int MostVehicles = 100'000;

    int vehicles = UsualVehicles;
    std::uint64_t seed = 20260101;
    UtcMs now = 0;              ///< the present of the story: days in phase, years and ids follow from it
    int photographed = 400;     ///< at most so many vehicles get photos
    bool forEverybody = false;  ///< saved views belong to nobody: for a store that nobody signs in to
};

/// What was made.
struct DemoSummary {
    std::vector<User> people;  ///< for the accounts of a server; every password of a demo is up to it
    int vehicles = 0;
    int photos = 0;

    friend bool operator==(const DemoSummary&, const DemoSummary&) = default;
};

/// Login of the person that a demo is shown to: a manager in Montréal.
QString demoLogin();

/// Fills an empty store with a believable dealership: four locations in three countries, a dozen people, vehicles
/// with valid VINs, photos, saved views. All of it goes through the journal, as if somebody had typed it, so it waits
/// in the outbox for a server like any other edit.
///
/// The same options give the same rows, ids included, on any computer. Blocks until all is stored, a few seconds for
/// 400 vehicles: call it off the GUI thread. `progress` is called on the calling thread with vehicles done and wanted;
/// when it returns false, the work stops with Cancelled and keeps what is stored by then.
/// Errors: as Journal::edit and BlobStore::put; InvalidInput for a number of vehicles out of range.
Expected<DemoSummary> fillDemo(Journal& journal, const DemoOptions& options,
                               const std::function<bool(int done, int wanted)>& progress = {});

}  // namespace Forecourt
