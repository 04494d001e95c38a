// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/imageworkerpool.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/outbox/accessdirectory.h"
#include "models/outbox/synccontrol.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicletablemodel.h"
#include "tests/support/dealershipstore.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"
#include "ui/vehicle/inventorylist.h"
#include "ui/vehicle/inventorypage.h"
#include "ui/vehicle/vehicledetail.h"
#include "ui/vehicle/vehicleeditor.h"
#include "ui/vehicle/vehiclefilterbar.h"
#include "ui/vehicle/vehicletableview.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidesheet.h"

#include <QApplication>
#include <QStringList>

namespace Forecourt::Tests {

/// A navigator that only notes what it is asked.
class NotedNavigator final : public Navigator {
public:
    void open(const Route& route) override { opened.append(route); }
    void notify(const QString& text) override { said.append(text); }
    QList<Route> opened;
    QStringList said;
};

/// A workstation without a server.
class NoSync final : public SyncControl {
public:
    SyncStatus status() const override { return {}; }
    void setWorkOffline(bool) override {}
    void tryNow() override {}
    QFuture<Expected<void>> signIn(const QUrl&, const QString&, const QString&, const QString&, const QString&) override
    {
        return {};
    }
    void signOut() override {}
    void wantBlob(const QByteArray&) override {}
};

/// The inventory page on screen over a real store, with everything real that the window gives it but the window.
class ShownInventory {
public:
    /// `expected`: how many vehicles `shop` holds.
    explicit ShownInventory(DealershipStore& dealership, int expected, const QSize& size = {1240, 760})
        : shop(dealership)
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        page.setFocus();
        if (!QTest::qWaitForWindowActive(&page) || !QTest::qWaitFor([&] {
                return locations.all().size() == 2 && users.all().size() == 1 && !model()->isLoading() &&
                       model()->rowCount() == expected && (expected == 0 || model()->summary(0));
            }))
            qFatal("the list did not appear");
    }

    InventoryList* list() const { return page.findChild<InventoryList*>(); }
    VehicleTableModel* model() const { return list()->model(); }
    VehicleTableView* table() const { return list()->table(); }
    SearchField* filterField() const { return list()->filterBar()->textField(); }
    VehicleEditor* editor() const { return page.findChild<VehicleEditor*>(); }
    VehicleDetail* detail() const { return page.findChild<VehicleDetail*>(); }
    bool isEditing() const { return editor() && editor()->isVisible(); }
    bool showsDetail() const { return detail() && detail()->isVisible(); }

    /// Stock numbers of the list in its order; placeholders are empty.
    QStringList stock() const
    {
        QStringList numbers;
        for (int row = 0; row < model()->rowCount(); ++row) {
            const VehicleSummary* summary = model()->summary(row);
            numbers << (summary ? summary->stockNumber : QString());
        }
        return numbers;
    }

    /// A visible control by what a screen reader would call it.
    template <class T>
    T* named(const QString& name) const
    {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            for (T* widget : top->findChildren<T*>()) {
                if (widget->isVisible() && (widget->accessibleName() == name || widget->property("text") == name))
                    return widget;
            }
        }
        return nullptr;
    }

    /// A point in a cell of the list.
    QPoint inCell(int row, VehicleColumn column) const
    {
        return table()->visualRect(model()->index(row, static_cast<int>(column))).center();
    }
    /// The tick box of a row.
    QPoint onTick(int row) const
    {
        const QRect cell = table()->visualRect(model()->index(row, static_cast<int>(VehicleColumn::Photo)));
        return {cell.left() + 12, cell.center().y()};
    }

    DealershipStore& shop;
    LocationDirectory locations{shop.store()};
    UserDirectory users{shop.store()};
    AccessDirectory access{shop.store()};
    ThumbnailSource thumbnails{BlobStore(shop.store().blobDirectory())};
    ImageWorkerPool workers;
    NoSync sync;
    CurrentSite site;
    UndoHistory undo{shop.journal()};
    ShellSettings settings{QString()};
    NotedNavigator navigator;
    VehicleServices services{&locations, &users, &access, &thumbnails, &workers};
    ShellContext context{&shop.store(), &shop.journal(), &sync,  &site,     &undo,
                         &settings,     &locations,      &users, &navigator};
    InventoryPage page{context, services};
};

}  // namespace Forecourt::Tests
