// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxwindow.h"

#include "models/outbox/synccontrol.h"
#include "ui/shell/carryfiles.h"
#include "ui/shell/othersrefusalstab.h"
#include "ui/shell/outboxlist.h"
#include "ui/shell/refusedtab.h"
#include "ui/shell/syncwords.h"
#include "ui/shell/transfercard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int OutboxLinesShown = 2000;
constexpr int OutboxWindowWidth = 780;
constexpr int OutboxWindowHeight = 600;

}  // namespace

OutboxWindow::OutboxWindow(const ShellContext& context, const std::vector<RecordWords*>& words, QWidget* window)
    : PopupFrame(window, Behaviour::Modeless),
      m_context(context),
      m_waiting(new OutboxLines(OutboxLines::Which::Waiting, OutboxLinesShown, context, words, this)),
      m_refused(new OutboxLines(OutboxLines::Which::Refused, OutboxLinesShown, context, words, this)),
      m_others(new OutboxLines(OutboxLines::Which::OfOthers, OutboxLinesShown, context, words, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_title = new Label(QString(), TextRole::DialogTitle, Token::Ink, this);
    m_subtitle = new Label(QString(), TextRole::Second, Token::Ink2, this);
    m_subtitle->setEliding(true);
    m_tryNow = new Button(QString(), Button::Kind::Default, this);
    m_close = new IconButton(u"x"_s, QString(), this);
    m_close->setKind(Button::Kind::Ghost);
    m_close->setShortcutHint(Qt::Key_Escape);
    auto* said = new QVBoxLayout;
    said->setSpacing(Theme::px(2));
    said->addWidget(m_title);
    said->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Theme::px(18), Theme::px(12), Theme::px(12), Theme::px(8));
    head->addLayout(said, 1);
    head->addWidget(m_tryNow);
    head->addWidget(m_close);
    contentLayout()->addLayout(head);

    m_clock = new Note(Tone::Warn, QString(), this);
    m_clock->setIconName(u"clock-exclamation"_s);
    m_said = new Note(Tone::Ok, QString(), this);
    m_said->setDismissible(true);
    m_said->hide();
    m_carry = new CarryFiles(context, this);
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(Theme::px(18), 0, Theme::px(18), Theme::px(4));
    notes->setSpacing(Theme::px(6));
    for (Note* note : {m_clock, m_said, m_carry->note()})
        notes->addWidget(note);
    contentLayout()->addLayout(notes);

    m_tabs = new TabStrip(this);
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(Theme::px(14), 0, Theme::px(14), 0);
    tabs->addWidget(m_tabs, 1);
    contentLayout()->addLayout(tabs);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeWaitingTab());
    m_refusedTab = new RefusedTab(context, *m_refused, this);
    m_pages->addWidget(m_refusedTab);
    m_pages->addWidget(makeFilesTab());
    m_othersTab = new OthersRefusalsTab(context, *m_others, this);
    m_pages->addWidget(m_othersTab);
    contentLayout()->addWidget(m_pages, 1);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));

    m_lastSync = new Label(QString(), TextRole::Second, Token::Ink3, this);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(18), Theme::px(10), Theme::px(18), Theme::px(12));
    foot->setSpacing(Theme::px(8));
    foot->addWidget(m_carry->saveButton());
    foot->addWidget(m_carry->importButton());
    foot->addStretch(1);
    foot->addWidget(m_lastSync);
    contentLayout()->addLayout(foot);

    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_tryNow, &QAbstractButton::clicked, this, [this] { m_context.sync->tryNow(); });
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_carry, &CarryFiles::said, this, &OutboxWindow::say);
    connect(m_carry, &CarryFiles::begun, m_said, &QWidget::hide);
    connect(context.sync, &SyncControl::statusChanged, this, &OutboxWindow::refresh);
    connect(m_waiting, &OutboxLines::changed, this, &OutboxWindow::refresh);
    connect(m_others, &OutboxLines::changed, this, &OutboxWindow::refresh);
    connect(m_othersTab, &OthersRefusalsTab::said, this, &OutboxWindow::say);
    connect(m_othersTab, &OthersRefusalsTab::openRequested, this, [this](int row) { openRecord(*m_others, row); });
    connect(m_refusedTab, &RefusedTab::said, this, &OutboxWindow::say);
    connect(m_refusedTab, &RefusedTab::begun, m_said, &QWidget::hide);
    connect(m_refusedTab, &RefusedTab::openRequested, this, [this](int row) { openRecord(*m_refused, row); });

    const QSize room = window->size() - QSize(40, 60);
    resizePanel(QSize(Theme::px(OutboxWindowWidth), Theme::px(OutboxWindowHeight)).boundedTo(room));
    retranslate();
    const OutboxCounts counts = context.sync->status().counts;
    showTab(counts.rejected > 0                             ? Tab::Refused
            : counts.waiting == 0 && counts.blobsToSend > 0 ? Tab::Files
                                                            : Tab::Waiting);
}

QWidget* OutboxWindow::makeWaitingTab()
{
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_waitingStack = new QStackedWidget(tab);
    m_waitingList = new OutboxList(*m_waiting, tab);
    connect(m_waitingList, &OutboxList::openRequested, this, [this](int row) { openRecord(*m_waiting, row); });
    m_waitingEmpty = new EmptyState(EmptyState::Drawing::Connection, tab);
    m_waitingStack->addWidget(m_waitingList);
    m_waitingStack->addWidget(m_waitingEmpty);
    m_more = new Label(QString(), TextRole::Second, Token::Ink2, tab);
    m_more->setContentsMargins(Theme::px(46), Theme::px(6), Theme::px(16), Theme::px(6));
    column->addWidget(m_waitingStack, 1);
    column->addWidget(m_more);
    return tab;
}

QWidget* OutboxWindow::makeFilesTab()
{
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(Theme::px(18), Theme::px(14), Theme::px(18), Theme::px(14));
    column->setSpacing(Theme::px(12));
    m_up = new TransferCard(*m_context.sync, SyncControl::Transfer::Sending, tab);
    m_down = new TransferCard(*m_context.sync, SyncControl::Transfer::Fetching, tab);
    column->addWidget(m_up);
    column->addWidget(m_down);
    column->addStretch(1);
    return tab;
}

void OutboxWindow::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    m_pages->setCurrentIndex(static_cast<int>(tab));
    if (tab == Tab::OfOthers)
        m_othersTab->list()->setFocus(Qt::OtherFocusReason);
    else if (tab != Tab::Files)
        (tab == Tab::Waiting ? m_waitingList : m_refusedTab->list())->setFocus(Qt::OtherFocusReason);
}

void OutboxWindow::refresh()
{
    const SyncStatus status = m_context.sync->status();
    const UtcMs now = m_context.store->clock().now();
    m_title->setText(SyncWords::headline(status, now));
    m_subtitle->setText(SyncWords::reassurance(status, now));
    m_lastSync->setText(SyncWords::lastSync(status, now));
    m_tryNow->setVisible(status.link == SyncStatus::Link::Waiting || status.link == SyncStatus::Link::Refused);
    const QString clock = SyncWords::clockNotice(status);
    m_clock->setText(clock);
    m_clock->setVisible(!clock.isEmpty());
    m_tabs->setCount(0, status.counts.waiting);
    m_tabs->setCount(1, status.counts.rejected);
    m_tabs->setCount(2, status.counts.blobsToSend + status.counts.blobsToFetch);
    const auto others = static_cast<int>(m_others->all().size());
    m_tabs->setCount(3, others);
    // Whoever is no manager never has any.
    m_tabs->setTabVisible(3, others > 0);

    const bool anyWaiting = m_waitingList->count() > 0;
    m_waitingStack->setCurrentIndex(anyWaiting || !m_waiting->isRead() ? 0 : 1);
    const int rest = status.counts.waiting - OutboxLinesShown;
    m_more->setText(rest > 0 ? tr("and %Ln older change(s)", nullptr, rest) : QString());
    m_more->setVisible(rest > 0);
    m_carry->setAnyWaiting(status.counts.waiting > 0);
}

void OutboxWindow::saveTo(const QString& file)
{
    m_carry->saveTo(file);
}

void OutboxWindow::lookAt(const QString& file)
{
    m_carry->lookAt(file);
}

void OutboxWindow::openRecord(const OutboxLines& lines, int row)
{
    if (row < 0 || row >= static_cast<int>(lines.all().size()))
        return;
    const Route route = lines.all()[static_cast<std::size_t>(row)].words.route;
    if (!route.isEmpty())
        m_context.navigator->open(route);
}

void OutboxWindow::say(Tone tone, const QString& text)
{
    m_said->setTone(tone);
    m_said->setText(text.toHtmlEscaped());
    m_said->show();
}

bool OutboxWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys of the page behind would work here too, as this window belongs to its window.
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        const bool mine = modifiers == Qt::NoModifier || key->matches(QKeySequence::Copy) ||
                          key->matches(QKeySequence::SelectAll) || (tab && modifiers.testFlag(Qt::ControlModifier));
        if (mine) {
            event->accept();
            return true;
        }
    }
    return PopupFrame::event(event);
}

void OutboxWindow::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers.testFlag(Qt::ControlModifier) && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        const int count = m_tabs->isTabVisible(3) ? 4 : 3;
        const int step = event->key() == Qt::Key_Backtab || modifiers.testFlag(Qt::ShiftModifier) ? count - 1 : 1;
        return showTab(static_cast<Tab>((m_tabs->currentIndex() + step) % count));
    }
    if (m_tabs->currentIndex() == static_cast<int>(Tab::Refused) && m_refusedTab->handleKey(*event))
        return;
    PopupFrame::keyPressEvent(event);
}

void OutboxWindow::retranslate()
{
    setAccessibleName(tr("What waits to be sent"));
    m_close->setName(tr("Close"));
    m_tryNow->setText(tr("Try now"));
    m_tabs->setTabText(0, tr("Waiting to send"));
    m_tabs->setTabText(1, tr("Not accepted"));
    m_tabs->setTabText(2, tr("Photos and files"));
    m_tabs->setTabText(3, tr("Refused to others"));
    m_othersTab->retranslate();
    m_tabs->setAccessibleName(tr("Lists"));
    m_waitingList->setAccessibleName(tr("Changes that wait to be sent"));
    m_waitingEmpty->setTitle(tr("Everything is sent"));
    m_waitingEmpty->setText(tr("What you change while the network is away waits here and is sent by itself."));
    m_refusedTab->retranslate();
    m_carry->retranslate();
    refresh();
}

void OutboxWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_waiting->read();
        m_refused->read();
        m_others->read();
    }
    PopupFrame::changeEvent(event);
}

}  // namespace Forecourt
