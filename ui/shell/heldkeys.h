// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

class QMenuBar;
class QWidget;

namespace Forecourt {

/// Watches Ctrl and Alt alone: Ctrl held shows the numbers of pages, Alt pressed and let go shows the menu bar (not on
/// macOS, where it is always there).
class HeldKeys : public QObject {
    Q_OBJECT

public:
    HeldKeys(QWidget* window, QMenuBar* menuBar);

Q_SIGNALS:
    void controlHeld(bool held);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void setMenuBarShown(bool shown);

    QWidget* m_window;
    QMenuBar* m_menuBar;
    QTimer m_delay;
    bool m_held = false;
    bool m_altAlone = false;
};

}  // namespace Forecourt
