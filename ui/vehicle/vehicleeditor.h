// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/draft/draft.h"
#include "models/outbox/undostep.h"
#include "ui/shell/shellcontext.h"
#include "ui/vehicle/vehicleform.h"
#include "ui/vehicle/vehicleservices.h"
#include "ui/widgets/sidesheet.h"

#include <QTimer>

namespace Forecourt {

class Button;
class Note;

/// The sheet in which a vehicle is added or edited. A VIN is checked, decoded and compared with the stock while it is
/// typed; nothing is stored before Save (Ctrl+Enter), and closing with something typed asks first. What is typed is
/// kept as a draft meanwhile: after a crash the sheet opens with it again and says so.
class VehicleEditor : public SideSheet {
    Q_OBJECT

public:
    VehicleEditor(const ShellContext& context, const VehicleServices& services, QWidget* parent = nullptr);

    void addVehicle(LocationId site);
    void editVehicle(VehicleId id, VehicleField first = VehicleField::Vin);
    bool isDirty() const;
    /// Closes at once when nothing was typed; otherwise asks in place whether to keep it.
    void askBeforeClosing();

Q_SIGNALS:
    void saved(Forecourt::VehicleId id);
    /// A vehicle that was there already is wanted instead.
    void openRequested(Forecourt::VehicleId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void start(const Vehicle& vehicle, bool isNew, VehicleField first);
    void takeUpDraft();
    void checkVin();
    void save(bool allowDuplicateVin);
    void showFailure(const Error& error);
    void offerDuplicate(const Error& error);
    QString draftForm() const;
    void keepDraft();
    void dropDraft();
    void offerDraft(const Draft& draft);

    void retranslate();

    ShellContext m_context;
    VehicleForm* m_form;
    Note* m_note;
    Button* m_save;
    Button* m_cancel;
    QTimer m_vinPause;
    QTimer m_draftPause;
    Vehicle m_before;
    bool m_isNew = false;
    bool m_saving = false;
    std::vector<VehicleIssue> m_storeIssues;
};

}  // namespace Forecourt
