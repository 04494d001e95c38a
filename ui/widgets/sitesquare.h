// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

/// A small square in the colour of a site, followed by its code or name.
class SiteSquare : public QWidget {
    Q_OBJECT

public:
    explicit SiteSquare(QWidget* parent = nullptr);

    void setSite(const QString& siteCode, const QString& text);

    static constexpr int Side = 8;
    /// Only the square, at the left of `rect`, centred vertically. Text starts 14 px (at 100 %) from the left.
    static void paint(QPainter& painter, const QRect& rect, const QColor& siteColor);
    /// Square and text.
    static void paint(QPainter& painter, const QRect& rect, const QColor& siteColor, const QString& text,
                      const QColor& ink);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_siteCode;
    QString m_text;
};

}  // namespace Forecourt
