// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/onlinelist.h"

#include "models/base/whendone.h"

#include <QEvent>

#include <utility>

namespace Forecourt {

OnlineList::OnlineList(SyncControl& sync, QString verb, QWidget* parent)
    : QWidget(parent), m_sync(sync), m_verb(std::move(verb)), m_link(sync.status().link)
{
    connect(&m_sync, &SyncControl::statusChanged, this, &OnlineList::followLink);
}

void OnlineList::followLink()
{
    const SyncStatus::Link before = std::exchange(m_link, m_sync.status().link);
    if (before == m_link)
        return;
    if (isOnline() && isVisible())
        refresh();
    else
        rebuild();
}

void OnlineList::refresh()
{
    if (!isOnline())
        return rebuild();
    if (std::exchange(m_asking, true))
        return;
    if (!m_known)
        rebuild();
    whenDone(m_sync.request(m_verb), this, [this](const Expected<QJsonObject>& answer) {
        m_asking = false;
        if (answer) {
            m_known = true;
            take(*answer);
            showFailure(std::nullopt);
        } else {
            showFailure(answer.error());
        }
        rebuild();
    });
}

void OnlineList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void OnlineList::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

}  // namespace Forecourt
