// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photowords.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

QString PhotoWords::place(const Gallery& gallery, int row)
{
    const Photo& photo = gallery.photos[static_cast<size_t>(row)];
    QStringList words{
        (photo.isVideo() ? tr("Video %1 of %2") : tr("Photo %1 of %2")).arg(row + 1).arg(gallery.photos.size())};
    if (gallery.primary() == &photo)
        words << tr("primary");
    if (!photo.edit.isNone() || !photo.covers.empty())
        words << (photo.renditionsBehind ? tr("edited, not shown yet") : tr("edited"));
    return words.join(u" · "_s);
}

QString PhotoWords::mark(PhotoCull cull)
{
    switch (cull) {
    case PhotoCull::Keep: return tr("to keep");
    case PhotoCull::Reject: return tr("rejected");
    case PhotoCull::None: break;
    }
    return {};
}

}  // namespace Forecourt
