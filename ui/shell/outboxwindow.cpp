// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/outboxwindow.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/outbox/journal.h"
#include "models/outbox/outboxexport.h"
#include "models/outbox/refusals.h"
#include "models/outbox/synccontrol.h"
#include "ui/shell/othersrefusalstab.h"
#include "ui/shell/outboxdelegate.h"
#include "ui/shell/outboxlistmodel.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/syncwords.h"
#include "ui/shell/transfercard.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int OutboxLinesShown = 2000;
constexpr int OutboxWindowWidth = 780;
constexpr int OutboxWindowHeight = 600;
constexpr auto CarrySuffix = ".forecourt-changes"_L1;

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
    m_import = new Note(Tone::Info, QString(), this);
    m_import->setIconName(u"file-import"_s);
    m_import->setDismissible(true);
    m_doImport = m_import->addAction(QString());
    m_import->hide();
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(Theme::px(18), 0, Theme::px(18), Theme::px(4));
    notes->setSpacing(Theme::px(6));
    for (Note* note : {m_clock, m_said, m_import})
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
    m_pages->addWidget(makeRefusedTab());
    m_pages->addWidget(makeFilesTab());
    m_othersTab = new OthersRefusalsTab(context, *m_others, this);
    m_pages->addWidget(m_othersTab);
    contentLayout()->addWidget(m_pages, 1);
    contentLayout()->addWidget(new Divider(Qt::Horizontal, this));

    m_save = new Button(QString(), Button::Kind::Default, this);
    m_save->setIconName(u"file-export"_s);
    m_bring = new Button(QString(), Button::Kind::Default, this);
    m_bring->setIconName(u"file-import"_s);
    m_lastSync = new Label(QString(), TextRole::Second, Token::Ink3, this);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(18), Theme::px(10), Theme::px(18), Theme::px(12));
    foot->setSpacing(Theme::px(8));
    foot->addWidget(m_save);
    foot->addWidget(m_bring);
    foot->addStretch(1);
    foot->addWidget(m_lastSync);
    contentLayout()->addLayout(foot);

    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_tryNow, &QAbstractButton::clicked, this, [this] { m_context.sync->tryNow(); });
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_save, &QAbstractButton::clicked, this, &OutboxWindow::chooseExport);
    connect(m_bring, &QAbstractButton::clicked, this, &OutboxWindow::chooseImport);
    connect(m_doImport, &QAbstractButton::clicked, this, &OutboxWindow::doImport);
    connect(context.sync, &SyncControl::statusChanged, this, &OutboxWindow::refresh);
    connect(m_waiting, &OutboxLines::changed, this, &OutboxWindow::refresh);
    connect(m_others, &OutboxLines::changed, this, &OutboxWindow::refresh);
    connect(m_othersTab, &OthersRefusalsTab::said, this, &OutboxWindow::say);
    connect(m_othersTab, &OthersRefusalsTab::openRequested, this, [this](int row) { openRecord(*m_others, row); });
    connect(m_refused, &OutboxLines::changed, this, [this] {
        refresh();
        refreshRefused();
    });
    connect(&context.store->changes(), &ChangeNotifier::outboxChanged, this, &OutboxWindow::refreshRefused);

    const QSize room = window->size() - QSize(40, 60);
    resizePanel(QSize(Theme::px(OutboxWindowWidth), Theme::px(OutboxWindowHeight)).boundedTo(room));
    retranslate();
    refreshRefused();
    const OutboxCounts counts = context.sync->status().counts;
    showTab(counts.rejected > 0                             ? Tab::Refused
            : counts.waiting == 0 && counts.blobsToSend > 0 ? Tab::Files
                                                            : Tab::Waiting);
}

QListView* OutboxWindow::makeList(const OutboxLines& lines, OutboxListModel*& model)
{
    auto* list = new QListView(this);
    model = new OutboxListModel(lines, list);
    list->setModel(model);
    list->setItemDelegate(new OutboxDelegate(list));
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(list, &QListView::activated, this,
            [this, &lines](const QModelIndex& index) { openRecord(lines, index.row()); });
    return list;
}

QWidget* OutboxWindow::makeWaitingTab()
{
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_waitingStack = new QStackedWidget(tab);
    m_waitingList = makeList(*m_waiting, m_waitingModel);
    m_waitingEmpty = new EmptyState(EmptyState::Drawing::Connection, tab);
    m_waitingStack->addWidget(m_waitingList);
    m_waitingStack->addWidget(m_waitingEmpty);
    m_more = new Label(QString(), TextRole::Second, Token::Ink2, tab);
    m_more->setContentsMargins(Theme::px(46), Theme::px(6), Theme::px(16), Theme::px(6));
    column->addWidget(m_waitingStack, 1);
    column->addWidget(m_more);
    return tab;
}

QWidget* OutboxWindow::makeRefusedTab()
{
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_refusedStack = new QStackedWidget(tab);
    m_refusedList = makeList(*m_refused, m_refusedModel);
    m_refusedList->installEventFilter(this);
    m_refusedEmpty = new EmptyState(EmptyState::Drawing::None, tab);
    m_refusedStack->addWidget(m_refusedList);
    m_refusedStack->addWidget(m_refusedEmpty);
    column->addWidget(m_refusedStack, 1);
    m_again = new Button(QString(), Button::Kind::Default, tab);
    m_again->setIconName(u"refresh"_s);
    m_again->setKeyHint(Qt::Key_R);
    m_copy = new Button(QString(), Button::Kind::Default, tab);
    m_copy->setIconName(u"copy"_s);
    m_copy->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_C));
    m_discard = new Button(QString(), Button::Kind::Danger, tab);
    m_discard->setIconName(u"trash"_s);
    m_discard->setKeyHint(Qt::Key_Delete);
    m_selectAll = new Button(QString(), Button::Kind::Ghost, tab);
    m_selectAll->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_A));
    m_bringBack = new Button(QString(), Button::Kind::Ghost, tab);
    m_bringBack->setIconName(u"restore"_s);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(Theme::px(18), Theme::px(8), Theme::px(18), Theme::px(8));
    actions->setSpacing(Theme::px(8));
    for (Button* button : {m_again, m_copy, m_discard, m_selectAll})
        actions->addWidget(button);
    actions->addStretch(1);
    actions->addWidget(m_bringBack);
    column->addLayout(actions);
    connect(m_again, &QAbstractButton::clicked, this, &OutboxWindow::sendAgain);
    connect(m_copy, &QAbstractButton::clicked, this, &OutboxWindow::copyRefused);
    connect(m_discard, &QAbstractButton::clicked, this, &OutboxWindow::discard);
    connect(m_selectAll, &QAbstractButton::clicked, this, [this] {
        m_refusedList->selectAll();
        m_refusedList->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bringBack, &QAbstractButton::clicked, this, &OutboxWindow::bringBack);
    connect(m_refusedList->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxWindow::refresh);
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
        (tab == Tab::Waiting ? m_waitingList : m_refusedList)->setFocus(Qt::OtherFocusReason);
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

    const bool anyWaiting = m_waitingModel->rowCount() > 0;
    m_waitingStack->setCurrentIndex(anyWaiting || !m_waiting->isRead() ? 0 : 1);
    const int rest = status.counts.waiting - OutboxLinesShown;
    m_more->setText(rest > 0 ? tr("and %Ln older change(s)", nullptr, rest) : QString());
    m_more->setVisible(rest > 0);
    m_save->setEnabled(status.counts.waiting > 0);
    m_save->setToolTip(status.counts.waiting > 0 ? QString() : tr("Nothing waits to be sent."));

    const int refused = m_refusedModel->rowCount();
    m_refusedStack->setCurrentIndex(refused > 0 || !m_refused->isRead() ? 0 : 1);
    const auto chosen = static_cast<int>(m_refusedList->selectionModel()->selectedRows().size());
    for (Button* button : {m_again, m_copy, m_discard}) {
        button->setVisible(refused > 0);
        button->setEnabled(chosen > 0);
        button->setToolTip(chosen > 0 ? QString() : tr("Choose what this is for first."));
    }
    m_selectAll->setVisible(refused > 0);
    m_selectAll->setEnabled(chosen < refused);
}

void OutboxWindow::refreshRefused()
{
    whenDone(m_context.store->read(Refusals::discarded), this, [this](const Expected<std::vector<qint64>>& discarded) {
        if (!discarded)
            return;
        m_discarded = *discarded;
        const auto count = static_cast<int>(m_discarded.size());
        m_bringBack->setText(tr("Bring back %n discarded", nullptr, count));
        m_bringBack->setVisible(count > 0);
    });
}

std::vector<qint64> OutboxWindow::selectedOpids() const
{
    std::vector<qint64> opids;
    for (const QModelIndex& index : m_refusedList->selectionModel()->selectedRows()) {
        const std::vector<qint64>& line = m_refusedModel->line(index.row()).words.opids;
        opids.insert(opids.end(), line.begin(), line.end());
    }
    std::ranges::sort(opids);
    return opids;
}

void OutboxWindow::sendAgain()
{
    const std::vector<qint64> opids = selectedOpids();
    const auto left = std::make_shared<std::size_t>(opids.size());
    const auto failed = std::make_shared<std::vector<Error>>();
    // In the order they were made: an edit may need the record that an earlier one adds.
    for (const qint64 opid : opids) {
        whenDone(m_context.journal->retryRejected(opid), this, [=, this](const Expected<EditOutcome>& outcome) {
            if (!outcome)
                failed->push_back(outcome.error());
            if (--*left > 0)
                return;
            if (failed->empty())
                say(Tone::Ok, tr("%n change(s) go to the server again.", nullptr, static_cast<int>(opids.size())));
            else
                say(Tone::Bad, tr("%n change(s) cannot be sent again; copy them instead.", nullptr,
                                  static_cast<int>(failed->size())) +
                                   u' ' + ErrorText::summary(failed->front()));
        });
    }
}

void OutboxWindow::copyRefused()
{
    QStringList texts;
    QModelIndexList rows = m_refusedList->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& index : rows)
        texts << OutboxLines::plainText(m_refusedModel->line(index.row()));
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    say(Tone::Ok, tr("%n change(s) copied with everything that was typed.", nullptr, static_cast<int>(texts.size())));
}

void OutboxWindow::discard()
{
    const std::vector<qint64> opids = selectedOpids();
    if (opids.empty())
        return;
    whenDone(m_context.store->write([opids, now = m_context.store->clock().now()](Connection& connection) {
        return Refusals::discard(connection, opids, now);
    }),
             this, [this, count = static_cast<int>(opids.size())](const Expected<void>& done) {
                 m_context.store->announceOutbox();
                 if (done)
                     say(Tone::Ok, tr("%n change(s) discarded. They can be brought back for a week.", nullptr, count));
                 else
                     say(Tone::Bad, ErrorText::full(done.error()));
             });
}

void OutboxWindow::bringBack()
{
    whenDone(m_context.store->write(
                 [opids = m_discarded](Connection& connection) { return Refusals::bringBack(connection, opids); }),
             this, [this](const Expected<void>& done) {
                 m_context.store->announceOutbox();
                 if (!done)
                     say(Tone::Bad, ErrorText::full(done.error()));
                 else
                     m_said->hide();
             });
}

void OutboxWindow::openRecord(const OutboxLines& lines, int row)
{
    if (row < 0 || row >= static_cast<int>(lines.all().size()))
        return;
    const Route route = lines.all()[static_cast<std::size_t>(row)].words.route;
    if (!route.isEmpty())
        m_context.navigator->open(route);
}

void OutboxWindow::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Save waiting changes to a file"),
                                   m_context.settings->value(u"carry/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Waiting changes of Forecourt (*%1)").arg(CarrySuffix));
    dialog->selectFile(tr("Changes") + u' ' +
                       QDateTime::fromMSecsSinceEpoch(m_context.store->clock().now()).toString(u"yyyy-MM-dd HH.mm"_s) +
                       CarrySuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_context.settings->setValue(u"carry/folder"_s, QFileInfo(file).absolutePath());
        saveTo(file.endsWith(CarrySuffix) ? file : file + CarrySuffix);
    });
    dialog->open();
}

void OutboxWindow::saveTo(const QString& file)
{
    m_save->setEnabled(false);
    whenDone(exportOutbox(*m_context.journal, file, true), this, [this, file](const Expected<OutboxExported>& done) {
        refresh();
        if (!done) {
            say(Tone::Bad, ErrorText::full(done.error()));
            return;
        }
        QStringList parts{tr("%n change(s) saved to %1.", nullptr, done->changes).arg(QFileInfo(file).fileName())};
        if (done->files > 0)
            parts << tr("%n photo file(s) are included (%1).", nullptr, done->files).arg(formatBytes(done->fileBytes));
        if (done->filesNamed > 0)
            parts << tr("%n file(s) are too large for it and stay here.", nullptr, done->filesNamed);
        parts << tr("They still wait here too; nothing is sent twice.");
        say(Tone::Ok, parts.join(u' '));
    });
}

void OutboxWindow::chooseImport()
{
    auto* dialog = new QFileDialog(this, tr("Import changes from a file"),
                                   m_context.settings->value(u"carry/folder"_s).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Waiting changes of Forecourt (*%1)").arg(CarrySuffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_context.settings->setValue(u"carry/folder"_s, QFileInfo(file).absolutePath());
        lookAt(file);
    });
    dialog->open();
}

void OutboxWindow::lookAt(const QString& file)
{
    m_said->hide();
    m_import->hide();
    m_bring->setEnabled(false);
    whenDone(planOutboxImport(*m_context.journal, file), this,
             [this, file](const Expected<OutboxImported>& plan) { offerImport(file, plan); });
}

void OutboxWindow::offerImport(const QString& file, const Expected<OutboxImported>& plan)
{
    m_bring->setEnabled(true);
    if (!plan) {
        say(Tone::Bad, ErrorText::full(plan.error()));
        return;
    }
    if (plan->changes == 0) {
        say(plan->refused.empty() ? Tone::Info : Tone::Warn, importText(*plan, false));
        return;
    }
    m_importFile = file;
    m_import->setText(importText(*plan, false).toHtmlEscaped());
    m_doImport->setText(tr("Import %n change(s)", nullptr, plan->changes));
    m_doImport->setEnabled(true);
    m_import->show();
    m_doImport->setFocus(Qt::OtherFocusReason);
}

void OutboxWindow::doImport()
{
    m_doImport->setEnabled(false);
    whenDone(importOutbox(*m_context.journal, m_importFile), this, [this](const Expected<OutboxImported>& done) {
        m_import->hide();
        if (!done) {
            say(Tone::Bad, ErrorText::full(done.error()));
            return;
        }
        m_context.undo->push([count = done->changes] { return tr("%n change(s) imported", nullptr, count); },
                             done->undo);
        say(done->refused.empty() ? Tone::Ok : Tone::Warn, importText(*done, true));
    });
}

QString OutboxWindow::importText(const OutboxImported& imported, bool done) const
{
    const QString who = imported.header.userName.isEmpty() ? tr("somebody") : imported.header.userName;
    QStringList parts;
    if (!done)
        parts << tr("Saved by %1, %2.").arg(who, formatDateTime(imported.header.writtenAt));
    if (imported.changes > 0) {
        const QString count = done ? tr("%n change(s) imported", nullptr, imported.changes)
                                   : tr("%n change(s)", nullptr, imported.changes);
        parts << (imported.vehicles > 0 ? tr("%1 for %2.").arg(count, tr("%n vehicle(s)", nullptr, imported.vehicles))
                                        : count + u'.');
    } else {
        parts << tr("There is nothing new in it.");
    }
    if (imported.already > 0)
        parts << tr("%n were imported before.", nullptr, imported.already);
    if (imported.files > 0)
        parts << tr("%n photo file(s) come along.", nullptr, imported.files);
    if (imported.filesMissing > 0)
        parts << tr("%n photo file(s) follow from the other computer.", nullptr, imported.filesMissing);
    using Reason = OutboxImported::Refused::Reason;
    const auto refused = [&imported](Reason reason) {
        return static_cast<int>(std::ranges::count(imported.refused, reason, &OutboxImported::Refused::reason));
    };
    if (const int count = refused(Reason::NotHere); count > 0)
        parts << tr("%n left out: the record is not on this computer. Synchronise, then import again.", nullptr, count);
    if (const int count = refused(Reason::OtherPerson); count > 0)
        parts << tr("%n left out: they are settings of %1.", nullptr, count).arg(who);
    if (const int count = refused(Reason::Unreadable); count > 0)
        parts << tr("%n left out: they are of a newer Forecourt.", nullptr, count);
    return parts.join(u' ');
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
    if (m_tabs->currentIndex() == static_cast<int>(Tab::Refused) && refusedKey(*event))
        return;
    PopupFrame::keyPressEvent(event);
}

bool OutboxWindow::refusedKey(const QKeyEvent& event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event.key() == Qt::Key_R && plain)
        sendAgain();
    else if (event.key() == Qt::Key_Delete && plain)
        discard();
    else if (event.matches(QKeySequence::Copy))
        copyRefused();
    else
        return false;
    return true;
}

bool OutboxWindow::eventFilter(QObject* watched, QEvent* event)
{
    // A list would search for the letter and copy a title only.
    if (watched == m_refusedList && event->type() == QEvent::KeyPress)
        return refusedKey(*static_cast<QKeyEvent*>(event));
    return PopupFrame::eventFilter(watched, event);
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
    m_refusedList->setAccessibleName(tr("Changes that were not accepted"));
    m_waitingEmpty->setTitle(tr("Everything is sent"));
    m_waitingEmpty->setText(tr("What you change while the network is away waits here and is sent by itself."));
    m_refusedEmpty->setTitle(tr("Everything was accepted"));
    m_refusedEmpty->setText(tr("A change that the server does not take comes back here, with everything you typed."));
    m_again->setText(tr("Send again"));
    m_copy->setText(tr("Copy"));
    m_discard->setText(tr("Discard"));
    m_selectAll->setText(tr("Select all"));
    m_save->setText(tr("Save waiting changes to a file…"));
    m_bring->setText(tr("Import changes…"));
    m_bringBack->setText(tr("Bring back %n discarded", nullptr, static_cast<int>(m_discarded.size())));
    m_bringBack->setVisible(!m_discarded.empty());
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
