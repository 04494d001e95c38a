// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QKeySequence>

#include <functional>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace Forecourt {

/// A message of success at the bottom left for 6 seconds, with an optional Undo. It never takes the focus;
/// the time stands still while the pointer is over it. A new one replaces the old one.
class Toast : public QFrame {
    Q_OBJECT

public:
    static constexpr int ShownMs = 6000;

    /// Shows `text` over `host`: a window, above its status bar, or a part of one. `action` is called when the person
    /// takes the offer, `keyHint` stands behind its words.
    static Toast* show(QWidget* host, const QString& text, const QString& actionText = QString(),
                       std::function<void()> action = {}, const QKeySequence& keyHint = QKeySequence());

    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Toast(QWidget* host, const QString& text);
    void addAction(const QString& text, const QKeySequence& keyHint, std::function<void()> action);
    void place();

    QTimer* m_timer = nullptr;
};

}  // namespace Forecourt
