// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/emptystate.h"

namespace Forecourt {

/// The drawing of an empty state: a few lines in 120×64, one of them in the colour of action.
class LineDrawing final : public QWidget {
    Q_OBJECT

public:
    explicit LineDrawing(QWidget* parent = nullptr);

    void setDrawing(EmptyState::Drawing drawing);

    QSize sizeHint() const override { return {120, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    EmptyState::Drawing m_drawing = EmptyState::Drawing::None;
};

}  // namespace Forecourt
