// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/devicerow.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

DeviceRow::DeviceRow(SignedInDevice device, UtcMs now, QWidget* parent)
    : QWidget(parent),
      m_device(std::move(device)),
      m_question(new QWidget(this)),
      m_signOut(new Button(tr("Sign out"), Button::Kind::Default, this)),
      m_confirm(new Button(tr("Sign out"), Button::Kind::DangerFill, m_question)),
      m_keep(new Button(tr("Keep signed in"), Button::Kind::Default, m_question))
{
    const QString name = m_device.name.isEmpty() ? tr("Computer %1").arg(m_device.number) : m_device.name;
    auto* title = new Label(name, TextRole::BodyStrong, Token::Ink, this);
    title->setEliding(true);
    QStringList facts{m_device.person, m_device.program, m_device.address};
    facts.removeAll(QString());
    auto* about = new Label(facts.join(u" · "_s), TextRole::Second, Token::Ink2, this);
    about->setEliding(true);
    auto* state = new Label(stateText(now), TextRole::Second, m_device.connected ? Token::Ink2 : Token::Ink3, this);

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::px(8));
    head->addWidget(title);
    if (m_device.isThis)
        head->addWidget(new Badge(tr("This computer"), Tone::Info, this));
    head->addStretch(1);
    words->addLayout(head);
    words->addWidget(about);
    words->addWidget(state);
    auto* across = new QHBoxLayout;
    across->addLayout(words, 1);
    across->addWidget(m_signOut);

    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, Theme::px(6), 0, 0);
    auto* asked =
        new Label(m_device.isThis
                      ? tr("Sign out this computer? What waits to be sent stays here until somebody signs in again.")
                      : tr("Sign out “%1” of %2? If it is connected, it is signed out at once, otherwise as soon as it "
                           "comes. What it has "
                           "not sent yet stays there until somebody signs in again.")
                            .arg(name, m_device.person),
                  TextRole::Body, Token::Ink, m_question);
    asked->setWordWrap(true);
    question->addWidget(asked);
    auto* answers = new QHBoxLayout;
    answers->addWidget(m_confirm);
    answers->addWidget(m_keep);
    answers->addStretch(1);
    question->addLayout(answers);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(across);
    all->addWidget(m_question);

    m_signOut->setObjectName(u"signOut"_s);
    m_confirm->setObjectName(u"confirmSignOut"_s);
    m_keep->setObjectName(u"keepSignedIn"_s);
    m_signOut->setAccessibleName(tr("Sign out %1").arg(name));
    m_confirm->setAccessibleName(tr("Sign out %1 now").arg(name));
    m_signOut->setVisible(m_device.signedOutAt == 0 && m_device.maySignOut);
    m_question->hide();
    connect(m_signOut, &Button::clicked, this, [this] {
        if (!m_busy)
            ask(true);
    });
    connect(m_keep, &Button::clicked, this, [this] { ask(false); });
    connect(m_confirm, &Button::clicked, this, [this] {
        ask(false);
        Q_EMIT signOutConfirmed();
    });
}

QString DeviceRow::stateText(UtcMs now) const
{
    if (m_device.signedOutAt != 0)
        return m_device.signedOutBy.isEmpty()
                   ? tr("Signed out, %1").arg(formatDateTime(m_device.signedOutAt))
                   : tr("Signed out by %1, %2").arg(m_device.signedOutBy, formatDateTime(m_device.signedOutAt));
    if (m_device.connected)
        return tr("Connected · signed in since %1").arg(formatDate(m_device.signedInAt));
    return tr("Last seen %1 · signed in since %2")
        .arg(formatRelative(m_device.seenAt, now), formatDate(m_device.signedInAt));
}

void DeviceRow::ask(bool asking)
{
    m_question->setVisible(asking);
    m_signOut->setEnabled(!asking);
    // The question appears where the keyboard is; the harmless answer has it.
    (asking ? m_keep : m_signOut)->setFocus();
}

void DeviceRow::takeFocus()
{
    m_signOut->setFocus();
}

void DeviceRow::setBusy(bool busy)
{
    // It stays enabled: the keyboard would go elsewhere.
    m_busy = busy;
    m_signOut->setText(busy ? tr("Signing out…") : tr("Sign out"));
}

}  // namespace Forecourt
