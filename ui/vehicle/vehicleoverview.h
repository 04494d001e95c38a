// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclesummary.h"
#include "ui/vehicle/vehicleservices.h"

#include <QScrollArea>

class QBoxLayout;
class QGridLayout;

namespace Forecourt {

class Button;
class Label;
class Note;
class PhotoBanner;

/// First tab of a vehicle: picture, specification, price, notes.
class VehicleOverview : public QScrollArea {
    Q_OBJECT

public:
    VehicleOverview(const VehicleServices& services, const Clock& clock, QWidget* parent = nullptr);

    void setVehicle(const Vehicle& vehicle, const VehicleSummary& summary);
    /// Another vehicle has this VIN too: its stock number; empty for none.
    void setDuplicate(const QString& stockNumber);
    /// Says what could not be done.
    void showFailure(const QString& sentence);
    QWidget* priceButton() const;

Q_SIGNALS:
    void editRequested(Forecourt::VehicleField first);
    void priceRequested();
    void photosRequested();
    void duplicateRequested(const QString& stockNumber);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Fact {
        VehicleField field;
        Label* name = nullptr;
        Label* value = nullptr;
    };
    void addFact(QGridLayout* grid, VehicleField field, int row, int column);
    QString factText(VehicleField field) const;
    void show();
    void retranslate();

    VehicleServices m_services;
    const Clock& m_clock;
    Vehicle m_vehicle;
    VehicleSummary m_summary;
    PhotoBanner* m_photo;
    QList<Fact> m_facts;
    QList<Label*> m_sections;
    Note* m_duplicate;
    Note* m_failure;
    QString m_duplicateStock;
    Button* m_edit;
    Button* m_price;
    Label* m_asking;
    Label* m_costName;
    Label* m_cost;
    Label* m_marginName;
    Label* m_margin;
    Label* m_notes;
    QBoxLayout* m_columns;
};

}  // namespace Forecourt
