// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/vehicle/vehiclesummary.h"
#include "ui/vehicle/vehicleservices.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace Forecourt {

class Badge;
class Button;
class IconButton;
class KeyTag;
class Label;
class PhotoBanner;

/// The vehicle under the cursor, beside the list: picture, name, money, facts, and what can be done with it.
class VehicleSidePanel : public QWidget {
    Q_OBJECT

public:
    VehicleSidePanel(const VehicleServices& services, const Clock& clock, QWidget* parent = nullptr);

    /// Nothing shows what can be done here.
    void setVehicle(const std::optional<VehicleSummary>& vehicle);
    /// Without what can be done: beside search results.
    void setPreviewOnly();
    VehicleId vehicle() const { return m_vehicle ? m_vehicle->id : VehicleId(); }

Q_SIGNALS:
    void openRequested(Forecourt::VehicleId id);
    void editRequested(Forecourt::VehicleId id);
    void priceRequested(Forecourt::VehicleId id);
    void previousRequested();
    void nextRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void show();
    void addFact(QGridLayout* grid, int row, Label*& name, Label*& value);

    const LocationDirectory& m_locations;
    const AccessDirectory& m_access;
    const Clock& m_clock;
    std::optional<VehicleSummary> m_vehicle;

    PhotoBanner* m_photo;
    KeyTag* m_tag;
    Badge* m_phase;
    Label* m_name;
    Label* m_trim;
    Label* m_vin;
    IconButton* m_copyVin;
    Label* m_askingName;
    Label* m_asking;
    QWidget* m_costFigure;
    Label* m_costName;
    Label* m_cost;
    QWidget* m_marginFigure;
    Label* m_marginName;
    Label* m_margin;
    struct Fact {
        Label* name = nullptr;
        Label* value = nullptr;
    };
    Fact m_odometer, m_color, m_site, m_keys, m_owner, m_engine, m_title;
    QWidget* m_actions;
    Button* m_open;
    Button* m_edit;
    IconButton* m_price;
    IconButton* m_previous;
    IconButton* m_next;
    IconButton* m_close;
};

}  // namespace Forecourt
