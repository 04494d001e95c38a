// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Forecourt {

/// A person as initials on a disc. The colour comes from the name, so it is the same everywhere.
class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(const QString& name = QString(), int diameter = 24, QWidget* parent = nullptr);

    void setName(const QString& name);

    /// First letters of the first and last word: "Aïcha Diallo" gives "AD".
    static QString initials(const QString& name);
    static void paint(QPainter& painter, const QRectF& rect, const QString& name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    int m_diameter;
};

}  // namespace Forecourt
