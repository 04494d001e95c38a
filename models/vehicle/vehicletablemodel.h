// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/changes.h"
#include "models/store/store.h"
#include "models/vehicle/vehiclecolumn.h"
#include "models/vehicle/vehiclequery.h"
#include "models/vehicle/vehiclesummary.h"

#include <QAbstractTableModel>
#include <QFuture>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace Forecourt {

/// The vehicles that a query selects, in its order. Holds one number per vehicle and the details of those looked at
/// lately, so that 100,000 feel like 100. Lives on the GUI thread; everything of SQLite runs on reader threads.
///
/// After setQuery() the old rows stay until the new ones are there. Rows that come, go or move always do so by the
/// signals for that, never by a reset, and committed changes update rows in place: the selection follows its vehicles
/// through sorting, filtering and bursts of sync.
class VehicleTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,  ///< VehicleId; null until loaded
        SummaryRole,            ///< VehicleSummary; invalid until loaded
        LoadedRole,             ///< bool: false for a placeholder
        RawRole,                ///< value of the column, as vehicleColumnValue() gives it
    };

    /// `store` must outlive the model.
    explicit VehicleTableModel(Store& store, QObject* parent = nullptr);
    ~VehicleTableModel() override;

    const VehicleQuery& query() const;
    void setQuery(const VehicleQuery& query);
    /// Reads the list again, in place.
    void refresh();
    /// Whether rows for the present query are still on their way.
    bool isLoading() const;

    /// Header texts, made in ui.
    void setHeaderText(std::function<QString(VehicleColumn)> text);
    /// Words for roles that speak to people (DisplayRole, AccessibleTextRole, ToolTipRole), made in ui. Without it
    /// DisplayRole is the raw value.
    void setWording(std::function<QVariant(const VehicleSummary&, VehicleColumn, int role)> wording);
    /// The language changed: header texts and words are asked again.
    void retranslate();

    /// Details of a row; null until loaded (asking for it loads it). Valid until control returns to the event loop.
    const VehicleSummary* summary(int row) const;
    /// Row of a vehicle among those loaded.
    std::optional<int> rowOf(VehicleId id) const;
    /// Row of any vehicle of the list, loaded or not; nothing when the list does not have it.
    QFuture<Expected<std::optional<int>>> locate(VehicleId id);
    /// Ids of rows, loaded or not, in their order: for "select all" and bulk edits.
    QFuture<Expected<QList<VehicleId>>> idsOf(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Keeps the filter and sets the order. Columns that do not sort are ignored.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// Rows for the present query are in place, or a change was taken in.
    void listed();
    void loadingChanged(bool loading);
    void failed(const Forecourt::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
