// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"
#include "ui/widgets/card.h"

namespace Forecourt {

class Button;
class Label;
class Note;
class ThinProgress;

/// How photos travel in one direction: how many are left, how fast, how long it will take; pause and go on.
class TransferCard : public Card {
    Q_OBJECT

public:
    TransferCard(SyncControl& sync, SyncControl::Transfer transfer, QWidget* parent);

    void refresh();

    /// What is left in words: "12 photos left · 18.4 MB · 1.2 MB/s · about 15 s".
    static QString leftText(const SyncStatus& status, SyncControl::Transfer transfer);

protected:
    void changeEvent(QEvent* event) override;

private:
    SyncControl& m_sync;
    SyncControl::Transfer m_transfer;
    Label* m_title;
    Label* m_left;
    ThinProgress* m_bar;
    Button* m_pause;
    Note* m_error;
    Button* m_retry;
};

}  // namespace Forecourt
