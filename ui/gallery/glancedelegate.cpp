// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/glancedelegate.h"

#include "models/gallery/gallery.h"
#include "models/gallery/galleryneedsmodel.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/photopainter.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"

#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int GlanceWidth = 196, GlanceHeight = 50;
constexpr int PictureWidth = 46, PictureHeight = 34;

}  // namespace

GlanceDelegate::GlanceDelegate(ThumbnailSource& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
{
}

QSize GlanceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option);
    Q_UNUSED(index);
    return {Theme::px(GlanceWidth), Theme::px(GlanceHeight)};
}

void GlanceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto glance = index.data(GalleryNeedsModel::GlanceRole).value<GalleryGlance>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect.adjusted(2, 2, -2, -2);
    if (option.state.testFlag(QStyle::State_Selected))
        Box::paint(*painter, area, 6, Theme::color(Token::Sel), Theme::color(Token::Accent), 1);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        Box::paint(*painter, area, 6, Theme::color(Token::Hover), Qt::transparent);
    if (option.state.testFlag(QStyle::State_HasFocus))
        Box::paintFocusRing(*painter, area, 6);

    const QRect picture(area.left() + 5, area.center().y() - Theme::px(PictureHeight) / 2, Theme::px(PictureWidth),
                        Theme::px(PictureHeight));
    if (glance.thumb.isEmpty()) {
        Box::paint(*painter, picture, 4, Theme::color(Token::Sunken), Theme::color(Token::Line));
        IconProvider::paint(*painter, picture, u"photo-off"_s, Theme::color(Token::Ink3), 16);
    } else {
        PhotoPainter::paintFile(*painter, picture, glance.thumb, m_thumbnails);
    }
    QRect words = area.adjusted(picture.width() + 13, 2, -6, -6);
    painter->setFont(Fonts::bodyMedium());
    painter->setPen(Theme::color(Token::Ink));
    const QString name = glance.name.isEmpty() ? glance.stockNumber : glance.name;
    painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
    words.setTop(words.center().y());
    painter->setFont(Fonts::caption());
    painter->setPen(Theme::color(Token::Ink2));
    const QString figure = tr("%1/%2", "photos, at most").arg(glance.photos).arg(Gallery::MaxPhotos);
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, figure);
    words.setRight(words.right() - painter->fontMetrics().horizontalAdvance(figure) - 6);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(glance.stockNumber, Qt::ElideRight, words.width()));
    const int left = picture.right() + 9;
    ThinProgress::paint(*painter, QRectF(left, area.bottom() - 5, area.right() - 6 - left, 4),
                        double(glance.photos) / Gallery::MaxPhotos,
                        glance.photos < GalleryNeeds::Enough ? Tone::Warn : Tone::Accent);
    painter->restore();
}

}  // namespace Forecourt
