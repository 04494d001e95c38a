// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace Forecourt {

/// Fusion with the behaviour of the design that a style sheet cannot express: tooltips after 600 ms, no movement where
/// it is unwanted, menus that open at once.
class ForecourtStyle final : public QProxyStyle {
    Q_OBJECT

public:
    ForecourtStyle();

    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* data = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
};

}  // namespace Forecourt
