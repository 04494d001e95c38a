// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/photocommands.h"
#include "models/outbox/blobstore.h"
#include "models/outbox/undostep.h"

#include <QFuture>
#include <QImage>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace Forecourt {

class ImageWorkerPool;
class Journal;
class Store;

/// One file of an import, as a person follows it.
struct ImportItem {
    enum class State {
        Queued,
        Reading,
        Done,    ///< read; joins the gallery with the others
        Failed,  ///< see error
    };
    QString path;  ///< empty for a pasted picture
    QString name;  ///< file name
    qint64 size = 0;
    State state = State::Queued;
    std::optional<Error> error;
    QByteArray thumbSha;  ///< thumbnail in the BlobStore, once Done
    bool video = false;
    std::optional<qint64> durationMs;  ///< of a video, once Done
};

/// Where in the gallery the photos of an import go.
struct ImportPlace {
    PhotoId before;  ///< null: the end
    QString shot;    ///< code of the shot that the first of them is; empty for none
};

/// One import of files, folders or a pasted picture into the gallery of one vehicle, off the GUI thread.
///
/// Goes through its phases once: lists the files (folders are searched, sorted by name), lets the person choose when
/// more are found than places are free, reads each in a helper process, and adds all that could be read in one edit.
/// A bad file never stops the others. Until that edit nothing of it is in the store; files that were copied for an
/// import that is cancelled are taken away again. Lives on the thread that made it; journal and pool must outlive it.
class PhotoImporter : public QObject {
    Q_OBJECT

public:
    enum class Phase { Ready, Listing, Choosing, Reading, Saving, Finished };
    Q_ENUM(Phase)

    /// A folder that holds more files than this is cut off; the rest is not looked at.
    static constexpr int MaxListed = 5'000;

    PhotoImporter(Journal& journal, ImageWorkerPool& pool, VehicleId vehicle, QObject* parent = nullptr);
    /// Cancels what is not saved yet.
    ~PhotoImporter() override;

    /// Before it is started; without it the photos go to the end.
    void setPlace(const ImportPlace& place);
    /// Starts with local files and folders.
    void start(const QStringList& paths);
    /// Starts with a pasted picture; it is kept as PNG under `name`.
    void start(const QImage& picture, const QString& name);
    /// In phase Choosing: goes on with these items only (rows of items()); the others fail with GalleryFull. More rows
    /// than freeSlots() are cut off.
    void choose(const std::vector<int>& rows);
    /// Ends the import; the gallery stays as it was. Without effect once the photos are being saved.
    void cancel();

    Phase phase() const;
    VehicleId vehicle() const;
    const std::vector<ImportItem>& items() const;
    /// In phase Choosing: rows of items() that could join the gallery.
    std::vector<int> candidates() const;
    /// In phase Choosing: how many of them.
    int freeSlots() const;
    int count(ImportItem::State state) const;

    /// How the import ended.
    struct Outcome {
        std::vector<PhotoId> added;  ///< in gallery order
        UndoStep undo;               ///< takes all of them out again; empty when nothing was added
        std::optional<Error> error;  ///< why nothing was saved: Cancelled, DiskFull, …; a bad file is no reason
    };

Q_SIGNALS:
    void phaseChanged(Forecourt::PhotoImporter::Phase phase);
    void itemChanged(int row);
    /// The last signal.
    void finished(const Forecourt::PhotoImporter::Outcome& outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Takes away the files of imports that the end of the program has cut short before their photos were saved: such an
/// import is gone as if it had been cancelled. To be called once for an opened store, before the first import.
QFuture<Expected<void>> discardInterruptedImports(Store& store);

}  // namespace Forecourt
