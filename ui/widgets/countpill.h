// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

/// A count in a filled pill: unread messages (accent) or losses that need a person (bad).
class CountPill : public QWidget {
    Q_OBJECT

public:
    explicit CountPill(int count = 0, QWidget* parent = nullptr);

    /// Hides itself at 0.
    void setCount(int count);
    void setUrgent(bool urgent);

    static QSize size(int count);
    /// Paints centred in `rect`.
    static void paint(QPainter& painter, const QRect& rect, int count, bool urgent = false);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_count = 0;
    bool m_urgent = false;
};

}  // namespace Forecourt
