// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/arrivalnote.h"

#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/thumbnailsource.h"
#include "models/outbox/synccontrol.h"

#include <QEvent>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

ArrivalNote::ArrivalNote(const GalleryListModel& photos, ThumbnailSource& thumbnails, SyncControl* sync,
                         QWidget* parent)
    : Note(Tone::Info, QString(), parent), m_photos(photos), m_thumbnails(thumbnails), m_sync(sync)
{
    setIconName(u"cloud-down"_s);
    connect(&thumbnails, &ThumbnailSource::ready, this, &ArrivalNote::refresh);
    connect(&photos, &GalleryListModel::loaded, this, &ArrivalNote::refresh);
    connect(&photos, &QAbstractItemModel::modelReset, this, &ArrivalNote::refresh);
    if (sync)
        connect(sync, &SyncControl::statusChanged, this, &ArrivalNote::refresh);
    refresh();
}

void ArrivalNote::refresh()
{
    const auto missing = static_cast<int>(std::ranges::count_if(m_photos.gallery().photos, [this](const Photo& photo) {
        return m_thumbnails.state(photo.thumbSha) == ThumbnailSource::State::NotHere;
    }));
    setVisible(missing > 0);
    if (missing == 0)
        return;
    const bool online = m_sync && m_sync->status().link == SyncStatus::Link::Online;
    setText(online ? tr("%n photo(s) are on the way to this computer.", nullptr, missing)
                   : tr("%n photo(s) are not on this computer yet. They arrive when it is online.", nullptr, missing));
}

void ArrivalNote::changeEvent(QEvent* event)
{
    Note::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace Forecourt
