// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/gallery/editbase.h"
#include "models/gallery/renderrecipe.h"
#include "models/outbox/blobstore.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

namespace Forecourt {

class ImageWorkerPool;
class Store;

/// Shows what an edit makes of one photo while a person is still at it: the same steps as for the renditions, on a
/// smaller picture. Never busy on the thread that it lives on; of wishes that come faster than pictures the last one
/// counts. Store and pool must outlive it.
class EditPreview : public QObject {
    Q_OBJECT

public:
    EditPreview(Store& store, ImageWorkerPool& workers, QObject* parent = nullptr);
    ~EditPreview() override;

    /// Begins with another photo: loaded(), failed() or missing() follows.
    void open(const Photo& photo);
    bool isLoaded() const { return !m_base.isNull(); }
    /// Whether the original is on this computer: else the renditions of an edit are made by one that has it.
    bool isFromOriginal() const { return m_base.fromOriginal; }
    /// As it was taken.
    const QImage& original() const { return m_base.picture; }
    /// Wishes a picture of at most `box` pixels; ready() follows. Before loaded() the wish waits.
    void show(const PhotoEdit& edit, const std::vector<PhotoCover>& covers, int box);

Q_SIGNALS:
    void loaded();
    /// Errors: those of Connection::run() and ImageWorkerPool::render().
    void failed(const Forecourt::Error& error);
    /// No file of the photo is on this computer yet.
    void missing();
    void ready(const QImage& picture);

private:
    struct Wish {
        RenderRecipe recipe;
        int box = 0;
    };

    void loadOriginal(int opened, const Photo& photo);
    void loadRendition(int opened, const Photo& photo, const QByteArray& sha, const PhotoEdit& shown);
    void take(int opened, const Expected<EditBase>& base);
    void next();

    Store& m_store;
    ImageWorkerPool& m_workers;
    BlobStore m_blobs;
    QThreadPool m_threads;
    EditBase m_base;
    int m_opened = 0;  ///< counts photos: what was asked for an earlier one is dropped
    bool m_busy = false;
    std::optional<Wish> m_wish;
};

}  // namespace Forecourt
