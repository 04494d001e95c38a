// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace Forecourt {

/// The phase lane: seven dashes that fill as a vehicle moves on. Always next to the phase's word.
class PhaseLane : public QWidget {
    Q_OBJECT

public:
    static constexpr int Steps = 7;
    /// Width of the lane in table rows at 100 %.
    static constexpr int RowWidth = 92;

    explicit PhaseLane(QWidget* parent = nullptr);

    /// `step` counts from 0; `word` is spoken in place of the dashes.
    void setStep(int step, const QString& word);

    /// Colour of the dash where a vehicle stands: incoming, fixing, ready, listed, reserved, sold, delivered.
    static Token tokenOf(int step);
    /// Fills the width of `rect`, 3 px high, centred vertically.
    static void paint(QPainter& painter, const QRectF& rect, int step);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_step = 0;
};

}  // namespace Forecourt
