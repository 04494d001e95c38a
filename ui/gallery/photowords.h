// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/gallery.h"

#include <QCoreApplication>

namespace Forecourt {

/// How one photo of a gallery is named where it is shown large, in the language of the moment.
class PhotoWords {
    Q_DECLARE_TR_FUNCTIONS(PhotoWords)

public:
    /// "Photo 3 of 28 · primary · edited".
    static QString place(const Gallery& gallery, int row);
    /// "to keep", "rejected", or nothing.
    static QString mark(PhotoCull cull);
};

}  // namespace Forecourt
