// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/photocover.h"
#include "models/gallery/photoedit.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace Forecourt {

/// What renditions are to show of an original: all of it, as it was taken, unless something else is said.
struct RenderRecipe {
    PhotoEdit edit;
    std::vector<PhotoCover> covers;
    QHash<QByteArray, QByteArray> logos;  ///< picture files of the covers, by their SHA-256

    bool isNone() const { return edit.isNone() && covers.empty(); }

    friend bool operator==(const RenderRecipe&, const RenderRecipe&) = default;
};

}  // namespace Forecourt
