// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/coverlogos.h"

#include "models/outbox/blobstore.h"

#include <QFile>

namespace Forecourt {

namespace {

constexpr qsizetype LargestLogo = 4 << 20;

}  // namespace

bool readCoverLogos(const BlobStore& blobs, RenderRecipe& recipe)
{
    bool all = true;
    for (const PhotoCover& cover : recipe.covers) {
        if (cover.logoSha.isEmpty() || recipe.logos.contains(cover.logoSha))
            continue;
        QFile file(blobs.path(cover.logoSha));
        if (file.open(QIODevice::ReadOnly))
            recipe.logos.insert(cover.logoSha, file.read(LargestLogo));
        else
            all = false;
    }
    return all;
}

}  // namespace Forecourt
