// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/page.h"

namespace Forecourt {

Page::Page(QWidget* parent) : QWidget(parent) {}

void Page::activate(const Route& route)
{
    Q_UNUSED(route);
}

bool Page::goBack()
{
    return false;
}

QString Page::statusText() const
{
    return {};
}

QVariantMap Page::saveState() const
{
    return {};
}

void Page::restoreState(const QVariantMap& state)
{
    Q_UNUSED(state);
}

bool Page::canClose()
{
    return true;
}

QList<QWidget*> Page::areas() const
{
    return {};
}

QList<QAction*> Page::offeredActions(Offer where) const
{
    QList<QAction*> actions;
    for (const Offered& offered : m_offered)
        if (offered.offers.testFlag(where))
            actions.append(offered.action);
    return actions;
}

void Page::setSingleKeysEnabled(bool enabled)
{
    for (const Offered& offered : std::as_const(m_offered)) {
        const bool single = offered.key.count() == 1 && offered.key[0].keyboardModifiers() == Qt::NoModifier &&
                            offered.key[0].key() > Qt::Key_Space && offered.key[0].key() < Qt::Key_Escape;
        if (single)
            offered.action->setShortcut(enabled ? offered.key : QKeySequence());
    }
}

QAction* Page::addPageAction(const QKeySequence& key, Offers offers)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_offered.append({action, key, offers});
    return action;
}

}  // namespace Forecourt
