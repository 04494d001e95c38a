// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/blobstore.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QSize>

#include <memory>

namespace Forecourt {

class SyncControl;

/// Pictures for the screen from files of the BlobStore: decoded on a few threads of its own, never on the caller's,
/// newest wish first, and kept in memory up to a bound. Used by every list and grid that shows photos. Lives on the
/// GUI thread.
class ThumbnailSource : public QObject {
    Q_OBJECT

public:
    enum class State {
        Loading,
        Ready,
        NotHere,  ///< the file has not arrived from the server yet; it was asked for
        Broken,   ///< the file is here but is no picture
    };

    static constexpr qsizetype DefaultBytes = 96 * 1024 * 1024;

    explicit ThumbnailSource(BlobStore blobs, qsizetype maxBytes = DefaultBytes, QObject* parent = nullptr);
    ~ThumbnailSource() override;

    /// Files that are missing are asked for here; null while there is no sync.
    void setSyncControl(SyncControl* sync);

    /// The picture named by its SHA-256 in a size that covers `pixels` (device pixels, aspect ratio kept, never
    /// enlarged): at once when it is in memory, else a null image, and ready() follows. An invalid `pixels` means the
    /// file's own size. Cheap: meant to be called from paint().
    QImage request(const QByteArray& sha, const QSize& pixels);
    /// What is known about a file that was requested.
    State state(const QByteArray& sha) const;

Q_SIGNALS:
    /// Another request for this file is worth it now: it can be shown, or its state has changed.
    void ready(const QByteArray& sha);

private:
    void startNext();

    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
