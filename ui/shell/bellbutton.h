// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/chromebutton.h"

namespace Forecourt {

/// The bell with the number of unread notifications.
class BellButton : public ChromeButton {
    Q_OBJECT

public:
    using ChromeButton::ChromeButton;

    void setUnread(int count);
    void retranslate() { setUnread(m_unread); }

    QSize sizeHint() const override;

protected:
    void paintContent(QPainter& painter) override;

private:
    int m_unread = 0;
};

}  // namespace Forecourt
