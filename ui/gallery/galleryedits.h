// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/base/id.h"
#include "models/gallery/photo.h"
#include "models/outbox/journal.h"

#include <QObject>

#include <vector>

namespace Forecourt {

/// What a hand can do to the photos of a gallery: runs the command, then names it for the undo list. Shared by the
/// grid, the side panel and the lightbox.
class GalleryEdits : public QObject {
    Q_OBJECT

public:
    explicit GalleryEdits(Journal& journal, QObject* parent = nullptr);

    /// A null `before` means the end.
    void move(VehicleId vehicle, const std::vector<PhotoId>& photos, PhotoId before);
    /// Two photos take each other's place.
    void swap(VehicleId vehicle, PhotoId first, PhotoId second);
    void makePrimary(PhotoId photo);
    void remove(const std::vector<PhotoId>& photos);
    void caption(PhotoId photo, const QString& words);
    /// By quarters clockwise.
    void turn(const std::vector<PhotoId>& photos, int quarters);
    /// All that was set on a photo at once, as one step; the covers also on other photos. The result is for whoever
    /// wants to tell the person there, too.
    QFuture<Expected<EditOutcome>> reshape(PhotoId photo, const PhotoEdit& edit, const std::vector<PhotoCover>& covers,
                                           const std::vector<PhotoId>& alsoCovered);
    void cull(const std::vector<PhotoId>& photos, PhotoCull cull);
    /// An empty code: nothing of the list.
    void assignShot(const std::vector<PhotoId>& photos, const QString& code);

Q_SIGNALS:
    /// In the past tense: "2 photos moved". Not sent for an edit that changed nothing.
    void edited(const QString& text, const Forecourt::UndoStep& undo);
    void failed(const Forecourt::Error& error);

private:
    void follow(const QFuture<Expected<EditOutcome>>& edit, const QString& text);

    Journal& m_journal;
};

}  // namespace Forecourt
