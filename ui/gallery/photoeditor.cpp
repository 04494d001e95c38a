// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/photoeditor.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/gallery/editpreview.h"
#include "models/gallery/exportdirectory.h"
#include "models/gallery/gallerylistmodel.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photodraft.h"
#include "models/gallery/thumbnailsource.h"
#include "ui/gallery/covertool.h"
#include "ui/gallery/croptool.h"
#include "ui/gallery/filmstrip.h"
#include "ui/gallery/galleryedits.h"
#include "ui/gallery/lightboxbutton.h"
#include "ui/gallery/lightboxkeys.h"
#include "ui/gallery/lightboxlabel.h"
#include "ui/gallery/photoeditcanvas.h"
#include "ui/gallery/photoeditpanel.h"
#include "ui/gallery/photowords.h"
#include "ui/gallery/straightentool.h"
#include "ui/widgets/singlekeys.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int EditPanelWidth = 308;

}  // namespace

PhotoEditor::PhotoEditor(const GalleryContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_draft(new PhotoDraft(this)),
      m_preview(new EditPreview(context.store, context.workers, this)),
      m_crop(new CropTool(*m_draft, this)),
      m_straighten(new StraightenTool(*m_draft, this)),
      m_cover(new CoverTool(*m_draft, this)),
      m_logos(new ExportDirectory(context.store, this)),
      m_canvas(new PhotoEditCanvas(*m_draft)),
      m_panel(new PhotoEditPanel(*m_draft, *m_crop, *m_cover)),
      m_film(new Filmstrip(context.photos, context.thumbnails)),
      m_keys(new LightboxKeys),
      m_title(new LightboxLabel(TextRole::BodyStrong)),
      m_note(new LightboxLabel(TextRole::Body)),
      m_asked(new LightboxLabel(TextRole::BodyStrong)),
      m_filmWords(new LightboxLabel(TextRole::Caption, Token::Ink2)),
      m_cancel(new LightboxButton(u"x"_s)),
      m_undo(new LightboxButton(u"arrow-back-up"_s)),
      m_redo(new LightboxButton(u"arrow-forward-up"_s)),
      m_original(new LightboxButton(u"eye"_s)),
      m_reset(new LightboxButton(u"restore"_s)),
      m_apply(new LightboxButton(u"check"_s)),
      m_questionApply(new LightboxButton(u"check"_s)),
      m_questionDrop(new LightboxButton(u"trash"_s)),
      m_questionBack(new LightboxButton(u"arrow-back-up"_s))
{
    m_note->setWordWrap(true);
    m_note->setContentsMargins(16, 6, 16, 8);
    m_film->setChoosing();
    auto* side = new QScrollArea;
    side->setWidget(m_panel);
    side->setWidgetResizable(true);
    side->setFrameShape(QFrame::NoFrame);
    side->setFixedWidth(EditPanelWidth);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFocusPolicy(Qt::NoFocus);
    side->viewport()->setAutoFillBackground(false);
    m_panel->setAutoFillBackground(false);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_canvas, 1);
    middle->addWidget(side);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(14, 6, 14, 8);
    footer->addStretch(1);
    footer->addWidget(m_keys);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTopBar());
    column->addWidget(makeQuestion());
    column->addWidget(m_note);
    column->addLayout(middle, 1);
    column->addWidget(makeFilm());
    column->addLayout(footer);
    connectAll();
    useTool(PhotoEditPanel::Crop);
    retranslate();
}

QWidget* PhotoEditor::makeTopBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    m_cancel->setKey(Qt::Key_Escape);
    m_undo->setKey(QKeySequence::Undo);
    m_redo->setKey(QKeySequence::Redo);
    m_original->setKey(Qt::Key_O);
    m_reset->setKey(Qt::CTRL | Qt::Key_Backspace);
    m_apply->setKey(Qt::Key_Return);
    layout->addWidget(m_cancel);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addStretch(1);
    for (LightboxButton* button : {m_undo, m_redo, m_original, m_reset, m_apply})
        layout->addWidget(button);
    return bar;
}

QWidget* PhotoEditor::makeQuestion()
{
    m_question = new QWidget;
    auto* layout = new QHBoxLayout(m_question);
    layout->setContentsMargins(16, 0, 12, 8);
    layout->setSpacing(8);
    m_questionApply->setKey(Qt::Key_Return);
    m_questionDrop->setKey(Qt::Key_Delete);
    m_questionBack->setKey(Qt::Key_Escape);
    layout->addWidget(m_asked);
    layout->addStretch(1);
    for (LightboxButton* button : {m_questionApply, m_questionDrop, m_questionBack})
        layout->addWidget(button);
    m_question->hide();
    return m_question;
}

QWidget* PhotoEditor::makeFilm()
{
    m_filmArea = new QWidget;
    auto* layout = new QVBoxLayout(m_filmArea);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(2);
    m_filmWords->setContentsMargins(14, 0, 14, 0);
    layout->addWidget(m_filmWords);
    layout->addWidget(m_film);
    return m_filmArea;
}

void PhotoEditor::connectAll()
{
    connect(m_cancel, &QAbstractButton::clicked, this, &PhotoEditor::cancel);
    connect(m_undo, &QAbstractButton::clicked, m_draft, &PhotoDraft::undo);
    connect(m_redo, &QAbstractButton::clicked, m_draft, &PhotoDraft::redo);
    connect(m_original, &QAbstractButton::pressed, this, [this] { showOriginal(true); });
    connect(m_original, &QAbstractButton::released, this, [this] { showOriginal(false); });
    connect(m_reset, &QAbstractButton::clicked, m_draft, &PhotoDraft::reset);
    connect(m_apply, &QAbstractButton::clicked, this, &PhotoEditor::apply);
    connect(m_questionApply, &QAbstractButton::clicked, this, &PhotoEditor::apply);
    connect(m_questionDrop, &QAbstractButton::clicked, this, &PhotoEditor::ended);
    connect(m_questionBack, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(m_panel, &PhotoEditPanel::toolChosen, this, &PhotoEditor::useTool);
    connect(m_panel, &PhotoEditPanel::addCoverRequested, this, [this] {
        m_cover->add(m_canvas->frame());
        m_canvas->setFocus();
    });
    connect(m_draft, &PhotoDraft::changed, this, [this] {
        preview();
        refresh();
    });
    connect(m_canvas, &PhotoEditCanvas::resized, this, &PhotoEditor::preview);
    connect(m_preview, &EditPreview::ready, m_canvas, &PhotoEditCanvas::setPicture);
    connect(m_preview, &EditPreview::loaded, this, &PhotoEditor::showState);
    connect(m_preview, &EditPreview::missing, this, [this] {
        m_canvas->setWords(tr("No file of this photo has arrived on this computer yet. Edit it when it has."));
    });
    connect(m_preview, &EditPreview::failed, this,
            [this](const Error& error) { m_canvas->setWords(ErrorText::full(error)); });
    connect(&m_context.photos, &GalleryListModel::loaded, this, &PhotoEditor::follow);
    connect(m_logos, &ExportDirectory::changed, this, [this] { m_panel->setLogos(m_logos->logos()); });
    connect(m_film->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PhotoEditor::refresh);
}

PhotoId PhotoEditor::photo() const
{
    return m_draft->photo();
}

void PhotoEditor::edit(const Photo& photo, const std::vector<PhotoId>& chosen)
{
    m_applying = false;
    m_canvas->setPicture({});
    m_canvas->setOriginal({});
    m_canvas->setWords(tr("Reading the photo…"));
    m_cover->choose(-1);
    m_draft->begin(photo);
    m_film->choose(chosen, photo.id);
    m_film->setRow(m_context.photos.rowOf(photo.id));
    m_preview->open(photo);
    ask(false);
    say({}, Token::Ink2);
    useTool(PhotoEditPanel::Crop);
    preview();
    refresh();
    m_canvas->setFocus();
}

// What is stored may be newer than what was shown when the person began: their own last edit, or somebody else's.
void PhotoEditor::follow()
{
    const Gallery& gallery = m_context.photos.gallery();
    const int row = gallery.indexOf(photo());
    if (!isVisible() || row < 0 || m_draft->isChanged() || m_applying)
        return;
    const Photo& stored = gallery.photos[static_cast<size_t>(row)];
    if (stored.edit != m_draft->edit() || stored.covers != m_draft->covers())
        m_draft->begin(stored);
}

void PhotoEditor::useTool(int tool)
{
    const std::array<EditTool*, 3> tools{m_crop, m_straighten, m_cover};
    m_canvas->setTool(tools[static_cast<size_t>(tool)]);
    m_panel->setTool(static_cast<PhotoEditPanel::Tool>(tool));
    m_filmArea->setVisible(tool == PhotoEditPanel::Cover && m_context.photos.rowCount() > 1);
    retranslate();
}

// The crop is left out: its tool shows it, with what it would cut away.
void PhotoEditor::preview()
{
    PhotoEdit edit = m_draft->edit();
    edit.crop = PhotoEdit().crop;
    m_preview->show(edit, m_draft->covers(), m_canvas->pixels());
}

void PhotoEditor::showState()
{
    preview();
    refresh();
    if (m_preview->isFromOriginal())
        return;
    say(tr("The original of this photo is not on this computer. What you set is saved; the photo looks like it as soon "
           "as a computer that has the original has made it again."),
        Token::WarnText);
}

void PhotoEditor::say(const QString& words, Token token)
{
    m_note->setText(words);
    m_note->setDarkToken(token);
    m_note->setVisible(!words.isEmpty());
}

std::vector<PhotoId> PhotoEditor::alsoCovered() const
{
    return m_canvas->tool() == m_cover || m_draft->isCoversChanged() ? m_film->chosen(photo()) : std::vector<PhotoId>();
}

bool PhotoEditor::isToBeStored() const
{
    return m_draft->isChanged() || !alsoCovered().empty();
}

void PhotoEditor::apply()
{
    if (m_applying || !m_preview->isLoaded())
        return;
    if (!isToBeStored()) {
        Q_EMIT ended();
        return;
    }
    m_applying = true;
    const auto storing = m_context.edits.reshape(photo(), m_draft->edit(), m_draft->covers(), alsoCovered());
    whenDone(storing, this, [this](const Expected<EditOutcome>& outcome) {
        m_applying = false;
        if (outcome)
            Q_EMIT ended();
        else
            say(ErrorText::full(outcome.error()), Token::BadText);
    });
}

void PhotoEditor::applyAndLeave()
{
    if (!m_applying && m_preview->isLoaded() && m_draft->isChanged())
        m_context.edits.reshape(photo(), m_draft->edit(), m_draft->covers(), {});
}

void PhotoEditor::cancel()
{
    if (!m_question->isHidden())
        ask(false);
    else if (m_draft->isChanged())
        ask(true);
    else
        Q_EMIT ended();
}

void PhotoEditor::ask(bool asking)
{
    m_question->setVisible(asking);
    // There the keys of the question mean what it says, whatever the tool makes of them.
    if (asking)
        m_questionApply->setFocus();
    else
        m_canvas->setFocus();
}

void PhotoEditor::showOriginal(bool shown)
{
    m_canvas->setOriginal(shown ? m_preview->original() : QImage());
}

void PhotoEditor::refresh()
{
    const Gallery& gallery = m_context.photos.gallery();
    const int row = gallery.indexOf(photo());
    QString title = tr("Edit");
    if (row >= 0)
        title += u" · "_s + PhotoWords::place(gallery, row);
    m_title->setText(title);
    const bool usable = m_preview->isLoaded();
    m_panel->setEnabled(usable);
    m_undo->setEnabled(m_draft->canUndo());
    m_redo->setEnabled(m_draft->canRedo());
    m_original->setEnabled(usable);
    m_reset->setEnabled(!m_draft->edit().isNone() || !m_draft->covers().empty());
    m_apply->setEnabled(usable);
    const auto others = static_cast<int>(alsoCovered().size());
    m_apply->setName(others > 0 ? tr("Apply, and cover %n more photo(s)", nullptr, others) : tr("Apply"), true);
    m_filmWords->setText(others > 0 ? tr("%n more photo(s) get the same covers, at the same places", nullptr, others)
                                    : tr("Choose photos here that are to get the same covers, at the same places"));
    if (!m_draft->isChanged())
        m_question->hide();
}

void PhotoEditor::keyPressEvent(QKeyEvent* event)
{
    const bool letters = SingleKeys::areOn();
    if (event->matches(QKeySequence::Undo))
        return m_draft->undo();
    if (event->matches(QKeySequence::Redo))
        return m_draft->redo();
    switch (event->key()) {
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3: useTool(event->key() - Qt::Key_1); break;
    case Qt::Key_R:
        if (letters && m_preview->isLoaded() && !event->modifiers().testFlag(Qt::ControlModifier))
            m_panel->turn(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        break;
    case Qt::Key_O:
        if (!event->isAutoRepeat() && SingleKeys::isPressed(*event, Qt::Key_O))
            showOriginal(true);
        break;
    case Qt::Key_Backspace:
        if (event->modifiers() == Qt::ControlModifier)
            m_draft->reset();
        break;
    case Qt::Key_Delete:
        if (!m_question->isHidden())
            Q_EMIT ended();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: apply(); break;
    case Qt::Key_Escape: cancel(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void PhotoEditor::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_O && !event->isAutoRepeat())
        showOriginal(false);
    else
        QWidget::keyReleaseEvent(event);
}

void PhotoEditor::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Tokens::value(Token::Chrome, true));
}

void PhotoEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PhotoEditor::retranslate()
{
    std::vector<LightboxKeys::Hint> keys{{Qt::Key_R, tr("Turn")}, {Qt::Key_O, tr("Original")}};
    if (m_canvas->tool() == m_cover) {
        keys.push_back({Qt::Key_Insert, tr("Add cover")});
        keys.push_back({Qt::Key_Delete, tr("Remove cover")});
    } else if (m_canvas->tool() == m_crop) {
        keys.push_back({Qt::Key_Right, tr("Move")});
        keys.push_back({Qt::SHIFT | Qt::Key_Right, tr("Size")});
    } else {
        keys.push_back({Qt::Key_Right, tr("Turn by 0.1°")});
        keys.push_back({Qt::SHIFT | Qt::Key_Right, tr("by 1°")});
    }
    keys.push_back({Qt::Key_Return, tr("Apply")});
    keys.push_back({Qt::Key_Escape, tr("Cancel")});
    m_keys->setKeys(std::move(keys));
    m_canvas->setAccessibleName(tr("Photo that is edited"));
    m_film->setAccessibleName(tr("Photos that get the same covers"));
    m_cancel->setName(tr("Cancel"));
    m_undo->setName(tr("Undo"));
    m_redo->setName(tr("Redo"));
    m_original->setName(tr("Show original while held"));
    m_reset->setName(tr("Reset"), true);
    m_asked->setText(tr("Keep what you set?"));
    m_questionApply->setName(tr("Apply"), true);
    m_questionDrop->setName(tr("Discard"), true);
    m_questionBack->setName(tr("Go on editing"), true);
    refresh();
}

}  // namespace Forecourt
