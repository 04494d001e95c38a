// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Forecourt {

class AccessDirectory;
class ImageWorkerPool;
class LocationDirectory;
class RenditionKeeper;
class ThumbnailSource;
class UserDirectory;

/// What the pages about vehicles share beyond the shell's context. Everything outlives the pages.
struct VehicleServices {
    LocationDirectory* locations = nullptr;
    UserDirectory* users = nullptr;
    AccessDirectory* access = nullptr;
    ThumbnailSource* thumbnails = nullptr;
    ImageWorkerPool* imageWorkers = nullptr;
    RenditionKeeper* renditions = nullptr;  ///< null: whoever else runs makes them
};

}  // namespace Forecourt
