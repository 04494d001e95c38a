// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sitepopover.h"

#include "models/location/locationdirectory.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/palettecommand.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sitesquare.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

enum SiteRole { SiteIdRole = Qt::UserRole, SiteCodeRole, SiteCountRole, SiteCurrentRole };

class SiteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, Theme::px(30)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::color(option.state & QStyle::State_Selected ? Token::Sel : Token::Hover));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 0, -4, 0), 5, 5);
        }
        QRect rect = option.rect.adjusted(Theme::px(14), 0, -Theme::px(12), 0);
        const QRect tick(rect.right() - Theme::px(16), rect.top(), Theme::px(16), rect.height());
        if (index.data(SiteCurrentRole).toBool())
            IconProvider::paint(*painter, tick, u"check"_s, Theme::color(Token::AccentText), Theme::px(16));
        rect.setRight(tick.left() - Theme::px(10));
        if (const QVariant count = index.data(SiteCountRole); count.isValid()) {
            painter->setFont(Fonts::second());
            painter->setPen(Theme::color(Token::Ink2));
            const QString figure = formatCount(count.toInt());
            painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, figure);
            rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(figure) - Theme::px(8));
        }
        const QString code = index.data(SiteCodeRole).toString();
        if (code.isEmpty()) {
            const QRect icon(rect.left(), rect.top(), Theme::px(16), rect.height());
            IconProvider::paint(*painter, icon, u"world"_s, Theme::color(Token::Ink2), Theme::px(16));
            rect.setLeft(icon.right() + Theme::px(10));
        } else {
            SiteSquare::paint(*painter, rect, Theme::siteColor(code));
            rect.setLeft(rect.left() + Theme::px(18));
            painter->setFont(Fonts::bodyStrong());
            painter->setPen(Theme::color(Token::Ink));
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, code);
            rect.setLeft(rect.left() + Theme::px(40));
        }
        painter->setFont(Fonts::body());
        painter->setPen(Theme::color(code.isEmpty() ? Token::Ink : Token::Ink2));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }
};

}  // namespace

SitePopover::SitePopover(CurrentSite& site, const LocationDirectory& locations, QWidget* window)
    : PopupFrame(window),
      m_site(site),
      m_locations(locations),
      m_search(new SearchField(u"search"_s, this)),
      m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Site"));
    m_search->setPrompt(tr("Find a site"));
    m_list->setAccessibleName(tr("Sites"));
    m_list->setItemDelegate(new SiteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(u"QListWidget { background: transparent; }"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    contentLayout()->setContentsMargins(Theme::px(4), Theme::px(10), Theme::px(4), Theme::px(6));
    contentLayout()->setSpacing(Theme::px(8));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(Theme::px(6), 0, Theme::px(6), 0);
    row->addWidget(m_search);
    contentLayout()->addLayout(row);
    contentLayout()->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &SitePopover::fill);
    connect(m_list, &QListWidget::itemClicked, this, &SitePopover::choose);
    connect(&locations, &LocationDirectory::changed, this, &SitePopover::fill);
    fill();
    setFocusProxy(m_search);
}

void SitePopover::setCounts(const QHash<LocationId, int>& counts, int total)
{
    m_counts = counts;
    m_total = total;
    fill();
}

void SitePopover::showEvent(QShowEvent* event)
{
    PopupFrame::showEvent(event);
    m_search->setFocus(Qt::PopupFocusReason);
}

void SitePopover::fill()
{
    m_list->clear();
    const auto add = [this](LocationId id, const QString& code, const QString& name) {
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(SiteIdRole, QVariant::fromValue(id));
        item->setData(SiteCodeRole, code);
        item->setData(SiteCurrentRole, m_site.id() == id);
        if (m_total >= 0)
            item->setData(SiteCountRole, id.isNull() ? m_total : m_counts.value(id));
        item->setData(Qt::AccessibleTextRole, code.isEmpty() ? name : code + u' ' + name);
        if (m_site.id() == id || !m_list->currentItem())
            m_list->setCurrentItem(item);
    };
    const QString typed = m_search->text();
    if (typed.isEmpty())
        add(LocationId(), QString(), tr("All sites"));
    for (const Location& location : m_locations.covered())
        if (PaletteCommand::fitness(location.code + u' ' + location.name + u' ' + location.city, typed) > 0)
            add(location.id, location.code, location.name);
    const int rows = qBound(1, m_list->count(), 9);
    m_list->setFixedHeight(rows * Theme::px(30) + 2);
    resizePanel({Theme::px(300), m_list->height() + Theme::px(30 + 24)});
}

void SitePopover::choose(const QListWidgetItem* item)
{
    if (!item)
        return;
    const auto id = item->data(SiteIdRole).value<LocationId>();
    close();
    m_site.setId(id);
}

bool SitePopover::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose(m_list->currentItem());
            return true;
        }
    }
    return PopupFrame::eventFilter(object, event);
}

}  // namespace Forecourt
