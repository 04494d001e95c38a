// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/chromebutton.h"

namespace Forecourt {

/// Names the site that is looked at; opens the site switcher.
class SiteButton : public ChromeButton {
    Q_OBJECT

public:
    using ChromeButton::ChromeButton;

    /// An empty code means all sites; the square is left out then.
    void setSite(const QString& code, const QString& name, const QColor& color);
    /// Code only.
    void setCompact(bool compact);

    QSize sizeHint() const override;

protected:
    void paintContent(QPainter& painter) override;

private:
    QString words() const;

    QString m_code;
    QString m_name;
    QColor m_color;
    bool m_compact = false;
};

}  // namespace Forecourt
