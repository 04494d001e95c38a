// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/gallery/edittool.h"

namespace Forecourt {

/// Turns the photo about its middle by hand until its lines lie along a grid.
class StraightenTool : public EditTool {
    Q_OBJECT

public:
    using EditTool::EditTool;

    void paint(QPainter& painter, const EditFrame& frame) const override;
    void press(const QPointF& point, const EditFrame& frame) override;
    void drag(const QPointF& point, const EditFrame& frame) override;
    bool key(const QKeyEvent& event, const EditFrame& frame) override;
    Qt::CursorShape cursorAt(const QPointF& point, const EditFrame& frame) const override;

private:
    void setDegrees(double degrees, int gesture);

    double m_pressedAngle = 0;
    double m_before = 0;
    int m_gesture = 0;
};

}  // namespace Forecourt
