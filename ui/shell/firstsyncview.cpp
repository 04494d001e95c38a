// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/firstsyncview.h"

#include "ui/shell/syncwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/thinprogress.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstSyncWidth = 640;
constexpr int FirstSyncHeight = 380;

}  // namespace

FirstSyncView::FirstSyncView(SyncControl& sync, QWidget* parent)
    : BoxedView(parent),
      m_sync(sync),
      m_title(new Label(QString(), TextRole::PageTitle, Token::Ink, box())),
      m_text(new Label(QString(), TextRole::Body, Token::Ink2, box())),
      m_note(new Note(Tone::Warn, QString(), box())),
      m_rowsName(new Label(QString(), TextRole::BodyMedium, Token::Ink, box())),
      m_rowsState(new Label(QString(), TextRole::Second, Token::Ink2, box())),
      m_rows(new ThinProgress(box())),
      m_photosName(new Label(QString(), TextRole::BodyMedium, Token::Ink, box())),
      m_photosState(new Label(QString(), TextRole::Second, Token::Ink2, box())),
      m_photos(new ThinProgress(box())),
      m_start(new Button(QString(), Button::Kind::Primary, box()))
{
    m_text->setWordWrap(true);
    m_start->setKeyHint(QKeySequence(Qt::Key_Return));
    m_start->setAutoDefault(true);
    auto* column = new QVBoxLayout(box());
    column->setContentsMargins(Theme::px(32), Theme::px(28), Theme::px(32), Theme::px(24));
    column->setSpacing(Theme::px(8));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_note);
    const auto row = [this, column](Label* name, Label* state, ThinProgress* bar) {
        column->addSpacing(Theme::px(6));
        column->addWidget(new Divider(Qt::Horizontal, box()));
        auto* words = new QHBoxLayout;
        words->addWidget(name, 1);
        words->addWidget(state);
        column->addLayout(words);
        column->addWidget(bar);
    };
    row(m_rowsName, m_rowsState, m_rows);
    row(m_photosName, m_photosState, m_photos);
    column->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_start);
    column->addLayout(foot);
    connect(m_start, &Button::clicked, this, &FirstSyncView::startRequested);
    connect(&m_sync, &SyncControl::statusChanged, this, &FirstSyncView::refresh);
    setFocusProxy(m_start);
    retranslate();
}

void FirstSyncView::retranslate()
{
    m_title->setText(tr("Bringing your data to this computer"));
    m_text->setText(
        tr("You can start working at once; the rest follows in the background. From then on everything "
           "works without the network."));
    m_rowsName->setText(tr("Stock, people and sites"));
    m_photosName->setText(tr("Photos"));
    m_start->setText(tr("Start working"));
    refresh();
}

void FirstSyncView::refresh()
{
    const SyncStatus status = m_sync.status();
    const UtcMs now = SystemClock().now();
    const bool rowsHere = status.lastSyncAt > 0;
    m_rowsState->setText(rowsHere ? tr("Here") : tr("Coming in"));
    m_rows->setTone(rowsHere ? Tone::Ok : Tone::Accent);
    m_rows->setProgress(rowsHere ? 1 : 0, 1);
    const int left = status.counts.blobsToFetch;
    m_mostPhotos = qMax(m_mostPhotos, left);
    const bool photosHere = rowsHere && left == 0;
    m_photosState->setText(photosHere          ? tr("Here")
                           : m_mostPhotos == 0 ? tr("after stock")
                                               : tr("%1 of %2 · %3 left")
                                                     .arg(formatCount(m_mostPhotos - left), formatCount(m_mostPhotos),
                                                          formatBytes(status.counts.bytesToFetch)));
    m_photos->setTone(photosHere ? Tone::Ok : Tone::Accent);
    m_photos->setProgress(photosHere ? 1 : m_mostPhotos - left, photosHere ? 1 : qMax(1, m_mostPhotos));
    const bool offline = SyncWords::isOffline(status);
    m_note->setVisible(offline);
    if (offline)
        m_note->setText(SyncWords::headline(status, now) + u". "_s + SyncWords::reassurance(status, now));
}

void FirstSyncView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    BoxedView::changeEvent(event);
}

void FirstSyncView::resizeEvent(QResizeEvent* event)
{
    BoxedView::resizeEvent(event);
    placeBox({Theme::px(FirstSyncWidth), Theme::px(FirstSyncHeight)});
}

}  // namespace Forecourt
