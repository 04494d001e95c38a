// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QWidget>

namespace Forecourt {

class KeyTag;
class Label;
class PhotoBanner;
class Store;
class ThumbnailSource;

/// A vehicle at a glance beside something else: its photo, key tag and site.
class VehiclePortrait : public QWidget {
    Q_OBJECT

public:
    VehiclePortrait(ThumbnailSource& thumbnails, QWidget* parent);

    void setVehicle(VehicleId id, const QString& stockNumber, const QString& siteCode, const QString& siteName);
    VehicleId vehicle() const { return m_id; }
    /// SHA-256 of its small picture; empty for none.
    void setPhoto(const QByteArray& sha);

private:
    VehicleId m_id;
    PhotoBanner* m_photo;
    KeyTag* m_tag;
    Label* m_site;
};

}  // namespace Forecourt
