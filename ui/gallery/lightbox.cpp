// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/lightbox.h"

#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/thumbnailsource.h"
#include "models/outbox/synccontrol.h"
#include "ui/gallery/captionfield.h"
#include "ui/gallery/compareview.h"
#include "ui/gallery/filmstrip.h"
#include "ui/gallery/galleryedits.h"
#include "ui/gallery/gallerysidepanel.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxcanvas.h"
#include "ui/gallery/lightboxkeys.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/gallery/photoeditor.h"
#include "ui/gallery/photowords.h"
#include "ui/gallery/videoplayer.h"
#include "ui/widgets/format.h"
#include "ui/widgets/singlekeys.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

Lightbox::Lightbox(const GalleryContext& context, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_context(context),
      m_pages(new QStackedLayout(this)),
      m_canvas(new LightboxCanvas(context.thumbnails)),
      m_film(new Filmstrip(context.photos, context.thumbnails)),
      m_title(new LightboxLabel(TextRole::BodyStrong)),
      m_place(new LightboxLabel(TextRole::Body, Token::Ink2)),
      m_facts(new LightboxLabel(TextRole::Caption, Token::Ink2)),
      m_caption(new CaptionField),
      m_keys(new LightboxKeys),
      m_close(new LightboxButton(u"x"_s)),
      m_zoomOut(new LightboxButton(u"zoom-out"_s)),
      m_zoomLevel(new LightboxButton(QString())),
      m_zoomIn(new LightboxButton(u"zoom-in"_s)),
      m_fit(new LightboxButton(u"arrows-maximize"_s)),
      m_edit(new LightboxButton(u"crop"_s)),
      m_compare(new LightboxButton(u"columns-3"_s)),
      m_turn(new LightboxButton(u"rotate-clockwise"_s)),
      m_primary(new LightboxButton(u"star-filled"_s)),
      m_remove(new LightboxButton(u"trash"_s)),
      m_previous(new LightboxButton(u"chevron-left"_s)),
      m_next(new LightboxButton(u"chevron-right"_s))
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(640, 480);
    m_page = makePage();
    m_pages->addWidget(m_page);
    connect(m_canvas, &LightboxCanvas::zoomChanged, this, &Lightbox::refresh);
    connect(m_film, &Filmstrip::rowChosen, this, &Lightbox::show);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_zoomIn, &QAbstractButton::clicked, m_canvas, &LightboxCanvas::zoomIn);
    connect(m_zoomOut, &QAbstractButton::clicked, m_canvas, &LightboxCanvas::zoomOut);
    connect(m_zoomLevel, &QAbstractButton::clicked, m_canvas, &LightboxCanvas::actualSize);
    connect(m_fit, &QAbstractButton::clicked, m_canvas, &LightboxCanvas::fit);
    connect(m_edit, &QAbstractButton::clicked, this, &Lightbox::edit);
    connect(m_turn, &QAbstractButton::clicked, this, [this] { m_context.edits.turn({m_photo}, 1); });
    connect(m_compare, &QAbstractButton::clicked, this, &Lightbox::compareWithNext);
    connect(m_primary, &QAbstractButton::clicked, this, [this] { m_context.edits.makePrimary(m_photo); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { m_context.edits.remove({m_photo}); });
    connect(m_caption, &CaptionField::captionTyped, &context.edits, &GalleryEdits::caption);
    connect(m_caption, &QLineEdit::returnPressed, this, [this] { setFocus(); });
    connect(&context.photos, &GalleryListModel::loaded, this, &Lightbox::follow);
    connect(&context.photos, &QAbstractItemModel::modelReset, this, &QWidget::close);
    retranslate();
}

QWidget* Lightbox::makePage()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopBar());
    auto* middle = new QHBoxLayout(m_canvas);
    middle->setContentsMargins(12, 0, 12, 0);
    middle->addWidget(m_previous);
    middle->addStretch(1);
    middle->addWidget(m_next);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_film);
    layout->addWidget(makeFooter());
    return page;
}

QWidget* Lightbox::makeTopBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_close->setKey(Qt::Key_Escape);
    m_zoomOut->setKey(Qt::Key_Minus);
    m_zoomLevel->setKey(Qt::Key_1);
    m_zoomIn->setKey(Qt::Key_Plus);
    m_fit->setKey(Qt::Key_0);
    m_edit->setKey(Qt::Key_E);
    m_compare->setKey(Qt::Key_C);
    m_turn->setKey(Qt::Key_R);
    m_primary->setKey(Qt::Key_P);
    m_remove->setKey(Qt::Key_Delete);
    layout->addWidget(m_close);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_place);
    layout->addStretch(1);
    for (LightboxButton* button :
         {m_zoomOut, m_zoomLevel, m_zoomIn, m_fit, m_compare, m_edit, m_turn, m_primary, m_remove})
        layout->addWidget(button);
    return bar;
}

QWidget* Lightbox::makeFooter()
{
    auto* footer = new QWidget;
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(14, 6, 14, 8);
    layout->setSpacing(16);
    m_caption->setMinimumWidth(200);
    m_caption->setMaximumWidth(420);
    m_caption->setStyleSheet(
        u"QLineEdit { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; "
        "padding: 3px 8px; } QLineEdit:focus { border-color: %4; }"_s.arg(
            Tokens::value(Token::Raised, true).name(), Tokens::value(Token::Ink, true).name(),
            Tokens::value(Token::Line2, true).name(), Tokens::value(Token::Focus, true).name()));
    layout->addWidget(m_caption, 1);
    layout->addStretch(1);
    layout->addWidget(m_facts);
    layout->addWidget(m_keys);
    return footer;
}

void Lightbox::setVehicleTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setWindowTitle(title);
}

void Lightbox::open(int row, const std::vector<PhotoId>& chosen)
{
    m_chosen = chosen;
    m_onlyComparing = false;
    m_pages->setCurrentWidget(m_page);
    show(row);
    showFullScreen();
    setFocus();
}

void Lightbox::openComparing(PhotoId left, PhotoId right)
{
    m_onlyComparing = true;
    m_pages->setCurrentWidget(&compareView());
    showFullScreen();
    compareView().compare(left, right);
}

CompareView& Lightbox::compareView()
{
    if (!m_compareView) {
        m_compareView = new CompareView(m_context);
        m_pages->addWidget(m_compareView);
        connect(m_compareView, &CompareView::ended, this, &Lightbox::endComparing);
    }
    return *m_compareView;
}

void Lightbox::compareWithNext()
{
    const PhotoId other = CompareView::partnerOf(m_context.photos.gallery(), m_photo);
    if (other.isNull())
        return;
    if (m_player)
        m_player->stop();
    m_pages->setCurrentWidget(&compareView());
    compareView().compare(m_photo, other);
}

void Lightbox::endComparing()
{
    if (m_onlyComparing)
        close();
    else
        backToPhoto(compareView().chosenPhoto());
}

PhotoEditor& Lightbox::editor()
{
    if (!m_editor) {
        m_editor = new PhotoEditor(m_context);
        m_pages->addWidget(m_editor);
        connect(m_editor, &PhotoEditor::ended, this, [this] { backToPhoto(m_editor->photo()); });
    }
    return *m_editor;
}

void Lightbox::edit()
{
    const Photo* shown = photo();
    if (!shown || shown->isVideo())
        return;
    // Whoever edits wants to see it made here, not wherever the original happens to be.
    if (m_sync && m_blobs && !m_blobs->has(shown->originalSha))
        m_sync->wantBlob(shown->originalSha);
    m_pages->setCurrentWidget(&editor());
    m_editor->edit(*shown, m_chosen);
}

void Lightbox::backToPhoto(PhotoId photo)
{
    m_pages->setCurrentWidget(m_page);
    show(m_context.photos.rowOf(photo));
    follow();
    setFocus();
}

int Lightbox::row() const
{
    return m_context.photos.rowOf(m_photo);
}

const Photo* Lightbox::photo() const
{
    const int at = row();
    return at < 0 ? nullptr : &m_context.photos.gallery().photos[static_cast<size_t>(at)];
}

void Lightbox::show(int row)
{
    if (row < 0 || row >= m_context.photos.rowCount())
        return;
    m_photo = m_context.photos.gallery().photos[static_cast<size_t>(row)].id;
    m_lastRow = row;
    m_canvas->setPhoto(photo());
    m_caption->setPhoto(photo());
    showVideo();
    m_film->setRow(row);
    refresh();
    Q_EMIT rowChanged(row);
}

void Lightbox::setVideoFiles(const BlobStore& blobs, SyncControl* sync)
{
    m_blobs = blobs;
    m_sync = sync;
}

// The player is made with the first video: most galleries have none.
void Lightbox::showVideo()
{
    const Photo* shown = photo();
    const bool video = shown && shown->isVideo() && m_blobs;
    if (video && !m_player) {
        m_player = new VideoPlayer(*m_canvas, *m_blobs, m_sync);
        auto* all = qobject_cast<QVBoxLayout*>(m_page->layout());
        all->insertWidget(all->indexOf(m_canvas) + 1, m_player);
    }
    if (m_player && !video)
        m_player->stop();
    else if (video)
        m_player->setVideo(*shown);
    if (m_player)
        m_player->setVisible(video);
    showKeys();
}

void Lightbox::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_player)
        m_player->stop();
}

void Lightbox::step(int direction)
{
    show(row() + direction);
}

// Keeps looking at the same photo wherever it went; when it is gone, the one that took its place is next.
void Lightbox::follow()
{
    if (m_photo.isNull() || !isVisible())
        return;
    // What is edited may be gone by the hand of somebody else.
    if (m_editor && m_pages->currentWidget() == m_editor && m_context.photos.rowOf(m_editor->photo()) < 0)
        m_pages->setCurrentWidget(m_page);
    if (m_pages->currentWidget() != m_page)
        return;
    if (m_context.photos.rowCount() == 0)
        close();
    else
        show(row() >= 0 ? row() : std::min(m_lastRow, m_context.photos.rowCount() - 1));
}

void Lightbox::refresh()
{
    const Photo* shown = photo();
    if (!shown)
        return;
    const bool primary = m_context.photos.gallery().primary() == shown;
    QString place = PhotoWords::place(m_context.photos.gallery(), row());
    if (shown->cull != PhotoCull::None)
        place += u" · "_s + PhotoWords::mark(shown->cull);
    m_place->setText(place);
    m_primary->setLit(primary);
    QString facts = GallerySidePanel::factsOf(*shown);
    if (shown->takenAt)
        facts += u" · "_s + tr("taken %1").arg(formatDateTime(*shown->takenAt));
    m_facts->setText(facts);
    m_zoomLevel->setName(formatPercent(m_canvas->zoom() * 100, 0), true);
    m_zoomLevel->setToolTip(tr("Show at 100%"));
    m_zoomOut->setEnabled(!m_canvas->isFitted());
    m_previous->setEnabled(row() > 0);
    m_next->setEnabled(row() + 1 < m_context.photos.rowCount());
    m_edit->setEnabled(!shown->isVideo());
    m_turn->setEnabled(!shown->isVideo());
    m_edit->setName(tr("Edit"), true);
    m_turn->setName(tr("Turn right"));
    if (shown->isVideo()) {
        m_edit->setToolTip(tr("Videos cannot be turned or changed here."));
        m_turn->setToolTip(m_edit->toolTip());
    }
    m_compare->setEnabled(m_context.photos.rowCount() > 1);
}

void Lightbox::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return Q_EMIT undoRequested();
    if (event->matches(QKeySequence::Redo))
        return Q_EMIT redoRequested();
    // What another page leaves over is not meant for the photo below it.
    if (m_pages->currentWidget() != m_page) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_player && m_player->isVisible() && m_player->takesKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: step(-1); break;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space: step(1); break;
    case Qt::Key_Home: show(0); break;
    case Qt::Key_End: show(m_context.photos.rowCount() - 1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_canvas->zoomIn(); break;
    case Qt::Key_Minus: m_canvas->zoomOut(); break;
    case Qt::Key_0: m_canvas->fit(); break;
    case Qt::Key_1: m_canvas->actualSize(); break;
    case Qt::Key_P:
        if (SingleKeys::isPressed(*event, Qt::Key_P))
            m_context.edits.makePrimary(m_photo);
        break;
    case Qt::Key_R:
        if (SingleKeys::isPressed(*event, Qt::Key_R))
            m_context.edits.turn({m_photo}, 1);
        break;
    case Qt::Key_C:
        if (SingleKeys::isPressed(*event, Qt::Key_C))
            compareWithNext();
        break;
    case Qt::Key_E:
        if (SingleKeys::isPressed(*event, Qt::Key_E))
            edit();
        break;
    case Qt::Key_K: mark(*event, PhotoCull::Keep); break;
    case Qt::Key_X: mark(*event, PhotoCull::Reject); break;
    case Qt::Key_Delete: m_context.edits.remove({m_photo}); break;
    case Qt::Key_Escape: close(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void Lightbox::mark(const QKeyEvent& event, PhotoCull cull)
{
    const Photo* shown = photo();
    if (!shown || !SingleKeys::isPressed(event, event.key()))
        return;
    const bool taken = shown->cull == cull;
    m_context.edits.cull({m_photo}, taken ? PhotoCull::None : cull);
    // Whoever goes through photos wants the next one.
    if (!taken)
        step(1);
}

void Lightbox::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Tokens::value(Token::Chrome, true));
}

void Lightbox::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Lightbox::closeEvent(QCloseEvent* event)
{
    if (m_editor && m_pages->currentWidget() == m_editor)
        m_editor->applyAndLeave();
    QWidget::closeEvent(event);
}

void Lightbox::showKeys()
{
    if (m_player && m_player->isVisibleTo(this)) {
        m_keys->setKeys({{Qt::Key_Space, tr("Play")},
                         {Qt::SHIFT | Qt::Key_Right, tr("5 s on")},
                         {Qt::Key_M, tr("Sound")},
                         {Qt::Key_P, tr("Primary")},
                         {Qt::Key_K, tr("Keep")},
                         {Qt::Key_X, tr("Reject")},
                         {Qt::Key_Delete, tr("Remove")},
                         {Qt::Key_Escape, tr("Close")}});
        return;
    }
    m_keys->setKeys({{Qt::Key_Plus, tr("Zoom")},
                     {Qt::Key_0, tr("Whole")},
                     {Qt::Key_1, u"100%"_s},
                     {Qt::Key_C, tr("Compare")},
                     {Qt::Key_E, tr("Edit")},
                     {Qt::Key_P, tr("Primary")},
                     {Qt::Key_R, tr("Turn")},
                     {Qt::Key_K, tr("Keep")},
                     {Qt::Key_X, tr("Reject")},
                     {Qt::Key_Delete, tr("Remove")},
                     {Qt::Key_Escape, tr("Close")}});
}

void Lightbox::retranslate()
{
    showKeys();
    m_close->setName(tr("Close"));
    m_zoomOut->setName(tr("Zoom out"));
    m_zoomIn->setName(tr("Zoom in"));
    m_fit->setName(tr("Whole photo"));
    m_compare->setName(tr("Compare with the next photo"));
    m_primary->setName(tr("Make primary"));
    m_remove->setName(tr("Remove"));
    m_previous->setName(tr("Previous photo"));
    m_next->setName(tr("Next photo"));
    refresh();
}

}  // namespace Forecourt
