// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehiclequery.h"
#include "models/vehicle/vehicletablemodel.h"
#include "models/view/savedview.h"
#include "ui/shell/shellcontext.h"

#include <QWidget>

namespace Forecourt {

class IconButton;
class Button;
class TabStrip;

/// What a saved view of the list keeps.
struct InventoryView {
    VehicleQuery query;
    QList<VehicleColumn> columns;

    QJsonObject toJson() const;
    static InventoryView fromJson(const QJsonObject& json);
    friend bool operator==(const InventoryView&, const InventoryView&) = default;
};

/// The tabs over the list: all stock, and the views that this person has saved, each with its count. Views travel to
/// the other devices of the person; saving, renaming and deleting can be undone.
class SavedViewTabs : public QWidget {
    Q_OBJECT

public:
    SavedViewTabs(const ShellContext& context, QWidget* parent = nullptr);

    /// What the list shows now: decides whether "Save this view" is offered.
    void setPresent(const InventoryView& view);
    QString currentName() const;

Q_SIGNALS:
    void viewChosen(const Forecourt::InventoryView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void fill();
    void count();
    void choose(int index);
    void showMenu(int index, const QPoint& position);
    void askName(const QString& present, std::function<void(const QString&)> then);
    void saveNew(const QString& name);
    void retranslate();

    ShellContext m_context;
    TabStrip* m_tabs;
    Button* m_save;
    std::vector<SavedView> m_views;
    InventoryView m_present;
    InventoryView m_chosen;
    SavedViewId m_wanted;
};

}  // namespace Forecourt
