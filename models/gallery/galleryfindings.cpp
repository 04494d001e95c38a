// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/galleryfindings.h"

#include "models/base/whendone.h"
#include "models/outbox/blobstore.h"

#include <algorithm>

namespace Forecourt {

namespace {

constexpr int FindingsLullMs = 250;

}  // namespace

GalleryFindings::GalleryFindings(Store& store, const GalleryListModel& photos, QObject* parent)
    : QObject(parent), m_store(store), m_photos(photos)
{
    m_lull.setSingleShot(true);
    m_lull.setInterval(FindingsLullMs);
    connect(&m_lull, &QTimer::timeout, this, &GalleryFindings::check);
    connect(&photos, &GalleryListModel::loaded, &m_lull, qOverload<>(&QTimer::start));
    connect(&photos, &QAbstractItemModel::modelReset, this, [this] {
        m_findings.clear();
        m_qualities.clear();
        Q_EMIT changed();
    });
}

const PhotoFindings* GalleryFindings::of(PhotoId photo) const
{
    const auto found = std::ranges::find(m_findings, photo, &PhotoFindings::photo);
    return found == m_findings.end() ? nullptr : &*found;
}

const PhotoQuality* GalleryFindings::qualityOf(PhotoId photo) const
{
    const auto known = m_qualities.constFind(photo);
    return known == m_qualities.cend() ? nullptr : &*known;
}

void GalleryFindings::check()
{
    m_stale = m_checking;
    if (m_checking || m_photos.vehicle().isNull())
        return;
    m_checking = true;
    const VehicleId vehicle = m_photos.vehicle();
    const auto checked = m_store.read([vehicle, blobs = BlobStore(m_store.blobDirectory())](Connection& connection) {
        return checkGallery(connection, blobs, vehicle);
    });
    whenDone(checked, this, [this, vehicle](const Expected<GalleryCheck>& check) {
        m_checking = false;
        if (m_stale)
            m_lull.start();
        // Hints are a help: where they cannot be had, nothing is said.
        if (!check || vehicle != m_photos.vehicle())
            return;
        if (!check->measured.isEmpty())
            m_store.write(
                [measured = check->measured](Connection& connection) { return noteQualities(connection, measured); });
        std::vector<PhotoFindings> found;
        std::ranges::copy_if(check->photos, std::back_inserter(found),
                             [](const PhotoFindings& one) { return !one.isClean(); });
        QHash<PhotoId, PhotoQuality> qualities;
        for (const PhotoFindings& one : check->photos)
            if (one.quality)
                qualities.insert(one.photo, *one.quality);
        if (found == m_findings && qualities == m_qualities)
            return;
        m_findings = std::move(found);
        m_qualities = std::move(qualities);
        Q_EMIT changed();
    });
}

}  // namespace Forecourt
