// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace Forecourt {

/// A flat button of the top bar that paints its own content. Gives hover, press and focus their looks, and opens its
/// pop-over with Down as well.
class ChromeButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit ChromeButton(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    /// Content over the background that paintEvent() has painted.
    virtual void paintContent(QPainter& painter) = 0;
    /// Background and edge when nothing happens; by default none.
    virtual void paintGround(QPainter& painter, const QRectF& body) const;
    virtual qreal radius() const { return 6; }

    void paintEvent(QPaintEvent* event) final;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
};

}  // namespace Forecourt
