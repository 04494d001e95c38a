// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"

#include <QTableView>

namespace Forecourt {

class VehicleTableModel;

/// The list of vehicles: whole rows are selected, the tick at the left adds a row to the selection, J and K move like
/// the arrows, X ticks, Space peeks, Enter opens. The focus is a ring round the whole row.
class VehicleTableView : public QTableView {
    Q_OBJECT

public:
    explicit VehicleTableView(QWidget* parent = nullptr);

    /// Height of rows at 100 %: 32, 44 or 56.
    void setRowHeight(int atHundredPercent);
    void setVehicles(VehicleTableModel* model);
    VehicleId currentVehicle() const;
    QList<int> selectedRowNumbers() const;

Q_SIGNALS:
    void opened(Forecourt::VehicleId id);
    void peekRequested();
    /// Letters and marks that act only in this list (Shift+X …) are actions of the page.
    void rowsSelected();
    /// There is more or less room for columns.
    void resized();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool isOnTick(const QPoint& position) const;
    void applyRowHeight();

    int m_rowHeight = 44;
};

}  // namespace Forecourt
