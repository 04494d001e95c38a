// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/photocommands.h"
#include "tests/simulation/galleryscript.h"
#include "tests/simulation/world.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace Forecourt::Tests {

/// A world in which everybody works on the gallery of one vehicle, mostly offline.
class GalleryWorld {
public:
    GalleryWorld(const WorldTemplates& templates, const GalleryScript& script);

    void perform(const GalleryAction& action);
    /// All meet and go through their galleries together. What is wrong then, in words; empty: nothing.
    QString finish();

private:
    /// The undo step is empty where nothing changed.
    template <class Command>
    UndoStep run(int who, const Command& command);
    template <class Command>
    void person(int who, const Command& command);
    void revert(int who, const UndoStep& step);
    /// The removals in it.
    void count(const UndoStep& step);
    Gallery gallery(int who);
    AddPhotos adding(int count);
    std::vector<PhotoId> block(const Gallery& gallery, const GalleryAction& action) const;

    QString meet(Gallery& agreed);
    QString wrongIn(const Gallery& gallery, int who);
    QString photosMissing(const Gallery& gallery) const;
    QString onePersonMoves(const Gallery& before);
    QString onePersonRemoves(const Gallery& before);

    const int m_workstations;
    World m_world;
    const VehicleId m_vehicle;
    int m_added = 0;
    std::vector<std::vector<UndoStep>> m_undo;
    QSet<PhotoId> m_photos;                 ///< that somebody added
    QHash<PhotoId, int> m_removals;         ///< that were not taken back, also of an addition that was
    QHash<PhotoId, QSet<QString>> m_slots;  ///< that somebody chose
};

/// Plays a script in a world of its own. What is wrong in the end, in words; empty: nothing.
QString play(const WorldTemplates& templates, const GalleryScript& script);

}  // namespace Forecourt::Tests
