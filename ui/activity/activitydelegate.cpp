// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitydelegate.h"

#include "models/activity/activitylistmodel.h"
#include "ui/activity/activityrecords.h"
#include "ui/activity/activitywords.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int DayHeight = 34;
constexpr int LeftInset = 20;
constexpr int TimeWidth = 52;
constexpr int AvatarSize = 24;
/// Share of the row for where it came from.
constexpr int FromPercent = 26;

QDate dayOf(const ActivityEntry& entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.at).date();
}

int activityRowHeight()
{
    return Fonts::lineHeight(TextRole::Body) + Fonts::lineHeight(TextRole::Second) + Theme::px(18);
}

}  // namespace

ActivityDelegate::ActivityDelegate(const ActivityRecords& records, const Clock& clock, QObject* parent)
    : QStyledItemDelegate(parent), m_records(records), m_clock(clock)
{
}

const ActivityEntry& ActivityDelegate::entryAt(const QModelIndex& index)
{
    return static_cast<const ActivityListModel*>(index.model())->entry(index.row());
}

bool ActivityDelegate::beginsDay(const QModelIndex& index)
{
    return index.row() == 0 || dayOf(entryAt(index)) != dayOf(entryAt(index.siblingAtRow(index.row() - 1)));
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {Theme::px(200), activityRowHeight() + (beginsDay(index) ? Theme::px(DayHeight) : 0)};
}

void ActivityDelegate::paintDay(QPainter& painter, const QRect& rect, const ActivityEntry& entry) const
{
    painter.setFont(Fonts::font(TextRole::SecondMedium));
    painter.setPen(Theme::color(Token::Ink2));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now()).date();
    painter.drawText(rect.adjusted(Theme::px(LeftInset), 0, 0, -Theme::px(6)), Qt::AlignLeft | Qt::AlignBottom,
                     ActivityWords::day(dayOf(entry), today));
}

void ActivityDelegate::paintTitle(QPainter& painter, const QRect& rect, const ActivityEntry& entry) const
{
    // The person stands out wherever the language puts the name.
    const QString person = ActivityWords::who(entry);
    const QString title = ActivityWords::title(entry, m_records.name(entry));
    const qsizetype at = title.indexOf(person);
    const std::pair<QString, QFont> parts[] = {
        {title.left(std::max<qsizetype>(at, 0)), Fonts::body()},
        {at < 0 ? QString() : person, Fonts::bodyStrong()},
        {at < 0 ? title : title.mid(at + person.size()), Fonts::body()},
    };
    painter.setPen(Theme::color(Token::Ink));
    int left = rect.left();
    for (const auto& [text, font] : parts) {
        const int room = rect.right() - left;
        if (text.isEmpty() || room <= 0)
            continue;
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.drawText(QRect(left, rect.top(), room, rect.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, room));
        left += metrics.horizontalAdvance(text);
    }
}

void ActivityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const ActivityEntry& entry = entryAt(index);
    QRect row = option.rect;
    if (beginsDay(index)) {
        const QRect day(row.left(), row.top(), row.width(), Theme::px(DayHeight));
        painter->fillRect(day, Theme::color(Token::Sheet));
        paintDay(*painter, day, entry);
        row.setTop(day.bottom() + 1);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(row, Theme::color(selected ? Token::Sel : hovered ? Token::Hover : Token::Sheet));
    painter->fillRect(QRect(row.left() + Theme::px(LeftInset), row.bottom(), row.width(), 1),
                      Theme::color(Token::Line));
    if (selected)
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), Theme::color(Token::Accent));

    const int top = row.top() + Theme::px(8);
    const int upperHeight = Fonts::lineHeight(TextRole::Body);
    int left = row.left() + Theme::px(LeftInset);
    painter->setFont(Fonts::second());
    painter->setPen(Theme::color(Token::Ink2));
    painter->drawText(QRect(left, top, Theme::px(TimeWidth), upperHeight), Qt::AlignRight | Qt::AlignVCenter,
                      formatTime(entry.at));
    left += Theme::px(TimeWidth + 12);

    const QRect disc(left, top + Theme::px(2), Theme::px(AvatarSize), Theme::px(AvatarSize));
    if (entry.person.isEmpty()) {
        Box::paint(*painter, disc, disc.width() / 2.0, Theme::color(Token::Press), QColor());
        IconProvider::paint(*painter, disc,
                            entry.address == "console"_L1 || entry.user.isNull() ? u"database"_s : u"user"_s,
                            Theme::color(Token::Ink2), Theme::px(14));
    } else {
        Avatar::paint(*painter, disc, entry.person);
    }
    left += Theme::px(AvatarSize + 12);

    const int right = row.right() - Theme::px(16);
    const Tone tone = ActivityWords::tone(entry.kind);
    const QRect icon(right - Theme::px(18), top, Theme::px(18), upperHeight);
    IconProvider::paint(*painter, icon, ActivityWords::iconName(entry.kind),
                        Theme::color(tone == Tone::Neutral ? Token::Ink3 : Tokens::text(tone)), Theme::px(16));
    const int fromWidth = (right - left) * FromPercent / 100;
    const QRect from(icon.left() - Theme::px(8) - fromWidth, top, fromWidth, upperHeight);
    painter->setFont(Fonts::second());
    painter->setPen(Theme::color(Token::Ink2));
    painter->drawText(from, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(Fonts::second()).elidedText(ActivityWords::from(entry), Qt::ElideRight, fromWidth));

    paintTitle(*painter, QRect(left, top, from.left() - Theme::px(12) - left, upperHeight), entry);
    QString summary = m_records.summary(entry);
    const bool exceptional = tone == Tone::Bad || tone == Tone::Vio;
    if (exceptional)
        summary.prepend(ActivityWords::kind(entry.kind) + (summary.isEmpty() ? QString() : u" · "_s));
    const QRect lower(left, top + upperHeight + 2, right - left, Fonts::lineHeight(TextRole::Second));
    painter->setFont(Fonts::second());
    painter->setPen(Theme::color(exceptional ? Tokens::text(tone) : Token::Ink2));
    painter->drawText(lower, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(Fonts::second()).elidedText(summary, Qt::ElideRight, lower.width()));
    if (option.state.testFlag(QStyle::State_HasFocus))
        Box::paintFocusRing(*painter, QRectF(row), 0);
    painter->restore();
}

}  // namespace Forecourt
