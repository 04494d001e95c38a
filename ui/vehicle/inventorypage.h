// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/page.h"
#include "ui/vehicle/vehicledetail.h"
#include "ui/vehicle/vehicleservices.h"

class QStackedWidget;

namespace Forecourt {

class ImportSheet;
class InventoryList;
class VehicleEditor;

/// The stock: the list of vehicles, and one of them on the whole page. Routes: "inventory",
/// "inventory/vehicle/<id>", "inventory/vehicle/<id>/photos", "inventory/filter/<text>".
class InventoryPage : public Page {
    Q_OBJECT

public:
    InventoryPage(const ShellContext& context, const VehicleServices& services, QWidget* parent = nullptr);

    /// How this page appears in the rail. `services` must outlive the window.
    static PageEntry entry(const VehicleServices& services);

    void activate(const Route& route) override;
    Route route() const override;
    bool goBack() override;
    QString statusText() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;
    bool canClose() override;
    QList<QWidget*> areas() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addActions();
    void openVehicle(VehicleId id, VehicleDetail::Tab tab = VehicleDetail::Tab::Overview);
    void showList();
    VehicleDetail* detail();
    VehicleEditor* editor();
    void editCurrent(VehicleField first);
    /// Whether the editor holds something unsaved; it then asks what is to become of it.
    bool isEditing();
    void addVehicle();
    void importFile();
    void step(int by);
    void showActivity();
    void offerActivity();
    void showPlace();
    bool isDetail() const;
    VehicleId currentVehicle() const;
    void retranslate();

    ShellContext m_context;
    VehicleServices m_services;
    QStackedWidget* m_stack;
    InventoryList* m_list;
    VehicleDetail* m_detail = nullptr;
    VehicleEditor* m_editor = nullptr;
    ImportSheet* m_import = nullptr;
    QAction* m_new = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_price = nullptr;
    QAction* m_filter = nullptr;
    QAction* m_peek = nullptr;
    QAction* m_columns = nullptr;
    QAction* m_importAction = nullptr;
    QAction* m_export = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QAction* m_tab = nullptr;
    QAction* m_activity = nullptr;
};

}  // namespace Forecourt
