// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusstrip.h"

#include "ui/widgets/keycap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QTimer>

namespace Forecourt {

StatusStrip::StatusStrip(QWidget* parent) : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    setContentsMargins(0, 0, 0, 0);
    m_counts = new Label(QString(), TextRole::Caption, Token::Ink2, this);
    m_counts->setContentsMargins(Theme::px(14), 0, 0, 0);
    m_counts->setEliding(true);
    m_hints = new QWidget(this);
    m_row = new QHBoxLayout(m_hints);
    m_row->setContentsMargins(0, 0, Theme::px(12), 0);
    m_row->setSpacing(Theme::px(6));
    addWidget(m_counts, 1);
    addPermanentWidget(m_hints);
    setFixedHeight(Theme::px(26));
}

void StatusStrip::setCounts(const QString& text)
{
    m_counts->setText(text);
}

QString StatusStrip::counts() const
{
    return m_counts->text();
}

void StatusStrip::setActions(const QList<QAction*>& actions)
{
    for (const QMetaObject::Connection& connection : std::as_const(m_watched))
        disconnect(connection);
    m_watched.clear();
    m_actions = actions;
    for (QAction* action : actions) {
        m_watched.append(connect(action, &QAction::changed, this, &StatusStrip::rebuild));
        m_watched.append(connect(action, &QObject::destroyed, this, [this, action] { m_actions.removeAll(action); }));
    }
    rebuild();
}

void StatusStrip::rebuild()
{
    // Several actions change together (a selection, a language): one rebuild serves them all.
    if (std::exchange(m_rebuilding, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_rebuilding = false;
        qDeleteAll(m_shown);
        m_shown.clear();
        for (const QAction* action : std::as_const(m_actions)) {
            if (!action->isEnabled() || action->shortcut().isEmpty())
                continue;
            auto* hint = new QWidget(m_hints);
            auto* row = new QHBoxLayout(hint);
            row->setContentsMargins(Theme::px(8), 0, 0, 0);
            row->setSpacing(Theme::px(6));
            row->addWidget(new KeyCap(action->shortcut(), hint));
            row->addWidget(new Label(action->text(), TextRole::Caption, Token::Ink2, hint));
            m_row->addWidget(hint);
            m_shown.append(hint);
        }
        fit();
    });
}

void StatusStrip::fit()
{
    int room = width() - m_counts->fontMetrics().horizontalAdvance(m_counts->text()) - Theme::px(60);
    for (QWidget* hint : std::as_const(m_shown)) {
        room -= hint->sizeHint().width() + m_row->spacing();
        hint->setVisible(room >= 0);
    }
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setFixedHeight(Theme::px(26));
    QStatusBar::changeEvent(event);
}

}  // namespace Forecourt
