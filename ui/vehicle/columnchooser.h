// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/vehicletablemodel.h"
#include "ui/widgets/popupframe.h"

class QListWidget;

namespace Forecourt {

class AccessDirectory;

/// A pop-over that says which columns the list shows and in which order: tick, drag, or Alt+arrows. Photo, stock and
/// vehicle stay where they are. What is chosen counts at once.
class ColumnChooser : public PopupFrame {
    Q_OBJECT

public:
    /// The columns shown when nobody has chosen, in their order.
    static QList<VehicleColumn> standard();
    static bool isPinned(VehicleColumn column);

    /// `shown`: the columns of now in their order. What `access` withholds is not offered.
    ColumnChooser(const QList<VehicleColumn>& shown, const AccessDirectory& access, QWidget* parent);

Q_SIGNALS:
    void chosen(const QList<Forecourt::VehicleColumn>& shown);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QList<VehicleColumn>& shown);
    void announce();
    VehicleColumn columnAt(int row) const;

    const AccessDirectory& m_access;
    QListWidget* m_list;
};

}  // namespace Forecourt
