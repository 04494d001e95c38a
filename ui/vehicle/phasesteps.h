// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/vehicle/phase.h"

#include <QWidget>

namespace Forecourt {

/// The seven phases side by side with their words, the present one in strong type. A click, or arrows and Enter,
/// move the vehicle there. Where the room is short only the present word stays.
class PhaseSteps : public QWidget {
    Q_OBJECT

public:
    explicit PhaseSteps(QWidget* parent = nullptr);

    void setPhase(Phase phase);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(Forecourt::Phase phase);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF rectOf(int step) const;
    int stepAt(const QPointF& position) const;
    void announce();

    Phase m_phase = Phase::Incoming;
    int m_hovered = -1;
    int m_aimed = -1;
};

}  // namespace Forecourt
