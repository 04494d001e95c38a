// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/overflowtray.h"

#include "models/gallery/gallery.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/gallerydelegate.h"
#include "ui/gallery/galleryslotsmodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize TrayCell(112, 90);

}  // namespace

OverflowTray::OverflowTray(GallerySlotsModel& places, ThumbnailSource& thumbnails, QWidget* parent)
    : QWidget(parent),
      m_model(places),
      m_list(new QListView),
      m_title(new Label(QString(), TextRole::SecondMedium)),
      m_reason(new Label(QString(), TextRole::Second, Token::Ink2)),
      m_swap(new Button),
      m_export(new Button),
      m_remove(new Button(QString(), Button::Kind::Danger))
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new GalleryDelegate(thumbnails, m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize(QSize(Theme::px(TrayCell.width()), Theme::px(TrayCell.height())));
    m_list->setSelectionMode(QListView::ExtendedSelection);
    m_list->setDragEnabled(true);
    m_list->setHorizontalScrollMode(QListView::ScrollPerPixel);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFixedHeight(Theme::px(TrayCell.height()) + m_list->horizontalScrollBar()->sizeHint().height());
    m_list->installEventFilter(this);
    m_reason->setEliding(true);
    for (Button* button : {m_swap, m_export, m_remove})
        button->setSize(Button::Size::Small);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(20, 0, 16, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_reason);
    line->addLayout(words, 1);
    line->addWidget(m_swap);
    line->addWidget(m_export);
    line->addWidget(m_remove);
    auto* strip = new QHBoxLayout;
    strip->setContentsMargins(16, 0, 0, 0);
    strip->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(new Divider);
    layout->addLayout(line);
    layout->addLayout(strip);

    connect(&thumbnails, &ThumbnailSource::ready, m_list->viewport(), qOverload<>(&QWidget::update));
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, change, this, &OverflowTray::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &OverflowTray::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OverflowTray::refresh);
    connect(m_swap, &QPushButton::clicked, this, &OverflowTray::swap);
    connect(m_export, &QPushButton::clicked, this, &OverflowTray::exportRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(chosenPhotos()); });
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT openRequested(m_model.photoAt(index)); });
    setFocusProxy(m_list);
    retranslate();
}

void OverflowTray::setPartner(int place)
{
    if (place == m_partner)
        return;
    m_partner = place;
    refresh();
}

void OverflowTray::setExportable(bool exportable)
{
    m_export->setVisible(exportable);
}

std::vector<PhotoId> OverflowTray::chosenPhotos() const
{
    std::vector<PhotoId> photos;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        const bool chosen = m_list->selectionModel()->hasSelection() ? m_list->selectionModel()->isSelected(index)
                                                                     : index == m_list->currentIndex();
        if (chosen)
            photos.push_back(m_model.photoAt(index));
    }
    return photos;
}

void OverflowTray::swap()
{
    if (const auto photos = chosenPhotos(); photos.size() == 1 && m_partner > 0)
        Q_EMIT swapRequested(photos.front());
}

void OverflowTray::retranslate()
{
    m_export->setText(tr("Export these…"));
    m_remove->setText(tr("Remove"));
    m_list->setAccessibleName(tr("Photos that did not fit"));
    refresh();
}

void OverflowTray::refresh()
{
    const int count = m_model.rowCount();
    setVisible(count > 0);
    m_title->setText(tr("%n photo(s) did not fit", nullptr, count));
    const QString reason =
        tr("Added by several people at once. Shown to no buyer; they come in when others of the %1 go.")
            .arg(Gallery::MaxPhotos);
    m_reason->setText(reason);
    m_reason->setToolTip(reason);
    const size_t chosen = chosenPhotos().size();
    m_swap->setText(tr("Swap with photo %1").arg(m_partner));
    m_swap->setVisible(m_partner > 0);
    m_swap->setEnabled(chosen == 1);
    m_remove->setEnabled(chosen > 0);
}

bool OverflowTray::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const std::vector<PhotoId> photos = chosenPhotos();
    if (photos.empty() || (key.modifiers() != Qt::NoModifier && key.modifiers() != Qt::KeypadModifier))
        return false;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: swap(); return true;
    case Qt::Key_Delete: Q_EMIT removeRequested(photos); return true;
    case Qt::Key_Space: Q_EMIT openRequested(photos.front()); return true;
    default: return false;
    }
}

void OverflowTray::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace Forecourt
