// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/securitysection.h"

#include "ui/shell/factorpanel.h"
#include "ui/shell/passwordform.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>

namespace Forecourt {

SecuritySection::SecuritySection(SyncControl& sync, QWidget* parent)
    : QWidget(parent),
      m_sync(sync),
      m_offline(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_password(new PasswordForm(sync, this)),
      m_factor(new FactorPanel(sync, this))
{
    m_offline->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(10));
    column->addWidget(m_offline);
    column->addWidget(m_password);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_factor);
    connect(&m_sync, &SyncControl::statusChanged, this, &SecuritySection::followLink);
    connect(m_password, &PasswordForm::announced, this, &SecuritySection::announced);
    connect(m_factor, &FactorPanel::announced, this, &SecuritySection::announced);
    connect(m_factor, &FactorPanel::stateKnown, m_password, &PasswordForm::setNeedsCode);
    followLink();
}

void SecuritySection::followLink()
{
    const SyncStatus::Link before = std::exchange(m_link, m_sync.status().link);
    const bool online = m_link == SyncStatus::Link::Online;
    m_offline->setText(
        tr("This needs the server: it can be changed when this computer is online. What you typed stays."));
    m_offline->setVisible(!online);
    m_password->setOnline(online);
    m_factor->setOnline(online);
    if (online && before != m_link && isVisible())
        m_factor->refresh();
}

void SecuritySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        followLink();
    QWidget::changeEvent(event);
}

void SecuritySection::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_factor->refresh();
}

}  // namespace Forecourt
