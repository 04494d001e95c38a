// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/vehicle/vehicleportrait.h"

#include "ui/vehicle/photobanner.h"
#include "ui/widgets/keytag.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace Forecourt {

VehiclePortrait::VehiclePortrait(ThumbnailSource& thumbnails, QWidget* parent)
    : QWidget(parent),
      m_photo(new PhotoBanner(thumbnails, this)),
      m_tag(new KeyTag(this)),
      m_site(new Label(QString(), TextRole::Second, Token::Ink2, this))
{
    m_photo->setRounded(true);
    m_photo->setPhoto({}, -1);
    m_site->setEliding(true);
    m_site->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* line = new QHBoxLayout;
    line->addWidget(m_tag);
    line->addWidget(m_site, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_photo);
    column->addLayout(line);
}

void VehiclePortrait::setVehicle(VehicleId id, const QString& stockNumber, const QString& siteCode,
                                 const QString& siteName)
{
    m_id = id;
    m_tag->setTag(stockNumber, siteCode, siteName);
    m_site->setText(siteName);
}

void VehiclePortrait::setPhoto(const QByteArray& sha)
{
    m_photo->setPhoto(sha, -1);
}

}  // namespace Forecourt
