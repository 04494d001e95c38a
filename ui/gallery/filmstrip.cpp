// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/filmstrip.h"

#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/photopainter.h"
#include "ui/gallery/videobadge.h"
#include "ui/widgets/box.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize FilmCell(84, 62);
constexpr int FilmInset = 4;
constexpr int FilmSign = 20;

class FilmstripDelegate final : public QStyledItemDelegate {
public:
    FilmstripDelegate(ThumbnailSource& thumbnails, QObject* parent)
        : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return FilmCell; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRectF tile = option.rect.adjusted(FilmInset, FilmInset, -FilmInset, -FilmInset);
        const auto photo = index.data(GalleryListModel::PhotoRole).value<Photo>();
        PhotoPainter::paint(*painter, tile, photo, m_thumbnails);
        if (photo.isVideo())
            VideoBadge::paintSign(*painter, tile, FilmSign);
        const auto* film = qobject_cast<const QListView*>(option.widget);
        const bool focused = film && film->hasFocus() && film->currentIndex() == index;
        if (!option.state.testFlag(QStyle::State_Selected) && !focused)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (focused)
            Box::paint(*painter, tile.adjusted(-3, -3, 3, 3), 6, Qt::transparent, Tokens::value(Token::Ink, true), 1);
        if (option.state.testFlag(QStyle::State_Selected))
            Box::paint(*painter, tile.adjusted(-3, -3, 3, 3), 6, Qt::transparent, Tokens::value(Token::Focus, true), 2);
        painter->restore();
    }

private:
    ThumbnailSource& m_thumbnails;
};

}  // namespace

Filmstrip::Filmstrip(GalleryListModel& photos, ThumbnailSource& thumbnails, QWidget* parent) : QListView(parent)
{
    setModel(&photos);
    setItemDelegate(new FilmstripDelegate(thumbnails, this));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setFixedHeight(FilmCell.height() + 8);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(u"QListView { background: %1; border: none; }"_s.arg(Tokens::value(Token::Chrome, true).name()));
    connect(&thumbnails, &ThumbnailSource::ready, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT rowChosen(index.row()); });
}

void Filmstrip::setChoosing()
{
    setSelectionMode(MultiSelection);
    setFocusPolicy(Qt::StrongFocus);
}

void Filmstrip::choose(const std::vector<PhotoId>& photos, PhotoId without)
{
    selectionModel()->clearSelection();
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const auto id = index.data(GalleryListModel::IdRole).value<PhotoId>();
        if (id != without && std::ranges::find(photos, id) != photos.end())
            selectionModel()->select(index, QItemSelectionModel::Select);
    }
}

std::vector<PhotoId> Filmstrip::chosen(PhotoId without) const
{
    std::vector<PhotoId> photos;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (const auto id = index.data(GalleryListModel::IdRole).value<PhotoId>();
            id != without && selectionModel()->isSelected(index))
            photos.push_back(id);
    }
    return photos;
}

void Filmstrip::setRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    if (selectionMode() == MultiSelection)
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    else
        setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

}  // namespace Forecourt
