// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/chromebutton.h"
#include "ui/shell/syncwords.h"

#include <QTimer>

namespace Forecourt {

/// The state of sync, always in the same place of the top bar, always in words.
class SyncChip : public ChromeButton {
    Q_OBJECT

public:
    explicit SyncChip(QWidget* parent = nullptr);

    /// Follows `sync` from now on. `clock` gives the present time for "since".
    void attach(SyncControl& sync, const Clock& clock);
    /// Words that are shown, also when there is only room for the icon.
    QString words() const { return m_shown.text; }
    /// Icon only; the words stay in tooltip and for screen readers.
    void setCompact(bool compact);
    void retranslate();

    QSize sizeHint() const override;

protected:
    void paintContent(QPainter& painter) override;
    void paintGround(QPainter& painter, const QRectF& body) const override;
    qreal radius() const override { return height() / 2.0; }

private:
    void refresh();
    void show(const SyncWords::Chip& chip);

    SyncControl* m_sync = nullptr;
    const Clock* m_clock = nullptr;
    SyncWords::Chip m_shown;
    QTimer m_delay;
    bool m_compact = false;
};

}  // namespace Forecourt
