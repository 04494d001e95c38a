// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/galleryedits.h"

#include "models/base/whendone.h"
#include "models/gallery/photocommands.h"
#include "models/gallery/photoeditcommands.h"
#include "models/gallery/shotlist.h"

namespace Forecourt {

GalleryEdits::GalleryEdits(Journal& journal, QObject* parent) : QObject(parent), m_journal(journal) {}

void GalleryEdits::move(VehicleId vehicle, const std::vector<PhotoId>& photos, PhotoId before)
{
    follow(m_journal.run(MovePhotos{vehicle, photos, before}),
           tr("%n photo(s) moved", nullptr, static_cast<int>(photos.size())));
}

void GalleryEdits::swap(VehicleId vehicle, PhotoId first, PhotoId second)
{
    follow(m_journal.run(SwapPhotos{vehicle, first, second}), tr("Two photos swapped"));
}

void GalleryEdits::makePrimary(PhotoId photo)
{
    follow(m_journal.run(MakePrimary{photo}), tr("Primary photo chosen"));
}

void GalleryEdits::remove(const std::vector<PhotoId>& photos)
{
    follow(m_journal.run(RemovePhotos{photos}), tr("%n photo(s) removed", nullptr, static_cast<int>(photos.size())));
}

void GalleryEdits::caption(PhotoId photo, const QString& words)
{
    follow(m_journal.run(CaptionPhoto{photo, words}), tr("Caption changed"));
}

void GalleryEdits::turn(const std::vector<PhotoId>& photos, int quarters)
{
    follow(m_journal.run(TurnPhotos{photos, quarters}),
           tr("%n photo(s) turned", nullptr, static_cast<int>(photos.size())));
}

QFuture<Expected<EditOutcome>> GalleryEdits::reshape(PhotoId photo, const PhotoEdit& edit,
                                                     const std::vector<PhotoCover>& covers,
                                                     const std::vector<PhotoId>& alsoCovered)
{
    std::vector<PhotoId> covered{photo};
    covered.insert(covered.end(), alsoCovered.begin(), alsoCovered.end());
    const auto storing = m_journal.edit([photo, edit, covers, covered](EditTransaction& transaction) -> Expected<void> {
        FC_TRY((EditPhoto{photo, edit}.apply(transaction)));
        return CoverPhotos{covered, covers}.apply(transaction);
    });
    follow(storing, tr("%n photo(s) edited", nullptr, static_cast<int>(covered.size())));
    return storing;
}

void GalleryEdits::cull(const std::vector<PhotoId>& photos, PhotoCull cull)
{
    const auto count = static_cast<int>(photos.size());
    follow(m_journal.run(CullPhotos{photos, cull}), cull == PhotoCull::Keep ? tr("%n photo(s) to keep", nullptr, count)
                                                    : cull == PhotoCull::Reject
                                                        ? tr("%n photo(s) rejected", nullptr, count)
                                                        : tr("%n mark(s) taken away", nullptr, count));
}

void GalleryEdits::assignShot(const std::vector<PhotoId>& photos, const QString& code)
{
    follow(m_journal.run(AssignShot{photos, code}),
           tr("Shot of %n photo(s) chosen", nullptr, static_cast<int>(photos.size())));
}

void GalleryEdits::follow(const QFuture<Expected<EditOutcome>>& edit, const QString& text)
{
    whenDone(edit, this, [this, text](const Expected<EditOutcome>& outcome) {
        if (!outcome)
            Q_EMIT failed(outcome.error());
        else if (!outcome->undo.isEmpty())
            Q_EMIT edited(text, outcome->undo);
    });
}

}  // namespace Forecourt
