// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/exportdirectory.h"
#include "models/gallery/gallery.h"
#include "models/outbox/undostep.h"
#include "models/vehicle/vehicle.h"
#include "ui/gallery/photosheet.h"

#include <QObject>
#include <QPointer>

namespace Forecourt {

class ExportSheet;
class Journal;
class ShellSettings;
class SyncControl;

/// The ways in which the photos of a vehicle leave the program: as files for a marketplace, and on a page with its
/// facts.
class GalleryExport : public QObject {
    Q_OBJECT

public:
    /// Sheets open over `host`, which outlives this object, as do the others.
    /// `sync` may be null: then what is not on this computer stays where it is.
    GalleryExport(Journal& journal, ShellSettings& settings, SyncControl* sync, QWidget* host);

    void exportPhotos(const Vehicle& vehicle, const Gallery& gallery);
    /// Asks for a file first. `sheet` has everything but the photos.
    void savePhotoSheet(const PhotoSheet& sheet, const Gallery& gallery);
    void printPhotoSheet(const PhotoSheet& sheet, const Gallery& gallery);

Q_SIGNALS:
    /// A preset or a logo was edited.
    void edited(const QString& text, const Forecourt::UndoStep& undo);
    void saved(const QString& file);
    void failed(const Forecourt::Error& error);

private:
    void write(const QString& file, const PhotoSheet& sheet, const Gallery& gallery);
    BlobStore blobs() const;
    /// The primary photo first, the others in their order.
    std::vector<QByteArray> sheetFiles(const Gallery& gallery) const;
    /// Large sizes only come when somebody wants them.
    void fetch(const QByteArray& sha) const;

    Journal& m_journal;
    ShellSettings& m_settings;
    SyncControl* m_sync;
    QWidget* m_host;
    ExportDirectory m_directory;
    QPointer<ExportSheet> m_sheet;
};

}  // namespace Forecourt
