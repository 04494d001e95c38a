// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclequery.h"

#include <QTimer>
#include <QWidget>

namespace Forecourt {

class Chip;
class FlowLayout;
class LocationDirectory;
class SearchField;
class Store;

/// The row of filters over the list: a field that filters as you type, a chip for each filter in force, and one that
/// adds another. A click on a chip changes it, its cross takes it away.
class VehicleFilterBar : public QWidget {
    Q_OBJECT

public:
    VehicleFilterBar(Store& store, LocationDirectory& locations, QWidget* parent = nullptr);

    const VehicleFilter& filter() const { return m_filter; }
    /// Shows a filter without announcing it.
    void setFilter(const VehicleFilter& filter);
    void focusText();
    SearchField* textField() const { return m_text; }
    /// What the chips say, with the filter that each stands for taken away: for "drop the filter that hides most".
    struct Part {
        QString words;
        VehicleFilter without;
    };
    QList<Part> parts() const;

Q_SIGNALS:
    void filterChanged(const Forecourt::VehicleFilter& filter);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Kind { Site, Phase, Make, Year, Price, Days, Duplicates };
    static QList<Kind> allKinds();
    bool isSet(Kind kind) const;
    static void clear(VehicleFilter& filter, Kind kind);
    QString words(Kind kind) const;
    QString name(Kind kind) const;
    void change(const VehicleFilter& filter);
    void rebuildChips();
    void showAddMenu();
    void edit(Kind kind, QWidget* opener);
    void editMakes(QWidget* opener);
    void editRange(Kind kind, QWidget* opener);
    void retranslate();

    Store& m_store;
    LocationDirectory& m_locations;
    VehicleFilter m_filter;
    SearchField* m_text;
    FlowLayout* m_flow;
    QList<QWidget*> m_chips;
    Chip* m_add = nullptr;
};

}  // namespace Forecourt
