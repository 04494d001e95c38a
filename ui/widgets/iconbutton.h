// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/button.h"

namespace Forecourt {

/// A square button with only an icon. Its name is the accessible name and, with the key, the tooltip; so the name is
/// not optional. `setCheckable(true)` makes it a switch that stays pressed.
class IconButton : public Button {
    Q_OBJECT

public:
    IconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

    /// Words for tooltip and screen reader; call again after a change of language.
    void setName(const QString& name);
    void setShortcutHint(const QKeySequence& keys);
    /// A small red count in the corner (notifications); 0 hides it.
    void setCount(int count);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshToolTip();

    QString m_name;
    QKeySequence m_keys;
    int m_count = 0;
};

}  // namespace Forecourt
