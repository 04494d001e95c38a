// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/shellcontext.h"
#include "ui/vehicle/savedviewtabs.h"
#include "ui/vehicle/vehicleservices.h"

#include <QWidget>

class QSplitter;

namespace Forecourt {

class BulkBar;
class Button;
class EmptyState;
class IconButton;
class Label;
class Note;
class UnsentVehicles;
class VehicleFilterBar;
class VehicleSidePanel;
class VehicleTableModel;
class VehicleTableView;

/// The list of vehicles with all around it: title, saved views, filters or bulk actions, table, side panel.
class InventoryList : public QWidget {
    Q_OBJECT

public:
    InventoryList(const ShellContext& context, const VehicleServices& services, QWidget* parent = nullptr);

    VehicleTableModel* model() const { return m_model; }
    VehicleTableView* table() const { return m_table; }
    VehicleFilterBar* filterBar() const { return m_filters; }
    BulkBar* bulkBar() const { return m_bulk; }
    VehicleSidePanel* sidePanel() const { return m_panel; }
    QWidget* titleActions() const { return m_titleActions; }
    QWidget* tabs() const { return m_views; }

    /// Shows the vehicles whose words begin like this.
    void filterBy(const QString& text);
    void togglePanel();
    void showColumns();
    void exportShown();
    void priceCurrent(VehicleId id);
    /// Moves the cursor by one row; false at the ends.
    bool step(int by);
    bool clearSelection();
    QString statusText() const;
    QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

Q_SIGNALS:
    void openRequested(Forecourt::VehicleId id);
    void editRequested(Forecourt::VehicleId id);
    void addRequested();
    void importRequested();
    void statusChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyFilter();
    void showView(const InventoryView& view);
    void setColumns(const QList<VehicleColumn>& columns);
    /// What a saved view would keep of the list as it is.
    InventoryView present() const;
    void takeColumnsFromHeader();
    void fitColumns();
    /// Gives the side panel its usual width, unless somebody chose one.
    void placePanel();
    void followSelection();
    void showState();
    void showCounts();
    void showFailure(const Error& error);
    void retranslate();

    ShellContext m_context;
    VehicleServices m_services;
    UnsentVehicles* m_unsent;
    VehicleTableModel* m_model;
    Label* m_title;
    Label* m_subtitle;
    QWidget* m_titleActions;
    Button* m_import;
    Button* m_new;
    SavedViewTabs* m_views;
    QWidget* m_filterRow;
    VehicleFilterBar* m_filters;
    BulkBar* m_bulk;
    Button* m_columns;
    IconButton* m_export;
    Note* m_note;
    QSplitter* m_splitter;
    VehicleTableView* m_table;
    EmptyState* m_empty;
    VehicleSidePanel* m_panel;
    QList<VehicleColumn> m_wantedColumns;
    bool m_panelWanted = true;
    bool m_panelPlaced = false;
    bool m_arranging = false;
    bool m_firstAtHand = false;  ///< nobody has touched the list since its first row was taken
    int m_total = 0;
    QFuture<Expected<QList<VehicleId>>> m_selection;
};

}  // namespace Forecourt
