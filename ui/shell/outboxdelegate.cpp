// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxdelegate.h"

#include "ui/shell/outboxlistmodel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Forecourt {

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {Theme::px(200), Fonts::lineHeight(TextRole::Body) + Fonts::lineHeight(TextRole::Second) + Theme::px(14)};
}

void OutboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect rect = option.rect;
    painter->fillRect(rect, Theme::color(selected ? Token::Sel : hovered ? Token::Hover : Token::Sheet));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), Theme::color(Token::Line));
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), Theme::color(Token::Accent));
    const auto state = static_cast<OutboxLine::State>(index.data(OutboxListModel::StateRole).toInt());
    const bool refused = state == OutboxLine::State::Refused;
    IconProvider::paint(*painter, QRectF(rect.left() + Theme::px(16), rect.top(), Theme::px(18), rect.height()),
                        index.data(OutboxListModel::IconRole).toString(),
                        Theme::color(refused ? Token::BadText : Token::Ink2), Theme::px(18));
    const QString word = OutboxLines::stateText(state);
    const QSize badge = Badge::size(word, true);
    const int left = rect.left() + Theme::px(46);
    const int right = rect.right() - Theme::px(16);
    Badge::paint(*painter, QRect(right - badge.width(), rect.top(), badge.width(), rect.height() - 1), word,
                 OutboxLines::stateTone(state), refused ? QStringLiteral("cloud-x") : QStringLiteral("clock"));
    const int width = right - badge.width() - Theme::px(12) - left;
    const QRect upper(left, rect.top() + Theme::px(6), width, Fonts::lineHeight(TextRole::Body));
    const QRect lower(left, upper.bottom() + 1, width, Fonts::lineHeight(TextRole::Second));
    const auto write = [painter](const QRect& where, const QString& text, const QFont& font, Token ink) {
        painter->setFont(font);
        painter->setPen(Theme::color(ink));
        painter->drawText(where, Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    write(upper, index.data(OutboxListModel::TitleRole).toString(), Fonts::bodyMedium(), Token::Ink);
    write(lower, index.data(OutboxListModel::SubtitleRole).toString(), Fonts::second(), Token::Ink2);
    if (option.state.testFlag(QStyle::State_HasFocus))
        Box::paintFocusRing(*painter, QRectF(rect), 0);
    painter->restore();
}

}  // namespace Forecourt
