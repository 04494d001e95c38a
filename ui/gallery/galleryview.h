// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/outbox/undostep.h"
#include "models/vehicle/vehicle.h"
#include "ui/gallery/photosheet.h"

#include <QStringList>
#include <QWidget>

#include <memory>

namespace Forecourt {

class ImageWorkerPool;
class Journal;
class RenditionKeeper;
class ShellSettings;
class SyncControl;
class ThumbnailSource;

/// The photos of one vehicle: a grid of 50 numbered places, a panel for the current photo, and imports as they go.
/// Takes files and folders dropped from outside, pasted pictures, and the file dialog; drag or Ctrl+arrows reorder.
/// What it is given must outlive it; `sync`, which tells whether missing photos can arrive, may be null.
class GalleryView : public QWidget {
    Q_OBJECT

public:
    GalleryView(Journal& journal, ThumbnailSource& thumbnails, ImageWorkerPool& workers, SyncControl* sync,
                QWidget* parent = nullptr);
    ~GalleryView() override;

    /// Shows another vehicle; an import that runs goes on for the vehicle that it was started for.
    void setVehicle(VehicleId vehicle);
    /// Words above the lightbox: "B26-1187 · 2019 Toyota RAV4".
    void setVehicleTitle(const QString& title);
    /// What exported files are named by, and what the photo sheet says besides the photos.
    void setVehicleFacts(const Vehicle& vehicle, const PhotoSheet& sheet);
    /// From now on photos can leave; `settings` remembers how they last did, and outlives the view.
    void offerExport(ShellSettings& settings);
    /// From now on it says which photos `keeper`, which outlives the view, could not make as they were edited.
    void follow(RenditionKeeper& keeper);
    int photoCount() const;
    /// Adds files and folders to the present vehicle, as if they had been dropped.
    void importFiles(const QStringList& paths);

Q_SIGNALS:
    /// Something was edited here; `text` names it for the undo list: "2 photos moved".
    void edited(const QString& text, const Forecourt::UndoStep& undo);
    /// From a window of its own, where the keys of the main window do not reach.
    void undoRequested();
    void redoRequested();
    void photoCountChanged(int count);
    /// Something went well: "Photo sheet saved as B26-1187.pdf".
    void said(const QString& text);
    /// One line for the status bar: "28 of 50 places · 2 importing · 1 refused".
    void statusChanged(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
