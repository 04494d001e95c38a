// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/leaseguard.h"
#include "models/outbox/synccontrol.h"
#include "ui/shell/boxedview.h"

namespace Forecourt {

class Button;
class Label;

/// In place of the whole window while the lease of the store is over: why it is locked, that nothing is lost, what
/// waits, and how it opens again. Shows nothing of the store itself.
class LeaseLockView : public BoxedView {
    Q_OBJECT

public:
    LeaseLockView(SyncControl& sync, const LeaseGuard& lease, const Clock& clock, QWidget* parent = nullptr);

Q_SIGNALS:
    void signInRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void refresh();
    void place();
    bool needsPerson() const;
    QString reason() const;

    SyncControl& m_sync;
    const LeaseGuard& m_lease;
    const Clock& m_clock;
    Label* m_title;
    Label* m_text;
    Label* m_waiting;
    Label* m_link;
    Button* m_action;
};

}  // namespace Forecourt
