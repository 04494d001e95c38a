// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/error.h"
#include "models/base/id.h"
#include "models/vehicle/vehiclefield.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleservices.h"

#include <QList>
#include <QWidget>

#include <functional>

namespace Forecourt {

class Button;
class Label;

/// What can be done with several vehicles at once; takes the place of the filters while more than one is selected.
/// Each action is one edit and one undo step.
class BulkBar : public QWidget {
    Q_OBJECT

public:
    BulkBar(const ShellContext& context, const VehicleServices& services, QWidget* parent = nullptr);

    void setVehicles(const QList<VehicleId>& ids);
    void choosePhase();
    void chooseSite();
    void choosePrice();

Q_SIGNALS:
    void clearRequested();
    void exportRequested();
    void failed(const Forecourt::Error& error);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showSums();
    void choosePerson();
    void remove();
    void apply(const VehicleEdits& edits, const std::function<QString(int)>& text);
    void retranslate();

    ShellContext m_context;
    VehicleServices m_services;
    QList<VehicleId> m_ids;
    Label* m_count;
    Label* m_sums;
    Button* m_phase;
    Button* m_site;
    Button* m_price;
    Button* m_assign;
    Button* m_export;
    Button* m_remove;
    Button* m_clear;
};

}  // namespace Forecourt
