// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/topbar.h"

#include "ui/shell/sitebutton.h"
#include "ui/shell/syncchip.h"
#include "ui/shell/userbutton.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QEvent>

namespace Forecourt {

using namespace Qt::StringLiterals;

TopBar::TopBar(QWidget* parent)
    : QWidget(parent),
      m_site(new SiteButton(this)),
      m_search(new SearchField(u"search"_s, this)),
      m_sync(new SyncChip(this)),
      m_bell(new IconButton(u"bell"_s, QString(), this)),
      m_user(new UserButton(this))
{
    setObjectName(u"topBar"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bell->setKind(Button::Kind::Ghost);
    m_search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_bell->setShortcutHint(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_search->setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void TopBar::setCompact(bool compact)
{
    m_site->setCompact(compact);
    m_user->setCompact(compact);
    arrange();
}

void TopBar::retranslate()
{
    m_search->setPrompt(tr("Search stock, VIN or command"));
    m_bell->setName(tr("Notifications"));
    m_sync->retranslate();
    m_user->retranslate();
    arrange();
}

QSize TopBar::sizeHint() const
{
    return {Theme::px(600), Theme::px(48)};
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TopBar::event(QEvent* event)
{
    // Chip and names change their size with their words.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void TopBar::arrange()
{
    const int gap = Theme::px(8);
    const auto put = [this](QWidget* widget, int left, int width) {
        const int height = qMin(widget->sizeHint().height(), this->height());
        widget->setGeometry(left, (this->height() - height) / 2, width, height);
    };
    int right = width() - Theme::px(12);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_user), static_cast<QWidget*>(m_bell), static_cast<QWidget*>(m_sync)}) {
        if (widget->isHidden())
            continue;
        const int wide = qMin(widget->sizeHint().width(), width() / 3);
        right -= wide;
        put(widget, right, wide);
        right -= gap;
    }
    const int left = Theme::px(2);
    const int siteWidth = m_site->isHidden() ? 0 : m_site->sizeHint().width();
    put(m_site, left, siteWidth);
    // In the middle of the bar, and aside where there is no room for that.
    const int free = right - (left + siteWidth + gap);
    const int wide = qBound(Theme::px(140), free, Theme::px(420));
    const int middle = (width() - wide) / 2;
    put(m_search, qBound(left + siteWidth + gap, middle, qMax(left + siteWidth + gap, right - wide)), wide);
}

}  // namespace Forecourt
