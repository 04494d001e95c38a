// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehicle.h"
#include "models/vehicle/vehiclesummary.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleservices.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace Forecourt {

class Badge;
class Button;
class ErrorState;
class GalleryView;
class IconButton;
class KeyTag;
class Label;
class PhaseSteps;
class SiteSquare;
class TabStrip;
class UnsentVehicles;
class VehicleOverview;
struct EditOutcome;

/// One vehicle on the whole page: head with key tag, name and phases, and tabs for overview and photos. Follows
/// changes of the vehicle, from here or from elsewhere.
class VehicleDetail : public QWidget {
    Q_OBJECT

public:
    VehicleDetail(const ShellContext& context, const VehicleServices& services, QWidget* parent = nullptr);

    enum class Tab { Overview, Photos };
    void setVehicle(VehicleId id, Tab tab = Tab::Overview);
    VehicleId vehicle() const { return m_id; }
    Tab tab() const;
    void setTab(Tab tab);
    void changePrice();
    /// "4 of 86": place in the list that it was opened from; negative for none.
    void setPlace(int row, int count);
    /// Whether this person may see what happened to the vehicle.
    void setActivityOffered(bool offered);
    QString statusText() const;
    QList<QWidget*> areas() const;

Q_SIGNALS:
    void backRequested();
    void stepRequested(int by);
    void editRequested(Forecourt::VehicleId id, Forecourt::VehicleField first);
    void openRequested(Forecourt::VehicleId id);
    void activityRequested();
    void tabChanged();
    void statusChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void show();
    void changePhase(Phase phase);
    void openOther(const QString& stockNumber);
    void remove();
    void note(std::function<QString()> text, const Expected<EditOutcome>& outcome);
    GalleryView* gallery();
    void retranslate();

    ShellContext m_context;
    VehicleServices m_services;
    VehicleId m_id;
    Vehicle m_vehicle;
    VehicleSummary m_summary;
    QString m_duplicate;
    QString m_galleryStatus;

    IconButton* m_back;
    KeyTag* m_tag;
    Label* m_name;
    Label* m_trim;
    Label* m_vin;
    Label* m_facts;
    SiteSquare* m_site;
    Badge* m_waiting;
    UnsentVehicles* m_unsent;
    PhaseSteps* m_phases;
    IconButton* m_activity;
    Button* m_remove;
    Label* m_place;
    IconButton* m_previous;
    IconButton* m_next;
    TabStrip* m_tabs;
    QStackedWidget* m_content;
    VehicleOverview* m_overview;
    GalleryView* m_gallery = nullptr;
    ErrorState* m_gone;
};

}  // namespace Forecourt
