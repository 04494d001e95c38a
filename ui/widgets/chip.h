// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace Forecourt {

/// A filter in force ("Site: MTL, LVL" with a cross), the dashed chip that adds one, or a neutral choice.
/// Enter or a click opens it (clicked), Delete or the cross takes it away (removeRequested).
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { Filter, Add, Neutral };

    explicit Chip(const QString& text, Kind kind = Kind::Filter, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    /// Filter chips can be removed unless this is turned off.
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect crossRect() const;

    Kind m_kind;
    QString m_iconName;
    bool m_removable = true;
    bool m_crossPressed = false;
};

}  // namespace Forecourt
