// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace Forecourt {

/// A QR code (ISO/IEC 18004, error correction M) with the margin of four modules that scanners need: dark on white in
/// either theme. For a telephone; what it says stands beside it in letters for whoever has no camera.
class QrCode : public QWidget {
    Q_OBJECT

public:
    explicit QrCode(QWidget* parent = nullptr);

    /// Empty where the text is too long for a QR code.
    void setText(const QString& text);
    /// Modules on one side, without the margin; 0: nothing to show.
    int modules() const { return m_modules; }
    bool isDark(int x, int y) const { return m_dark[static_cast<std::size_t>(y * m_modules + x)]; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_modules = 0;
    std::vector<bool> m_dark;
};

}  // namespace Forecourt
