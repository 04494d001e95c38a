// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/chromebutton.h"

namespace Forecourt {

/// The person at this computer: initials in a circle, short name; opens the user menu.
class UserButton : public ChromeButton {
    Q_OBJECT

public:
    using ChromeButton::ChromeButton;

    /// Empty: nobody is known on this store.
    void setPerson(const QString& displayName);
    void setCompact(bool compact);
    void retranslate() { setPerson(m_name); }

    QSize sizeHint() const override;

protected:
    void paintContent(QPainter& painter) override;

private:
    QString shortName() const;

    QString m_name;
    bool m_compact = false;
};

}  // namespace Forecourt
