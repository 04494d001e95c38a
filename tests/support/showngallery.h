// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "tests/support/gallerystore.h"
#include "tests/support/photofiles.h"
#include "tests/support/scriptedsynccontrol.h"
#include "ui/gallery/gallerygrid.h"
#include "ui/gallery/galleryview.h"
#include "ui/gallery/lightbox.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace Forecourt::Tests {

/// A gallery on screen over a real store, with photos that come from real files.
class ShownGallery {
public:
    /// Imports one photo per picture, in this order.
    explicit ShownGallery(const std::vector<QImage>& pictures)
    {
        view.resize(1180, 700);
        view.setVehicle(store.vehicle);
        view.show();
        view.activateWindow();
        view.setFocus();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the gallery did not appear");
        QTemporaryDir folder;
        QStringList files;
        for (const QImage& picture : pictures)
            files +=
                writeFile(folder.filePath(QStringLiteral("%1.png").arg(QChar(u'a' + static_cast<int>(files.size())))),
                          encoded(picture, "png"));
        view.importFiles(files);
        if (!QTest::qWaitFor([&] { return view.photoCount() == static_cast<int>(pictures.size()); }, 60'000))
            qFatal("the photos did not come in");
        edits.emplace(&view, &GalleryView::edited);
    }

    Photo photo(int row) { return store.gallery().photos.at(static_cast<size_t>(row)); }
    void choose(int row) { grid->setCurrentIndex(grid->model()->index(row, 0)); }
    Lightbox* lightbox() const { return view.findChild<Lightbox*>(); }
    void undo() { store.must(store.journal().revert(edits->last().at(1).value<UndoStep>()).result()); }

    /// The visible one of the buttons with this accessible name.
    static QAbstractButton* button(const QWidget* in, const QString& name)
    {
        for (auto* one : in->findChildren<QAbstractButton*>())
            if (one->isVisible() && (one->accessibleName() == name || one->text() == name))
                return one;
        return nullptr;
    }

    GalleryStore store;
    ImageWorkerPool workers;
    ThumbnailSource thumbnails{BlobStore(store.store().blobDirectory())};
    ScriptedSyncControl sync;
    GalleryView view{store.journal(), thumbnails, workers, &sync};
    GalleryGrid* grid = view.findChild<GalleryGrid*>();
    std::optional<QSignalSpy> edits;
};

}  // namespace Forecourt::Tests
