// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QWidget>

namespace Forecourt {

/// Keys as small caps: "Ctrl" "Shift" "S". As a widget for status bars and lists, or painted by delegates.
class KeyCap : public QWidget {
    Q_OBJECT

public:
    explicit KeyCap(const QKeySequence& keys, QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys);

    /// The caps of a sequence in the words of this system; Enter and arrows become signs.
    static QStringList labels(const QKeySequence& keys);
    /// Room that paint() needs.
    static QSize size(const QKeySequence& keys);
    /// Paints with the left edge at `topLeft`. On filled buttons and dark surfaces give the colour of the text there.
    static void paint(QPainter& painter, const QPoint& topLeft, const QKeySequence& keys,
                      const QColor& onFilled = QColor());

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QKeySequence m_keys;
};

}  // namespace Forecourt
