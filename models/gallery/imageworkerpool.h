// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photolimits.h"
#include "models/gallery/renditions.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace Forecourt {

/// Decodes photos in a few helper processes (forecourt-imageworker), and videos in one (forecourt-videoworker, which
/// runs only while there are any), with limits on time and memory, so that a crash, a
/// hang or a bomb costs one photo and never the program. A helper that dies is replaced. Helpers start with the first
/// photo. Thread-safe; talks to the helpers on a thread of its own.
class ImageWorkerPool {
public:
    struct Options {
        QString program = defaultProgram();
        QString videoProgram = defaultVideoProgram();
        int workers = 2;
        int timeout = PhotoLimits::WorkerMsecs;  ///< milliseconds for one photo
    };

    ImageWorkerPool();
    explicit ImageWorkerPool(Options options);
    /// Ends the helpers; photos that wait fail with Cancelled.
    ~ImageWorkerPool();
    ImageWorkerPool(const ImageWorkerPool&) = delete;
    ImageWorkerPool& operator=(const ImageWorkerPool&) = delete;

    /// Renditions of a file. Errors: those of renderPhotoFile(), PhotoDecoderCrashed, PhotoDecoderTimeout, Cancelled.
    QFuture<Expected<Renditions>> render(const QString& path);
    /// Likewise, as edited and covered.
    QFuture<Expected<Renditions>> renderEdited(const QString& path, const RenderRecipe& recipe);
    /// Renditions and length of a video. Errors: those of renderVideoFile(), and as above.
    QFuture<Expected<Renditions>> renderVideo(const QString& path);
    /// Renditions of a picture in memory, for instance from the clipboard.
    QFuture<Expected<Renditions>> render(const QByteArray& bytes, const QString& name);

    int workers() const;

    /// The helper beside the running program, or in the folder that FORECOURT_BIN_DIR names.
    static QString defaultProgram();
    static QString defaultVideoProgram();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
