// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/location/location.h"
#include "models/user/user.h"
#include "models/view/savedview.h"

#include <vector>

namespace Forecourt {

class DemoRandom;
class EditTransaction;

/// Places and people of the made-up dealership.
struct DemoCompany {
    std::vector<Location> locations;  ///< Montréal, Toronto, Dakar, Abidjan
    std::vector<User> people;
    std::vector<SavedView> views;

    static DemoCompany make(DemoRandom& random, UtcMs now, bool viewsForEverybody);

    /// People who look after the vehicles of a place.
    std::vector<UserId> keepersAt(LocationId location) const;
    Expected<void> write(EditTransaction& transaction) const;
};

}  // namespace Forecourt
