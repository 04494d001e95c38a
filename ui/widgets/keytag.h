// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

/// The key tag: a stock number on a tag whose head has the colour of the site. As a widget, or painted by delegates.
/// The colour is never alone: the site's code or name stands near it.
class KeyTag : public QWidget {
    Q_OBJECT

public:
    explicit KeyTag(QWidget* parent = nullptr);

    /// `siteName` is only spoken, after the number.
    void setTag(const QString& stockNumber, const QString& siteCode, const QString& siteName = QString());

    static QSize size(const QString& stockNumber);
    /// Left-aligned and centred vertically in `rect`; a number too long for it is elided in the middle.
    static void paint(QPainter& painter, const QRect& rect, const QString& stockNumber, const QColor& siteColor);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_stockNumber;
    QString m_siteCode;
};

}  // namespace Forecourt
