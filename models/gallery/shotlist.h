// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/gallery.h"
#include "models/outbox/edittransaction.h"

#include <QString>

#include <vector>

namespace Forecourt {

class Connection;

using ShotListId = Id<struct ShotListTag>;

/// One picture that a buyer expects of a vehicle.
struct Shot {
    QString code;           ///< "front-left": stays when the name changes; in photos.slot
    QString name;           ///< as a person of the dealership named it; empty: a built-in one, which ui names
    bool optional = false;  ///< not missed where it is not there: not every vehicle has a defect

    friend bool operator==(const Shot&, const Shot&) = default;
};

/// The shots of a dealership in the order they are taken: `shot_lists`. Everybody works with the same list.
struct ShotList {
    static constexpr int MaxShots = 50;  ///< as many as a gallery has places
    static constexpr int MaxName = 60;   ///< letters

    ShotListId id;  ///< null: the built-in list, which nobody has changed yet
    std::vector<Shot> shots;

    /// Front three quarters, sides, rear three quarters, front, rear, interior, rear seats, dashboard with odometer,
    /// engine, tyres, VIN plate, defects.
    static ShotList builtIn();
    /// Null for a code that is not in the list.
    const Shot* find(const QString& code) const;
    /// What no photo of the gallery is, in order; what is optional is left out.
    std::vector<Shot> missing(const Gallery& gallery) const;
    /// A code for a new shot of this name that no other one has.
    QString newCode(const QString& name) const;

    QString toJson() const;
    /// Entries without a code, and further ones with the same code, are left out; keys of later versions are not kept.
    static std::vector<Shot> shotsFromJson(const QString& json);

    friend bool operator==(const ShotList&, const ShotList&) = default;
};

/// Reads the list, on the thread that owns the connection.
namespace ShotListRepository {

/// The first list that is there, else the built-in one. Errors as Connection::run.
Expected<ShotList> current(Connection& connection);

}  // namespace ShotListRepository

/// Keeps the list for the dealership; the first change of the built-in list makes a row. Errors: InvalidInput with the
/// detail "empty", "many", "name" or "code" (a code twice).
struct SaveShotList {
    ShotList list;  ///< with the id of the list that it replaces

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Says what some photos show; an empty code: nothing of the list. Photos that are gone are skipped.
struct AssignShot {
    std::vector<PhotoId> photos;
    QString code;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
