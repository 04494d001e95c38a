// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/gallery/edittool.h"

namespace Forecourt {

/// The part of the photo that stays: handles and arrows move and size it, in one of the usual shapes or freely.
class CropTool : public EditTool {
    Q_OBJECT

public:
    /// Width by height, in pixels.
    struct Ratio {
        double width = 0;  ///< 0: free
        double height = 0;
    };

    using EditTool::EditTool;

    /// Brings the present crop into a shape and keeps it there.
    void setRatio(const Ratio& ratio);
    /// The shape that the photo was taken in.
    Ratio asTaken() const;

    void paint(QPainter& painter, const EditFrame& frame) const override;
    void press(const QPointF& point, const EditFrame& frame) override;
    void drag(const QPointF& point, const EditFrame& frame) override;
    void release() override;
    bool key(const QKeyEvent& event, const EditFrame& frame) override;
    Qt::CursorShape cursorAt(const QPointF& point, const EditFrame& frame) const override;

private:
    double aspect() const;
    void setCrop(const QRectF& crop, int gesture);

    Ratio m_ratio;
    int m_grip = 0;
    QPointF m_pressedAt;
    QRectF m_before;
    int m_gesture = 0;
};

}  // namespace Forecourt
