// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehicletablemodel.h"

#include <QStyledItemDelegate>

namespace Forecourt {

class LocationDirectory;
class ThumbnailSource;
class UnsentVehicles;

/// Paints the list of vehicles: tick and photo, key tag, two-line names, site, phase lane, money. Rows whose details
/// are not loaded yet are still grey bars. Knows no rules: it shows what VehicleSummary holds.
class VehicleRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Room at the left of the Photo column for the tick that selects a row, at 100 %.
    static constexpr int TickWidth = 34;

    VehicleRowDelegate(ThumbnailSource& thumbnails, const LocationDirectory& locations, const Clock& clock,
                       QObject* parent = nullptr);

    /// Marks the rows of vehicles whose changes wait to be sent.
    void setUnsent(UnsentVehicles* unsent) { m_unsent = unsent; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Whether a column holds figures, which stand at the right.
    static bool isFigure(VehicleColumn column);
    /// A tick box centred in `rect`: header and rows share it.
    static void paintTick(QPainter& painter, const QRect& rect, Qt::CheckState state);

private:
    void paintPhoto(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle, bool ticked) const;
    void paintName(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const;
    void paintPhase(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const;
    void paintMargin(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const;
    void paintPhotoCount(QPainter& painter, const QRect& rect, const VehicleSummary& vehicle) const;
    QString plainText(const VehicleSummary& vehicle, VehicleColumn column) const;

    ThumbnailSource& m_thumbnails;
    const LocationDirectory& m_locations;
    const Clock& m_clock;
    UnsentVehicles* m_unsent = nullptr;
};

}  // namespace Forecourt
