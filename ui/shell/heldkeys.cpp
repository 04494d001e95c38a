// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/heldkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace Forecourt {

namespace {

// Long enough that Ctrl+C and its like never flash the numbers.
constexpr int ControlHeldDelay = 400;

}  // namespace

HeldKeys::HeldKeys(QWidget* window, QMenuBar* menuBar) : QObject(window), m_window(window), m_menuBar(menuBar)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(ControlHeldDelay);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_held = true;
        Q_EMIT controlHeld(true);
    });
    qApp->installEventFilter(this);
#ifndef Q_OS_MACOS
    m_menuBar->setVisible(false);
    for (QAction* menu : m_menuBar->actions())
        connect(menu->menu(), &QMenu::aboutToHide, this, [this] {
            // Moving to the neighbouring menu hides this one first.
            QTimer::singleShot(0, this, [this] {
                if (!QApplication::activePopupWidget())
                    setMenuBarShown(false);
            });
        });
#endif
}

void HeldKeys::setMenuBarShown(bool shown)
{
    m_menuBar->setVisible(shown);
    if (shown && !m_menuBar->actions().isEmpty()) {
        m_menuBar->setFocus(Qt::MenuBarFocusReason);
        m_menuBar->setActiveAction(m_menuBar->actions().constFirst());
    }
}

bool HeldKeys::eventFilter(QObject* object, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::WindowDeactivate: break;
    default: return false;
    }
    const auto* widget = qobject_cast<QWidget*>(object);
    if (!widget || widget->window() != m_window)
        return false;
    const bool press = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const int key = press || event->type() == QEvent::KeyRelease ? static_cast<QKeyEvent*>(event)->key() : 0;
    const auto modifiers = key ? static_cast<QKeyEvent*>(event)->modifiers() : Qt::NoModifier;
    if (press && key == Qt::Key_Control && (modifiers & ~Qt::ControlModifier) == Qt::NoModifier) {
        if (!m_held && !m_delay.isActive())
            m_delay.start();
    } else {
        m_delay.stop();
        if (m_held) {
            m_held = false;
            Q_EMIT controlHeld(false);
        }
    }
#ifndef Q_OS_MACOS
    if (press && key == Qt::Key_Alt)
        m_altAlone = (modifiers & ~Qt::AltModifier) == Qt::NoModifier;
    else if (event->type() == QEvent::KeyRelease && key == Qt::Key_Alt) {
        // The same release reaches several objects on its way up.
        if (std::exchange(m_altAlone, false))
            setMenuBarShown(!m_menuBar->isVisible());
    } else {
        m_altAlone = false;
    }
    if (event->type() == QEvent::KeyPress && key == Qt::Key_Escape && object == m_menuBar)
        QTimer::singleShot(0, this, [this] { setMenuBarShown(false); });
#endif
    return false;
}

}  // namespace Forecourt
