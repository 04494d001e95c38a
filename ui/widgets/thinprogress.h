// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace Forecourt {

/// A bar 4 px high for work of known length. The numbers stand in a label next to it.
class ThinProgress : public QWidget {
    Q_OBJECT

public:
    explicit ThinProgress(QWidget* parent = nullptr);

    /// `done` of `total`; spoken as "28 of 50".
    void setProgress(qint64 done, qint64 total);
    void setTone(Tone tone);

    /// For delegates; `share` is between 0 and 1. Centred vertically in `rect`.
    static void paint(QPainter& painter, const QRectF& rect, double share, Tone tone = Tone::Accent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
    Tone m_tone = Tone::Accent;
};

}  // namespace Forecourt
