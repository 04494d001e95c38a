// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/notificationpanel.h"

#include "models/notification/notificationlist.h"
#include "ui/shell/linelist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int NotificationPanelRows = 30;

}  // namespace

NotificationPanel::NotificationPanel(const ShellContext& context, NotificationList& list,
                                     const std::vector<RecordWords*>& words, QWidget* window)
    : PopupFrame(window),
      m_context(context),
      m_list(list),
      m_words(words),
      m_title(new Label(QString(), TextRole::Section, Token::Ink, this)),
      m_markAll(new Button(QString(), Button::Kind::Ghost, this)),
      m_empty(new Label(QString(), TextRole::Body, Token::Ink2, this)),
      m_lines(new LineList)
{
    setAttribute(Qt::WA_DeleteOnClose);
    contentLayout()->setContentsMargins(1, Theme::px(4), 1, Theme::px(4));
    contentLayout()->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Theme::px(12), Theme::px(4), Theme::px(8), Theme::px(6));
    head->addWidget(m_title, 1);
    head->addWidget(m_markAll);
    contentLayout()->addLayout(head);
    m_empty->setMargin(Theme::px(12));
    m_empty->setWordWrap(true);
    contentLayout()->addWidget(m_empty);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_lines);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    contentLayout()->addWidget(scroll, 1);
    connect(m_markAll, &Button::clicked, &m_list, &NotificationList::markAllRead);
    connect(&m_list, &NotificationList::changed, this, &NotificationPanel::fill);
    connect(m_lines, &LineList::activated, this, [this](int row) {
        const Shown shown = m_shown.at(static_cast<std::size_t>(row));
        m_list.markRead(shown.nid);
        if (shown.route.isEmpty())
            return;
        close();
        m_context.navigator->open(shown.route);
    });
    fill();
}

void NotificationPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    PopupFrame::changeEvent(event);
}

void NotificationPanel::fill()
{
    setAccessibleName(tr("Notifications"));
    m_title->setText(tr("Notifications"));
    m_markAll->setText(tr("Mark all read"));
    m_markAll->setVisible(m_list.unread() > 0);
    m_empty->setText(tr("Nothing to tell. What needs you appears here."));
    m_lines->clear();
    m_shown.clear();
    const UtcMs now = m_context.store->clock().now();
    for (const Notification& notification : m_list.all()) {
        std::optional<RecordLine> line;
        for (const RecordWords* words : m_words)
            if (!line)
                line = words->notification(notification);
        if (!line)
            continue;
        LineList::Row row;
        row.iconName = line->iconName;
        row.iconTone = notification.read ? Tone::Neutral : Tone::Warn;
        row.title = line->title;
        row.subtitle = line->subtitle;
        row.time = formatRelative(notification.at, now);
        row.strong = !notification.read;
        row.clickable = true;
        m_lines->add(row);
        m_shown.push_back({notification.nid, line->route});
        if (m_shown.size() >= NotificationPanelRows)
            break;
    }
    m_empty->setVisible(m_shown.empty());
    const int rows = qMin(8, static_cast<int>(m_shown.size()));
    resizePanel({Theme::px(380), Theme::px(50) + (rows == 0 ? Theme::px(56) : rows * Theme::px(50))});
}

}  // namespace Forecourt
