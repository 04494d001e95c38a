// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QWidget>

namespace Forecourt {

class Button;
class Label;
class Note;
class SegmentedControl;

/// When originals go to the server, which of them are held back now and why, and a way to send those at once.
class OriginalsChoice : public QWidget {
    Q_OBJECT

public:
    OriginalsChoice(SyncControl& sync, QWidget* parent);

    /// "12 originals (96 MB) held back: metered connection."; empty when none is.
    static QString heldText(const OriginalsStatus& status);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    static QString hint(const OriginalsStatus& status);

    SyncControl& m_sync;
    Label* m_name;
    Label* m_hint;
    SegmentedControl* m_policy;
    Note* m_held;
    Button* m_sendNow;
};

}  // namespace Forecourt
