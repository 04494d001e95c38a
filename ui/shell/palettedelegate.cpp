// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

PaletteModel::Kind paletteKind(const QModelIndex& index)
{
    return static_cast<PaletteModel::Kind>(index.data(PaletteModel::KindRole).toInt());
}

/// The title with the typed words in accent colour, as far as they stand in it.
void paintPaletteTitle(QPainter& painter, const QRect& rect, const QString& title, const QString& typed)
{
    const QFont plain = Fonts::bodyMedium();
    const QFont strong = Fonts::bodyStrong();
    const QString shown = QFontMetrics(plain).elidedText(title, Qt::ElideRight, rect.width());
    std::vector<bool> marked(static_cast<std::size_t>(shown.size()), false);
    for (const QString& word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype at = shown.indexOf(word, 0, Qt::CaseInsensitive);
        for (qsizetype i = at; at >= 0 && i < at + word.size(); ++i)
            marked[static_cast<std::size_t>(i)] = true;
    }
    int x = rect.left();
    for (qsizetype start = 0; start < shown.size();) {
        const bool mark = marked[static_cast<std::size_t>(start)];
        qsizetype end = start;
        while (end < shown.size() && marked[static_cast<std::size_t>(end)] == mark)
            ++end;
        const QString part = shown.mid(start, end - start);
        painter.setFont(mark ? strong : plain);
        painter.setPen(Theme::color(mark ? Token::AccentText : Token::Ink));
        painter.drawText(QRect(x, rect.top(), rect.right() - x + 20, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         part);
        x += painter.fontMetrics().horizontalAdvance(part);
        start = end;
    }
}

}  // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option);
    switch (paletteKind(index)) {
    case PaletteModel::Kind::Heading: return {0, Theme::px(26)};
    case PaletteModel::Kind::Hit: return {0, Theme::px(40)};
    case PaletteModel::Kind::Command:
        return {0, Theme::px(index.data(PaletteModel::SubtitleRole).toString().isEmpty() ? 32 : 40)};
    case PaletteModel::Kind::Note: return {0, Theme::px(40)};
    }
    return {};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const PaletteModel::Kind kind = paletteKind(index);
    QRect rect = option.rect.adjusted(Theme::px(6), 0, -Theme::px(6), 0);
    const QString title = index.data().toString();
    if (kind == PaletteModel::Kind::Heading) {
        painter->setFont(Fonts::second());
        painter->setPen(Theme::color(Token::Ink3));
        painter->drawText(rect.adjusted(Theme::px(10), Theme::px(4), 0, 0), Qt::AlignVCenter | Qt::AlignLeft, title);
        painter->restore();
        return;
    }
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(option.state & QStyle::State_Selected ? Token::Sel : Token::Hover));
        painter->drawRoundedRect(QRectF(rect), 6, 6);
    }
    QRect words = rect.adjusted(Theme::px(10), 0, -Theme::px(10), 0);
    const QImage image = index.data(PaletteModel::ImageRole).value<QImage>();
    const QString icon = index.data(PaletteModel::IconRole).toString();
    if (kind == PaletteModel::Kind::Hit) {
        const QRect box(words.left(), rect.center().y() - Theme::px(14) + 1, Theme::px(42), Theme::px(28));
        QPainterPath clip;
        clip.addRoundedRect(QRectF(box), 4, 4);
        painter->setClipPath(clip);
        painter->fillRect(box, Theme::color(Token::Press));
        if (image.isNull()) {
            IconProvider::paint(*painter, box, icon.isEmpty() ? u"photo"_s : icon, Theme::color(Token::Ink3),
                                Theme::px(16));
        } else {
            const QSize fill = image.size().scaled(box.size(), Qt::KeepAspectRatioByExpanding);
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(QRect(box.center() - QPoint(fill.width() / 2, fill.height() / 2), fill), image);
        }
        painter->setClipping(false);
        words.setLeft(box.right() + Theme::px(11));
    } else if (!icon.isEmpty()) {
        const QRect box(words.left(), rect.top(), Theme::px(18), rect.height());
        IconProvider::paint(*painter, box, icon, Theme::color(Token::Ink2), Theme::px(18));
        words.setLeft(box.right() + Theme::px(11));
    }
    const auto key = option.state & QStyle::State_Selected && kind == PaletteModel::Kind::Hit
                         ? QKeySequence(Qt::Key_Return)
                         : index.data(PaletteModel::KeyRole).value<QKeySequence>();
    if (!key.isEmpty()) {
        const QSize cap = KeyCap::size(key);
        const QPoint at(words.right() - cap.width(), rect.center().y() - cap.height() / 2 + 1);
        KeyCap::paint(*painter, at, key);
        words.setRight(at.x() - Theme::px(8));
    }
    const QString typed = kind == PaletteModel::Kind::Note ? QString() : index.data(PaletteModel::TypedRole).toString();
    const QString subtitle = index.data(PaletteModel::SubtitleRole).toString();
    if (subtitle.isEmpty()) {
        paintPaletteTitle(*painter, words, title, typed);
    } else {
        const int line = Theme::px(17);
        paintPaletteTitle(*painter, QRect(words.left(), rect.center().y() - line + 1, words.width(), line), title,
                          typed);
        painter->setFont(Fonts::second());
        painter->setPen(Theme::color(Token::Ink3));
        const QRect second(words.left(), rect.center().y() + 1, words.width(), line);
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(subtitle, Qt::ElideRight, second.width()));
    }
    painter->restore();
}

}  // namespace Forecourt
