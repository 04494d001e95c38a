// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

/// What stands in place of the whole window: one box in the middle of the chrome.
class BoxedView : public QWidget {
    Q_OBJECT

protected:
    explicit BoxedView(QWidget* parent = nullptr);

    QWidget* box() const { return m_box; }
    /// Puts it in the middle, at most so large and never larger than the window.
    void placeBox(QSize size);

    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_box;
};

}  // namespace Forecourt
