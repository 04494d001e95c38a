// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"
#include "ui/shell/boxedview.h"

namespace Forecourt {

class Button;
class Label;
class Note;
class ThinProgress;

/// After the first sign-in: how far the data of the dealership has come. Work can start at any time.
class FirstSyncView : public BoxedView {
    Q_OBJECT

public:
    explicit FirstSyncView(SyncControl& sync, QWidget* parent = nullptr);

Q_SIGNALS:
    void startRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void refresh();

    SyncControl& m_sync;
    Label* m_title;
    Label* m_text;
    Note* m_note;
    Label* m_rowsName;
    Label* m_rowsState;
    ThinProgress* m_rows;
    Label* m_photosName;
    Label* m_photosState;
    ThinProgress* m_photos;
    Button* m_start;
    int m_mostPhotos = 0;
};

}  // namespace Forecourt
