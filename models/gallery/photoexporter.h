// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/gallery/exportfilename.h"
#include "models/gallery/exportpreset.h"
#include "models/outbox/blobstore.h"

#include <QMetaType>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace Forecourt {

/// A photo that is to leave.
struct ExportSource {
    PhotoId photo;
    QByteArray sha;  ///< of its large rendition, which shows edits and covers; at most 2048 px
    ExportWords words;
};

/// Where exported photos go.
struct ExportTarget {
    enum class Form { Folder, Zip };
    Form form = Form::Folder;
    QString path;  ///< the folder, which is made if it is not there, or the ZIP file
};

/// Writes photos for a marketplace, as a preset says, to a folder or into a ZIP file, off the GUI thread. A photo that
/// is not on this computer yet or cannot be read does not stop the others. Nothing of it is seen at the target before
/// all of it is there; files of the same names are replaced. Once per object, on the thread that made it.
class PhotoExporter : public QObject {
    Q_OBJECT

public:
    /// Why one photo is not among the files.
    struct Failure {
        PhotoId photo;
        QString name;
        Error error;  ///< NotFound: its file has not arrived from the server yet; PhotoTruncated; InvalidInput "bytes"
    };
    struct Outcome {
        QStringList written;  ///< names, in order of the sources
        qint64 bytes = 0;
        std::vector<Failure> failures;
        /// Why nothing was written: Cancelled, DiskFull, FileUnwritable, InvalidInput (the preset).
        std::optional<Error> error;
    };

    explicit PhotoExporter(BlobStore blobs, QObject* parent = nullptr);
    /// Cancels.
    ~PhotoExporter() override;

    void start(const std::vector<ExportSource>& sources, const ExportPreset& preset, const ExportTarget& target);
    /// Leaves the target as it was; finished() tells Cancelled. Without effect once the files are being put in place.
    void cancel();

    /// Names that would be replaced: for a ZIP, the file itself.
    static QStringList replaced(const std::vector<ExportSource>& sources, const ExportPreset& preset,
                                const ExportTarget& target);

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const Forecourt::PhotoExporter::Outcome& outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::PhotoExporter::Outcome)
