// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/gallery/photocommands.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace Forecourt {

class BlobStore;
class Connection;
class DemoRandom;

/// A front view of a whole car among resources/demo-photos.
struct DemoPicture {
    const char* name;
    const char* color;  ///< as a vehicle's field says it
    const char* body;   ///< SUV, Sedan, Hatchback, Pickup or Minivan
};

std::span<const DemoPicture> demoPictures();
/// Index of the picture with this name.
int demoPictureNamed(const char* name);
/// A picture for a car of this body, as VinDecoder names bodies; the blue-grey SUV, of which there are more views than
/// of the others, comes more often.
int demoPictureFor(const char* body, DemoRandom& random);

/// The pictures inside the program, put in a blob store with their renditions, each once.
class DemoPhotos {
public:
    /// Errors as BlobStore::put and renderPhoto. `go` is asked after each file; false stops with Cancelled.
    static Expected<DemoPhotos> store(const BlobStore& blobs, const std::function<bool()>& go);

    /// Notes all files for sending, inside an edit.
    Expected<void> noteFiles(Connection& connection, UtcMs now) const;
    /// Names of pictures that make a gallery: the front view first, then what else there is of such a car.
    static QStringList gallery(int picture, DemoRandom& random);
    /// Everything there is of the car whose VIN plate is photographed.
    static QStringList fullGallery();
    /// A photo without an id.
    NewPhoto photo(const QString& name) const { return m_photos.value(name); }

private:
    QHash<QString, NewPhoto> m_photos;
};

}  // namespace Forecourt
