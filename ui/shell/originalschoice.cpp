// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/originalschoice.h"

#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Forecourt {

OriginalsChoice::OriginalsChoice(SyncControl& sync, QWidget* parent)
    : QWidget(parent),
      m_sync(sync),
      m_name(new Label(QString(), TextRole::Body, Token::Ink, this)),
      m_hint(new Label(QString(), TextRole::Second, Token::Ink3, this)),
      m_policy(new SegmentedControl(this)),
      m_held(new Note(Tone::Warn, QString(), this)),
      m_sendNow(m_held->addAction(QString()))
{
    m_hint->setWordWrap(true);
    for (int i = 0; i < 3; ++i)
        m_policy->addSegment(QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(6));
    column->addWidget(m_name);
    column->addWidget(m_policy, 0, Qt::AlignLeft);
    column->addWidget(m_hint);
    column->addWidget(m_held);
    connect(m_policy, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        if (static_cast<int>(m_sync.status().originals.policy) != index)
            m_sync.setOriginalsPolicy(static_cast<OriginalsPolicy>(index));
    });
    connect(m_sendNow, &QAbstractButton::clicked, this, [this] { m_sync.sendOriginalsNow(); });
    connect(&m_sync, &SyncControl::statusChanged, this, &OriginalsChoice::refresh);
    refresh();
}

QString OriginalsChoice::heldText(const OriginalsStatus& status)
{
    if (status.waiting == 0)
        return {};
    const QString size = formatBytes(status.bytes);
    switch (status.hold) {
    case OriginalsStatus::Hold::None: return {};
    case OriginalsStatus::Hold::OnRequest:
        return tr("%n original(s) (%1) held back until you send them.", nullptr, status.waiting).arg(size);
    case OriginalsStatus::Hold::Metered:
        return tr("%n original(s) (%1) held back: metered connection.", nullptr, status.waiting).arg(size);
    case OriginalsStatus::Hold::Slow:
        return tr("%n original(s) (%1) held back: slow connection. They are tried again in a few minutes.", nullptr,
                  status.waiting)
            .arg(size);
    }
    return {};
}

QString OriginalsChoice::hint(const OriginalsStatus& status)
{
    switch (status.policy) {
    case OriginalsPolicy::Always: return tr("They go last, after all other sizes of all photos.");
    case OriginalsPolicy::OnRequest: return tr("All other sizes of a photo go by themselves.");
    case OriginalsPolicy::Unmetered: break;
    }
    if (!status.metered)
        return tr("This computer cannot tell whether its connection is metered: they only wait while it is slow.");
    return *status.metered ? tr("The present connection is metered.") : tr("The present connection is not metered.");
}

void OriginalsChoice::refresh()
{
    const OriginalsStatus status = m_sync.status().originals;
    m_name->setText(tr("Send originals and videos"));
    m_policy->setAccessibleName(m_name->text());
    m_policy->setSegmentText(0, tr("Always"));
    m_policy->setSegmentText(1, tr("Not on metered or slow connections"));
    m_policy->setSegmentText(2, tr("Only when I say so"));
    m_policy->setCurrentIndex(static_cast<int>(status.policy));
    m_hint->setText(hint(status));
    const QString held = heldText(status);
    m_held->setVisible(!held.isEmpty());
    m_held->setText(held);
    m_sendNow->setText(tr("Send now"));
}

void OriginalsChoice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

}  // namespace Forecourt
