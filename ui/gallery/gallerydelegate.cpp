// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/gallerydelegate.h"

#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/galleryslotsmodel.h"
#include "ui/gallery/photopainter.h"
#include "ui/gallery/videobadge.h"
#include "ui/widgets/box.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/iconprovider.h"
#include "ui/widgets/theme.h"

#include <QListView>
#include <QPainter>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal TileRadius = 4;
constexpr qreal RejectedOpacity = 0.35;

// White on nearly black in both themes: it lies on photos, not on a surface. Gives where it ends.
qreal paintNumber(QPainter& painter, const QRect& tile, int number)
{
    painter.setFont(Fonts::captionStrong());
    const QString text = QString::number(number);
    const QFontMetrics metrics(painter.font());
    const int height = Theme::px(15);
    const QRect box(tile.left() + 6, tile.bottom() - 5 - height, metrics.horizontalAdvance(text) + 8, height);
    Box::paint(painter, box, 3, QColor(10, 16, 18, 190), Qt::transparent);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
    return box.right() + 1;
}

void paintStar(QPainter& painter, const QRect& tile)
{
    const int side = Theme::px(20);
    const QRectF disc(tile.right() - side - 3, tile.top() + 4, side, side);
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5));
    painter.setBrush(Theme::color(Token::Accent));
    painter.drawEllipse(disc);
    IconProvider::paint(painter, disc, u"star-filled"_s, Qt::white, 12);
}

void paintHint(QPainter& painter, const QRect& tile, const QString& icon, const QString& words)
{
    painter.setFont(Fonts::caption());
    const int side = Theme::px(12);
    const int room = tile.width() - Theme::px(34);
    const QString text = painter.fontMetrics().elidedText(words, Qt::ElideRight, room - side - 12);
    const int width = painter.fontMetrics().horizontalAdvance(text) + side + 12;
    const int height = Theme::px(17);
    const QRect box(tile.right() - 4 - width, tile.bottom() - 4 - height, width, height);
    Box::paint(painter, box, 3, Theme::color(Token::WarnSoft), Theme::color(Token::WarnLine));
    IconProvider::paint(painter, QRect(box.left() + 3, box.top(), side, height), icon, Theme::color(Token::WarnText),
                        11);
    painter.setPen(Theme::color(Token::WarnText));
    painter.drawText(box.adjusted(side + 6, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// At the left, since the star is at the right.
void paintMark(QPainter& painter, const QRect& tile, const QString& icon, const QColor& ground)
{
    const int side = Theme::px(20);
    const QRectF disc(tile.left() + 4, tile.top() + 4, side, side);
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5));
    painter.setBrush(ground);
    painter.drawEllipse(disc);
    IconProvider::paint(painter, disc, icon, Qt::white, 12);
}

}  // namespace

GalleryDelegate::GalleryDelegate(ThumbnailSource& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
{
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect tile = option.rect.adjusted(Inset, Inset, -Inset, -Inset);
    const int number = index.data(GalleryListModel::NumberRole).toInt();
    switch (index.data(GallerySlotsModel::KindRole).value<GallerySlotsModel::Kind>()) {
    case GallerySlotsModel::Kind::Photo:
        if (m_moving.contains(index.row()))
            paintOutline(*painter, tile, number, tr("moving…"));
        else
            paintPhoto(*painter, tile, option, index);
        break;
    case GallerySlotsModel::Kind::Incoming: paintIncoming(*painter, tile, index); break;
    case GallerySlotsModel::Kind::Empty:
        paintOutline(*painter, tile, number, index.data(GallerySlotsModel::ShotRole).toString());
        if (index.row() == m_target)
            Box::paintFocusRing(*painter, QRectF(tile).adjusted(-1, -1, 1, 1), TileRadius + 1);
        break;
    }
    painter->restore();
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return view ? view->gridSize() : QStyledItemDelegate::sizeHint(option, index);
}

void GalleryDelegate::paintPhoto(QPainter& painter, const QRect& tile, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const auto photo = index.data(GalleryListModel::PhotoRole).value<Photo>();
    if (photo.cull == PhotoCull::Reject)
        painter.setOpacity(RejectedOpacity);
    PhotoPainter::paint(painter, tile, photo, m_thumbnails);
    painter.setOpacity(1);
    if (photo.cull != PhotoCull::None)
        paintMark(painter, tile, photo.cull == PhotoCull::Keep ? u"check"_s : u"x"_s,
                  Theme::color(photo.cull == PhotoCull::Keep ? Token::OkFill : Token::BadFill));
    const qreal end = paintNumber(painter, tile, index.data(GalleryListModel::NumberRole).toInt());
    if (photo.isVideo()) {
        VideoBadge::paintSign(painter, tile);
        VideoBadge::paintLength(painter, tile, end + 4, *photo.durationMs);
    }
    if (index.data(GalleryListModel::PrimaryRole).toBool())
        paintStar(painter, tile);
    if (const QString hint = index.data(GallerySlotsModel::HintRole).toString(); !hint.isEmpty())
        paintHint(painter, tile, index.data(GallerySlotsModel::HintIconRole).toString(), hint);
    // Selection and keyboard are told apart: an edge for what is selected, the ring for where the keyboard is.
    if (option.state.testFlag(QStyle::State_Selected))
        Box::paint(painter, QRectF(tile).adjusted(-3, -3, 3, 3), TileRadius + 3, Qt::transparent,
                   Theme::color(Token::Accent), 2);
    if (option.state.testFlag(QStyle::State_HasFocus))
        Box::paintFocusRing(painter, QRectF(tile).adjusted(-1, -1, 1, 1), TileRadius + 1);
}

void GalleryDelegate::paintIncoming(QPainter& painter, const QRect& tile, const QModelIndex& index) const
{
    const QByteArray sha = index.data(GallerySlotsModel::ThumbShaRole).toByteArray();
    Box::paint(painter, tile, TileRadius, Theme::color(Token::Raised), Theme::color(Token::Line2));
    if (!sha.isEmpty()) {
        painter.setOpacity(0.55);
        PhotoPainter::paintFile(painter, tile, sha, m_thumbnails);
        painter.setOpacity(1);
    } else {
        IconProvider::paint(painter, tile.adjusted(0, 0, 0, -Theme::px(18)), u"hourglass"_s, Theme::color(Token::Ink3),
                            16);
        painter.setFont(Fonts::caption());
        painter.setPen(Theme::color(Token::Ink2));
        const QRect words = tile.adjusted(6, 0, -6, -6);
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(index.data(GalleryListModel::FileNameRole).toString(),
                                                          Qt::ElideMiddle, words.width()));
    }
}

void GalleryDelegate::paintOutline(QPainter& painter, const QRect& tile, int number, const QString& words) const
{
    QPen pen(Theme::color(Token::Line2), 1, Qt::CustomDashLine);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), TileRadius, TileRadius);
    painter.setFont(Fonts::caption());
    painter.setPen(Theme::color(Token::Ink3));
    const QRect inside = tile.adjusted(8, 6, -8, -6);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, QString::number(number));
}

}  // namespace Forecourt
