// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/compareview.h"

#include "models/gallery/galleryfindings.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/comparepane.h"
#include "ui/gallery/filmstrip.h"
#include "ui/gallery/galleryedits.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxcanvas.h"
#include "ui/gallery/lightboxkeys.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/gallery/linkedviews.h"
#include "ui/widgets/singlekeys.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

CompareView::CompareView(const GalleryContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_film(new Filmstrip(context.photos, context.thumbnails)),
      m_keys(new LightboxKeys),
      m_title(new LightboxLabel(TextRole::BodyStrong)),
      m_end(new LightboxButton(u"x"_s)),
      m_zoomOut(new LightboxButton(u"zoom-out"_s)),
      m_zoomIn(new LightboxButton(u"zoom-in"_s)),
      m_fit(new LightboxButton(u"arrows-maximize"_s)),
      m_linkButton(new LightboxButton(u"link"_s)),
      m_switch(new LightboxButton(u"transfer"_s)),
      m_previous(new LightboxButton(u"chevron-left"_s)),
      m_next(new LightboxButton(u"chevron-right"_s)),
      m_keep(new LightboxButton(u"circle-check"_s)),
      m_reject(new LightboxButton(u"circle-x"_s)),
      m_primary(new LightboxButton(u"star-filled"_s)),
      m_turn(new LightboxButton(u"rotate-clockwise"_s)),
      m_remove(new LightboxButton(u"trash"_s))
{
    setFocusPolicy(Qt::StrongFocus);
    auto* sides = new QHBoxLayout;
    sides->setContentsMargins(4, 0, 4, 4);
    sides->setSpacing(4);
    for (size_t side = 0; side < m_panes.size(); ++side) {
        m_panes[side] = new ComparePane(context.thumbnails);
        sides->addWidget(m_panes[side], 1);
        connect(m_panes[side], &ComparePane::pressed, this, [this, side] { choose(static_cast<int>(side)); });
        connect(&m_panes[side]->canvas(), &LightboxCanvas::zoomChanged, this, &CompareView::refresh);
    }
    m_link = new LinkedViews(m_panes[0]->canvas(), m_panes[1]->canvas(), this);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(14, 6, 14, 8);
    footer->addStretch(1);
    footer->addWidget(m_keys);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTopBar());
    column->addLayout(sides, 1);
    column->addWidget(m_film);
    column->addLayout(footer);

    const auto canvas = [this]() -> LightboxCanvas& { return m_panes[static_cast<size_t>(m_side)]->canvas(); };
    connect(m_end, &QAbstractButton::clicked, this, &CompareView::ended);
    connect(m_zoomIn, &QAbstractButton::clicked, this, [canvas] { canvas().zoomIn(); });
    connect(m_zoomOut, &QAbstractButton::clicked, this, [canvas] { canvas().zoomOut(); });
    connect(m_fit, &QAbstractButton::clicked, this, [canvas] { canvas().fit(); });
    connect(m_linkButton, &QAbstractButton::clicked, this, &CompareView::toggleLink);
    connect(m_switch, &QAbstractButton::clicked, this, [this] { choose(1 - m_side); });
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_keep, &QAbstractButton::clicked, this, [this] { mark(PhotoCull::Keep); });
    connect(m_reject, &QAbstractButton::clicked, this, [this] { mark(PhotoCull::Reject); });
    connect(m_primary, &QAbstractButton::clicked, this, [this] { m_context.edits.makePrimary(chosenPhoto()); });
    connect(m_turn, &QAbstractButton::clicked, this, [this] { m_context.edits.turn({chosenPhoto()}, 1); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_context.edits.remove({chosenPhoto()}); });
    connect(m_film, &Filmstrip::rowChosen, this, &CompareView::showOnSide);
    connect(&context.photos, &GalleryListModel::loaded, this, &CompareView::follow);
    connect(&context.findings, &GalleryFindings::changed, this, &CompareView::refreshSharpness);
    retranslate();
}

QWidget* CompareView::makeTopBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_end->setKey(Qt::Key_Escape);
    m_zoomOut->setKey(Qt::Key_Minus);
    m_zoomIn->setKey(Qt::Key_Plus);
    m_fit->setKey(Qt::Key_0);
    m_linkButton->setKey(Qt::Key_L);
    m_switch->setKey(Qt::Key_Tab);
    m_previous->setKey(Qt::Key_Left);
    m_next->setKey(Qt::Key_Right);
    m_keep->setKey(Qt::Key_K);
    m_reject->setKey(Qt::Key_X);
    m_primary->setKey(Qt::Key_P);
    m_turn->setKey(Qt::Key_R);
    m_remove->setKey(Qt::Key_Delete);
    layout->addWidget(m_end);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addStretch(1);
    for (LightboxButton* button : {m_zoomOut, m_zoomIn, m_fit, m_linkButton})
        layout->addWidget(button);
    layout->addSpacing(12);
    for (LightboxButton* button : {m_switch, m_previous, m_next, m_keep, m_reject, m_primary, m_turn, m_remove})
        layout->addWidget(button);
    return bar;
}

PhotoId CompareView::partnerOf(const Gallery& gallery, PhotoId photo)
{
    const int row = gallery.indexOf(photo);
    const auto count = static_cast<int>(gallery.photos.size());
    if (row < 0 || count < 2)
        return {};
    return gallery.photos[static_cast<size_t>(row + 1 < count ? row + 1 : row - 1)].id;
}

void CompareView::compare(PhotoId left, PhotoId right)
{
    m_photos = {left, right};
    m_side = 1;
    refresh();
    for (ComparePane* pane : m_panes)
        pane->canvas().setView({});
    m_link->link(m_panes[0]->canvas());
    choose(1);
    setFocus();
}

const Photo* CompareView::shown(int side) const
{
    const Gallery& gallery = m_context.photos.gallery();
    const int row = gallery.indexOf(photo(side));
    return row < 0 ? nullptr : &gallery.photos[static_cast<size_t>(row)];
}

void CompareView::choose(int side)
{
    m_side = side;
    refresh();
}

void CompareView::step(int direction)
{
    const int row = m_context.photos.rowOf(chosenPhoto());
    const int other = m_context.photos.rowOf(photo(1 - m_side));
    const int next = row + direction;
    showOnSide(next == other ? next + direction : next);
}

void CompareView::showOnSide(int row)
{
    if (row < 0 || row >= m_context.photos.rowCount())
        return;
    const PhotoId wanted = m_context.photos.gallery().photos[static_cast<size_t>(row)].id;
    const auto side = static_cast<size_t>(m_side);
    // A photo beside itself shows nothing: the two change places.
    if (wanted == m_photos[1 - side])
        m_photos[1 - side] = m_photos[side];
    m_photos[side] = wanted;
    refresh();
    if (m_link->isLinked())
        m_link->link(m_panes[1 - side]->canvas());
}

void CompareView::mark(PhotoCull cull)
{
    if (const Photo* photo = shown(m_side))
        m_context.edits.cull({photo->id}, photo->cull == cull ? PhotoCull::None : cull);
}

void CompareView::toggleLink()
{
    if (m_link->isLinked())
        m_link->unlink();
    else
        m_link->link(m_panes[static_cast<size_t>(m_side)]->canvas());
    retranslate();
}

void CompareView::follow()
{
    if (!isVisible())
        return;
    const Gallery& gallery = m_context.photos.gallery();
    if (gallery.photos.size() < 2) {
        Q_EMIT ended();
        return;
    }
    // In place of one that is gone comes a neighbour of the other.
    for (const size_t side : {size_t{0}, size_t{1}}) {
        if (gallery.indexOf(m_photos[side]) >= 0)
            continue;
        const PhotoId kept = gallery.indexOf(m_photos[1 - side]) >= 0 ? m_photos[1 - side] : gallery.photos.front().id;
        m_photos[1 - side] = kept;
        m_photos[side] = partnerOf(gallery, kept);
    }
    refresh();
}

void CompareView::refresh()
{
    const Gallery& gallery = m_context.photos.gallery();
    for (size_t side = 0; side < m_panes.size(); ++side) {
        const QSignalBlocker quiet(m_panes[side]->canvas());
        m_panes[side]->setPhoto(gallery, m_photos[side]);
        m_panes[side]->setChosen(static_cast<int>(side) == m_side);
    }
    const Photo* photo = shown(m_side);
    const int row = gallery.indexOf(chosenPhoto());
    const int other = gallery.indexOf(this->photo(1 - m_side));
    const auto last = static_cast<int>(gallery.photos.size()) - 1;
    m_previous->setEnabled(row > (other == 0 ? 1 : 0));
    m_next->setEnabled(row < (other == last ? last - 1 : last));
    m_keep->setLit(photo && photo->cull == PhotoCull::Keep);
    m_reject->setLit(photo && photo->cull == PhotoCull::Reject);
    m_primary->setLit(photo && gallery.primary() == photo);
    m_zoomOut->setEnabled(!m_panes[static_cast<size_t>(m_side)]->canvas().isFitted());
    m_film->setRow(row);
    refreshSharpness();
}

void CompareView::refreshSharpness()
{
    const GalleryFindings& findings = m_context.findings;
    for (size_t side = 0; side < m_panes.size(); ++side) {
        const PhotoFindings* found = findings.of(m_photos[side]);
        m_panes[side]->setSharpness(
            ComparePane::compare(findings.qualityOf(m_photos[side]), findings.qualityOf(m_photos[1 - side])),
            found && found->hints.testFlag(QualityHint::Blurred));
    }
}

bool CompareView::event(QEvent* event)
{
    // Tab means the other side here; every button has a key of its own.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            choose(1 - m_side);
            return true;
        }
    }
    return QWidget::event(event);
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    LightboxCanvas& canvas = m_panes[static_cast<size_t>(m_side)]->canvas();
    const auto letter = [event] { return SingleKeys::isPressed(*event, event->key()); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: step(-1); break;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space: step(1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: canvas.zoomIn(); break;
    case Qt::Key_Minus: canvas.zoomOut(); break;
    case Qt::Key_0: canvas.fit(); break;
    case Qt::Key_1: canvas.actualSize(); break;
    case Qt::Key_L:
        if (letter())
            toggleLink();
        break;
    case Qt::Key_K:
        if (letter())
            mark(PhotoCull::Keep);
        break;
    case Qt::Key_X:
        if (letter())
            mark(PhotoCull::Reject);
        break;
    case Qt::Key_P:
        if (letter())
            m_context.edits.makePrimary(chosenPhoto());
        break;
    case Qt::Key_R:
        if (letter())
            m_context.edits.turn({chosenPhoto()}, 1);
        break;
    case Qt::Key_C:
        if (letter())
            Q_EMIT ended();
        break;
    case Qt::Key_Delete: m_context.edits.remove({chosenPhoto()}); break;
    case Qt::Key_Escape: Q_EMIT ended(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void CompareView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Tokens::value(Token::Chrome, true));
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareView::retranslate()
{
    m_keys->setKeys({{Qt::Key_Tab, tr("Other side")},
                     {Qt::Key_Right, tr("Next photo")},
                     {Qt::Key_Plus, tr("Zoom")},
                     {Qt::Key_K, tr("Keep")},
                     {Qt::Key_X, tr("Reject")},
                     {Qt::Key_P, tr("Primary")},
                     {Qt::Key_L, m_link->isLinked() ? tr("Unlink") : tr("Link")},
                     {Qt::Key_C, tr("End")}});
    m_title->setText(tr("Compare"));
    m_end->setName(tr("End comparing"));
    m_zoomOut->setName(tr("Zoom out"));
    m_zoomIn->setName(tr("Zoom in"));
    m_fit->setName(tr("Whole photos"));
    m_linkButton->setName(m_link->isLinked() ? tr("Zoom and move each side alone") : tr("Zoom and move both sides"));
    m_linkButton->setLit(m_link->isLinked());
    m_switch->setName(tr("Choose the other side"));
    m_previous->setName(tr("Previous photo on this side"));
    m_next->setName(tr("Next photo on this side"));
    m_keep->setName(tr("Keep this side"));
    m_reject->setName(tr("Reject this side"));
    m_primary->setName(tr("Make this side primary"));
    m_turn->setName(tr("Turn this side"));
    m_remove->setName(tr("Remove this side"));
    refresh();
}

}  // namespace Forecourt
