// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"
#include "models/gallery/photocheck.h"

#include <QCoreApplication>

namespace Forecourt {

/// What was found about a photo, in the language of the moment.
class FindingWords {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)

public:
    /// The first thing, short enough for a tile: "Dark", "Blurry", "Same as 4"; with its icon.
    static QString badge(const PhotoFindings& findings, const Gallery& gallery);
    static QString icon(const PhotoFindings& findings);
    /// Everything, as a line of a list: "10: dark, like 4".
    static QString line(const PhotoFindings& findings, const Gallery& gallery);
};

}  // namespace Forecourt
