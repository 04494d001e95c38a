// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Forecourt {

class GalleryEdits;
class GalleryFindings;
class GalleryListModel;
class ImageWorkerPool;
class Store;
class ThumbnailSource;

/// What all views of one gallery share. Everything outlives them.
struct GalleryContext {
    GalleryListModel& photos;
    ThumbnailSource& thumbnails;
    GalleryEdits& edits;
    const GalleryFindings& findings;
    ImageWorkerPool& workers;
    Store& store;
};

}  // namespace Forecourt
