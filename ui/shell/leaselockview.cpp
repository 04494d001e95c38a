// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/leaselockview.h"

#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Forecourt {

namespace {

constexpr int LeaseLockWidth = 560;

}  // namespace

LeaseLockView::LeaseLockView(SyncControl& sync, const LeaseGuard& lease, const Clock& clock, QWidget* parent)
    : BoxedView(parent),
      m_sync(sync),
      m_lease(lease),
      m_clock(clock),
      m_title(new Label(QString(), TextRole::PageTitle, Token::Ink, box())),
      m_text(new Label(QString(), TextRole::Body, Token::Ink2, box())),
      m_waiting(new Label(QString(), TextRole::BodyMedium, Token::Ink, box())),
      m_link(new Label(QString(), TextRole::Second, Token::Ink2, box())),
      m_action(new Button(QString(), Button::Kind::Primary, box()))
{
    for (Label* label : {m_title, m_text, m_waiting, m_link})
        label->setWordWrap(true);
    m_action->setAutoDefault(true);
    m_action->setKeyHint(QKeySequence(Qt::Key_Return));
    auto* column = new QVBoxLayout(box());
    column->setContentsMargins(Theme::px(32), Theme::px(28), Theme::px(32), Theme::px(24));
    column->setSpacing(Theme::px(8));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(Theme::px(6));
    column->addWidget(new Divider(Qt::Horizontal, box()));
    column->addSpacing(Theme::px(6));
    column->addWidget(m_waiting);
    column->addWidget(m_link);
    column->addSpacing(Theme::px(10));
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_action);
    column->addLayout(foot);
    connect(m_action, &Button::clicked, this, [this] {
        if (needsPerson()) {
            Q_EMIT signInRequested();
            return;
        }
        if (m_sync.status().link == SyncStatus::Link::WorkOffline)
            m_sync.setWorkOffline(false);
        else
            m_sync.tryNow();
    });
    connect(&m_sync, &SyncControl::statusChanged, this, &LeaseLockView::refresh);
    connect(&m_lease, &LeaseGuard::changed, this, &LeaseLockView::refresh);
    setFocusProxy(m_action);
    retranslate();
}

bool LeaseLockView::needsPerson() const
{
    const SyncStatus status = m_sync.status();
    return m_lease.ended() != DeviceLease::Ended::No || SyncWords::needsSignIn(status) ||
           status.link == SyncStatus::Link::NoServer;
}

void LeaseLockView::retranslate()
{
    m_title->setText(tr("This computer is locked"));
    box()->setAccessibleName(m_title->text());
    refresh();
}

QString LeaseLockView::reason() const
{
    switch (m_lease.ended()) {
    case DeviceLease::Ended::No: break;
    case DeviceLease::Ended::SignedOut:
        if (m_lease.endedBy().isEmpty())
            return tr(
                "The server signed this computer out. Nothing is lost: it opens again as soon as somebody of your "
                "dealership signs in here. If you do not know why, tell your manager.");
        return tr("%1 signed this computer out. Nothing is lost: it opens again as soon as somebody of your dealership "
                  "signs in here.")
            .arg(m_lease.endedBy());
    case DeviceLease::Ended::Disabled:
        return tr(
            "The account that is signed in here is disabled. Nothing is lost: it opens again once a manager lets "
            "this person in again, or as soon as somebody else of your dealership signs in here.");
    }
    return tr("It last reached the server on %1. Without contact, your dealership’s data may be opened here until %2. "
              "Nothing is lost: it opens again as soon as the server answers.")
        .arg(formatDateTime(m_lease.contactAt()), formatDateTime(m_lease.endsAt()));
}

void LeaseLockView::refresh()
{
    const SyncStatus status = m_sync.status();
    m_text->setText(reason());
    const int waiting = status.counts.waiting + status.counts.blobsToSend;
    m_waiting->setText(waiting == 0 ? tr("Nothing waits to be sent.")
                                    : tr("%Ln change(s) are safe here and are sent then.", nullptr, waiting));
    m_link->setText(SyncWords::headline(status, m_clock.now()));
    m_action->setText(needsPerson()                                  ? tr("Sign in")
                      : status.link == SyncStatus::Link::WorkOffline ? tr("Connect")
                                                                     : tr("Try now"));
    m_action->setAccessibleDescription(m_text->text());
    place();
}

void LeaseLockView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    BoxedView::changeEvent(event);
}

void LeaseLockView::resizeEvent(QResizeEvent* event)
{
    BoxedView::resizeEvent(event);
    place();
}

void LeaseLockView::place()
{
    const int wide = qMin(Theme::px(LeaseLockWidth), width());
    placeBox({wide, box()->layout()->totalHeightForWidth(wide)});
}

}  // namespace Forecourt
