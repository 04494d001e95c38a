// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabBar>

namespace Forecourt {

/// Tabs of a page with an optional count behind the word. Arrows move, Ctrl+Tab is up to the page.
class TabStrip : public QTabBar {
    Q_OBJECT

public:
    explicit TabStrip(QWidget* parent = nullptr);

    /// Shown small behind the word; -1 for none.
    void setCount(int index, int count);
    int countOf(int index) const;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintTab(QPainter& painter, int index) const;

    int m_hovered = -1;
};

}  // namespace Forecourt
