// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/railwidget.h"

#include "ui/shell/railitem.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// The mark and the name of the program, in line with the top bar.
class RailBrand : public QWidget {
public:
    explicit RailBrand(QWidget* parent) : QWidget(parent) { setAccessibleName(u"Forecourt"_s); }

    bool compact = false;

    QSize sizeHint() const override { return {Theme::px(compact ? 52 : 196), Theme::px(48)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        const int mark = Theme::px(24);
        const int left = compact ? (width() - mark) / 2 : Theme::px(14);
        const QRect at(left, (height() - mark) / 2, mark, mark);
        IconProvider::application().paint(&painter, at);
        if (compact)
            return;
        painter.setFont(Fonts::font(TextRole::DialogTitle));
        painter.setPen(Theme::color(Token::Ink));
        painter.drawText(rect().adjusted(at.right() + Theme::px(10), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         u"Forecourt"_s);
    }
};

class RailLine : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {10, Theme::px(17)}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        painter.setPen(Theme::color(Token::Line2));
        painter.drawLine(Theme::px(14), height() / 2, width() - Theme::px(14), height() / 2);
    }
};

}  // namespace

RailWidget::RailWidget(const std::vector<PageEntry>& pages, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"rail"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Theme::px(8));
    layout->setSpacing(0);
    layout->addWidget(new RailBrand(this));
    for (const PageEntry::Group group :
         {PageEntry::Group::Work, PageEntry::Group::Relations, PageEntry::Group::Manage, PageEntry::Group::Bottom})
        addGroup(group, pages, layout);
    retranslate();
}

void RailWidget::addGroup(PageEntry::Group group, const std::vector<PageEntry>& pages, QVBoxLayout* layout)
{
    if (group == PageEntry::Group::Bottom)
        layout->addStretch(1);
    if (std::ranges::none_of(pages, [group](const PageEntry& page) { return page.group == group; }))
        return;
    if (group == PageEntry::Group::Relations || group == PageEntry::Group::Manage) {
        auto* label = new QLabel(this);
        label->setFont(Fonts::caption());
        label->setContentsMargins(Theme::px(18), Theme::px(3), 0, Theme::px(3));
        auto* line = new RailLine(this);
        line->hide();
        layout->addWidget(label);
        layout->addWidget(line);
        m_headings.push_back({group, label, line});
    }
    for (const PageEntry& page : pages) {
        if (page.group != group)
            continue;
        auto* item = new RailItem(page.iconName, this);
        const QString key = page.key.toString(QKeySequence::NativeText);
        item->setKey(key.section(u'+', -1), key);
        item->setFocusPolicy(m_entries.empty() ? Qt::TabFocus : Qt::NoFocus);
        item->installEventFilter(this);
        connect(item, &RailItem::clicked, this, [this, id = page.id] { Q_EMIT chosen(id); });
        layout->addWidget(item);
        m_entries.push_back({page.id, page.title, item, page.group});
    }
}

void RailWidget::setCurrent(const QString& id)
{
    m_current = id;
    for (const Entry& entry : m_entries) {
        entry.item->setCurrent(entry.id == id);
        // Tab enters the rail at the page that is shown.
        if (!entry.item->hasFocus())
            entry.item->setFocusPolicy(entry.id == id ? Qt::TabFocus : Qt::NoFocus);
    }
}

void RailWidget::setCompact(bool compact)
{
    m_compact = compact;
    if (auto* brand = static_cast<RailBrand*>(layout()->itemAt(0)->widget())) {
        brand->compact = compact;
        brand->updateGeometry();
        brand->update();
    }
    for (const Entry& entry : m_entries)
        entry.item->setCompact(compact);
    showHeadings();
    setFixedWidth(Theme::px(compact ? 52 : 196));
}

void RailWidget::setCount(const QString& id, qint64 count)
{
    for (const Entry& entry : m_entries)
        if (entry.id == id)
            entry.item->setCount(count);
}

void RailWidget::setOffered(const QString& id, bool offered)
{
    for (const Entry& entry : m_entries)
        if (entry.id == id)
            entry.item->setVisible(offered);
    showHeadings();
}

void RailWidget::showHeadings()
{
    for (const Heading& heading : m_headings) {
        const bool shown = std::ranges::any_of(
            m_entries, [&](const Entry& entry) { return entry.group == heading.group && !entry.item->isHidden(); });
        heading.label->setVisible(shown && !m_compact);
        heading.line->setVisible(shown && m_compact);
    }
}

void RailWidget::setKeysShown(bool shown)
{
    for (const Entry& entry : m_entries)
        entry.item->setKeysShown(shown);
}

QWidget* RailWidget::focusStop() const
{
    for (const Entry& entry : m_entries)
        if (entry.id == m_current)
            return entry.item;
    return m_entries.empty() ? nullptr : m_entries.front().item;
}

void RailWidget::retranslate()
{
    setAccessibleName(tr("Pages"));
    for (const Entry& entry : m_entries)
        entry.item->setTitle(entry.title());
    for (const Heading& heading : m_headings)
        static_cast<QLabel*>(heading.label)
            ->setText(heading.group == PageEntry::Group::Relations ? tr("Relationships") : tr("Manage"));
}

bool RailWidget::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            moveFocus(static_cast<RailItem*>(object), step);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            static_cast<RailItem*>(object)->click();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void RailWidget::moveFocus(const RailItem* from, int step)
{
    const auto at = std::ranges::find(m_entries, from, &Entry::item);
    if (at == m_entries.end())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_entries.size());
    auto next = at - m_entries.begin();
    do
        next = (next + step + count) % count;
    while (m_entries[static_cast<std::size_t>(next)].item->isHidden());
    RailItem* target = m_entries[static_cast<std::size_t>(next)].item;
    target->setFocusPolicy(Qt::TabFocus);
    target->setFocus(Qt::TabFocusReason);
    at->item->setFocusPolicy(Qt::NoFocus);
}

void RailWidget::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter(this).fillRect(rect(), Theme::color(Token::Chrome));
}

}  // namespace Forecourt
