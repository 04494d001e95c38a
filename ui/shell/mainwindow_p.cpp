// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow_p.h"

#include "models/base/errortext.h"
#include "models/base/whendone.h"
#include "models/location/locationdirectory.h"
#include "models/notification/notificationlist.h"
#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "models/user/userdirectory.h"
#include "ui/shell/conflictwindow.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/outboxwindow.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/syncwords.h"
#include "ui/shell/undohistory.h"
#include "ui/widgets/format.h"
#include "ui/widgets/singlekeys.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenuBar>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int CompactBelow = 1280;
constexpr int CountDelay = 300;

}  // namespace

MainWindow::Private::Private(MainWindow& owner, ShellSettings& shellSettings, std::vector<PageEntry> pageEntries)
    : q(owner), settings(shellSettings), entries(std::move(pageEntries))
{
    int number = 1;
    for (PageEntry& entry : entries)
        if (entry.key.isEmpty() && number <= 10)
            entry.key = QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number++ % 10));
    m_countDelay.setSingleShot(true);
    m_countDelay.setInterval(CountDelay);
    connect(&m_countDelay, &QTimer::timeout, this, &Private::refreshCounts);
}

void MainWindow::Private::build()
{
    root = new QStackedWidget(&q);
    workspace = new QWidget(root);
    workspace->setObjectName(u"root"_s);
    workspace->setAttribute(Qt::WA_StyledBackground);
    rail = new RailWidget(entries, workspace);
    top = new TopBar(workspace);
    auto* frame = new QFrame(workspace);
    frame->setObjectName(u"sheet"_s);
    sheet = frame;
    strip = new Note(Tone::Bad, QString(), sheet);
    strip->setDismissible(true);
    strip->hide();
    leaseNote = new Note(Tone::Warn, QString(), sheet);
    leaseNote->hide();
    pages = new QStackedWidget(sheet);
    auto* inside = new QVBoxLayout(sheet);
    inside->setContentsMargins(1, 1, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(leaseNote);
    inside->addWidget(strip);
    inside->addWidget(pages, 1);
    status = new StatusStrip(workspace);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(top);
    right->addWidget(sheet, 1);
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(rail);
    across->addLayout(right, 1);
    auto* column = new QVBoxLayout(workspace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(across, 1);
    column->addWidget(status);
    root->addWidget(workspace);
    q.setCentralWidget(root);

    actions = new WindowActions(entries, &q);
    auto* held = new HeldKeys(&q, q.menuBar());
    connect(held, &HeldKeys::controlHeld, rail, &RailWidget::setKeysShown);
    palette = new CommandPalette(top->search(), &q);
    palette->setNavigator(&q);
    palette->setCommands([this] { return paletteCommands(); });
    connect(rail, &RailWidget::chosen, this, [this](const QString& id) { openRoute({id, {}}); });
    for (QAction* action : actions->pages)
        connect(action, &QAction::triggered, this, [this, action] { openRoute({action->data().toString(), {}}); });
    // Until there is a store nothing of this has a meaning.
    top->setEnabled(false);
    rail->setEnabled(false);
    applyWidth();
}

void MainWindow::Private::attach(const ShellContext& shellContext)
{
    context = shellContext;
    context.words = &words;
    top->setEnabled(true);
    rail->setEnabled(true);
    notifications = new NotificationList(*context.store, this);
    for (const PageEntry& entry : entries) {
        if (entry.search)
            palette->addProvider(entry.search(context, this));
        if (entry.words)
            words.push_back(entry.words(context, this));
    }
    palette->setSite(context.site);
    const Uuid site = Uuid::fromString(settings.value(u"site"_s).toString()).value_or(Uuid());
    context.site->setId(LocationId(site));

    connect(actions->search, &QAction::triggered, this, [this] { q.openPalette(); });
    connect(actions->commands, &QAction::triggered, this, [this] { q.openPalette(u">"_s); });
    connect(actions->site, &QAction::triggered, this, &Private::openSiteSwitcher);
    connect(actions->sync, &QAction::triggered, this, &Private::openSyncPanel);
    connect(actions->notifications, &QAction::triggered, this, &Private::openNotifications);
    connect(actions->shortcuts, &QAction::triggered, this, &Private::openShortcuts);
    connect(actions->undo, &QAction::triggered, context.undo, &UndoHistory::undo);
    connect(actions->redo, &QAction::triggered, context.undo, &UndoHistory::redo);
    connect(actions->nextArea, &QAction::triggered, this, [this] { moveArea(1); });
    connect(actions->previousArea, &QAction::triggered, this, [this] { moveArea(-1); });
    connect(actions->workOffline, &QAction::triggered, context.sync, &SyncControl::setWorkOffline);
    connect(actions->signOut, &QAction::triggered, this, &Private::signOut);
    connect(actions->quit, &QAction::triggered, &q, &QWidget::close);
    connect(top->site(), &QAbstractButton::clicked, this, &Private::openSiteSwitcher);
    connect(top->sync(), &QAbstractButton::clicked, this, &Private::openSyncPanel);
    connect(top->bell(), &QAbstractButton::clicked, this, &Private::openNotifications);
    connect(top->user(), &QAbstractButton::clicked, this, &Private::openUserMenu);

    connect(context.site, &CurrentSite::changed, this, [this](LocationId id) {
        settings.setValue(u"site"_s, id.isNull() ? QString() : id.toString());
        refreshSite();
    });
    connect(context.locations, &LocationDirectory::changed, this, &Private::refreshSite);
    connect(context.users, &UserDirectory::changed, this, &Private::refreshUser);
    connect(notifications, &NotificationList::changed, this,
            [this] { top->bell()->setCount(notifications->unread()); });
    connect(&context.store->changes(), &ChangeNotifier::committed, this, [this] {
        if (!m_countDelay.isActive())
            m_countDelay.start();
    });
    connect(context.sync, &SyncControl::statusChanged, this, &Private::refreshSync);
    lease = new LeaseGuard(*context.store, this);
    connect(lease, &LeaseGuard::changed, this, &Private::leaseChanged);
    connect(context.undo, &UndoHistory::changed, this, &Private::refreshUndo);
    connect(context.undo, &UndoHistory::pushed, this,
            [this](const QString& text) { Toast::show(sheet, text, tr("Undo"), [this] { context.undo->undo(); }); });
    connect(context.undo, &UndoHistory::undone, this, [this](const QString& text) {
        Toast::show(sheet, tr("Undone: %1").arg(text), tr("Redo"), [this] { context.undo->redo(); });
    });
    connect(context.undo, &UndoHistory::redone, this,
            [this](const QString& text) { Toast::show(sheet, tr("Done again: %1").arg(text)); });
    connect(context.undo, &UndoHistory::failed, this, [this](const QString& text, const Error& error) {
        showFailure(tr("“%1” could not be undone.").arg(text) + u' ' + ErrorText::full(error));
    });
    SingleKeys::setOn(settings.singleKeys());
    connect(&settings, &ShellSettings::singleKeysChanged, this, [this] {
        SingleKeys::setOn(settings.singleKeys());
        for (const auto& [id, madePage] : made)
            madePage->setSingleKeysEnabled(settings.singleKeys());
        refreshStatusBar();
    });
    top->sync()->attach(*context.sync, context.store->clock());
    retranslate();
    refreshCounts();
    refreshSync();
    whenDone(context.journal->identity(), this, [this](const Expected<Journal::Identity>& identity) {
        m_user = identity ? identity->user : UserId();
        m_joined = identity && !identity->dealership.isEmpty();
        refreshUser();
        m_identified = true;
        begin();
    });
}

void MainWindow::Private::begin()
{
    // Nothing of the store is shown before it is known that it may be.
    if (!m_identified || lease->state() == LeaseGuard::State::Unknown)
        return;
    if (page || root->currentWidget() != workspace)
        return;
    if (isLocked()) {
        showLock();
    } else if (needsSignIn()) {
        showSignIn();
        m_signInByItself = true;
    } else {
        openLast();
    }
}

void MainWindow::Private::retranslate()
{
    rail->retranslate();
    top->retranslate();
    palette->retranslate();
    actions->retranslate();
    pages->setAccessibleName(tr("Page"));
    if (!context.store)
        return;
    refreshSite();
    refreshUser();
    refreshUndo();
    refreshLeaseNote();
    refreshStatusBar();
}

void MainWindow::Private::applyWidth()
{
    if (!rail)
        return;
    const bool compact = q.width() < Theme::px(CompactBelow);
    rail->setCompact(compact);
    top->setCompact(compact);
}

void MainWindow::Private::save()
{
    if (!context.store)
        return;
    settings.setValue(u"window/geometry"_s, q.saveGeometry());
    for (const auto& [id, madePage] : made)
        settings.setValue(u"page/"_s + id, madePage->saveState());
    if (page)
        settings.setValue(u"window/route"_s, page->route().toString());
    settings.sync();
}

const PageEntry* MainWindow::Private::entry(const QString& id) const
{
    const auto found = std::ranges::find(entries, id, &PageEntry::id);
    return found == entries.end() ? nullptr : &*found;
}

Page* MainWindow::Private::makePage(const PageEntry& pageEntry)
{
    const auto found = std::ranges::find(made, pageEntry.id, [](const auto& pair) { return pair.first; });
    if (found != made.end())
        return found->second;
    Page* newPage = pageEntry.create(context, pages);
    made.emplace_back(pageEntry.id, newPage);
    pages->addWidget(newPage);
    newPage->restoreState(settings.value(u"page/"_s + pageEntry.id).toMap());
    newPage->setSingleKeysEnabled(settings.singleKeys());
    connect(newPage, &Page::statusChanged, this, [this, newPage] {
        if (newPage == page)
            refreshStatusBar();
    });
    if (auto* settingsPage = qobject_cast<SettingsPage*>(newPage)) {
        connect(settingsPage, &SettingsPage::signInRequested, this, &Private::showSignIn);
        connect(settingsPage, &SettingsPage::signOutRequested, this, &Private::signOut);
        connect(settingsPage, &SettingsPage::shortcutsRequested, this, &Private::openShortcuts);
        connect(settingsPage, &SettingsPage::announced, &q, &MainWindow::notify);
    }
    return newPage;
}

void MainWindow::Private::openRoute(const Route& route)
{
    if (route.page == ConflictRoute) {
        openConflicts(Uuid::fromString(route.path.value(0)).value_or(Uuid()));
        return;
    }
    if (route.page == OthersRefusalsRoute) {
        openOutbox();
        if (outbox)
            outbox->showTab(OutboxWindow::Tab::OfOthers);
        return;
    }
    const PageEntry* wanted = entry(route.page);
    // Who the person is may not be read yet when the last page is opened again: then the page says what it may show.
    if (!wanted || !context.store || isLocked() || (person() && !isOffered(*wanted)))
        return;
    palette->dismiss();
    if (root->currentWidget() != workspace)
        showWorkspace();
    Page* next = makePage(*wanted);
    const bool other = next != page;
    page = next;
    pageId = wanted->id;
    pages->setCurrentWidget(page);
    rail->setCurrent(pageId);
    page->activate(route);
    if (other) {
        strip->hide();
        actions->setPage(page);
        status->setActions(page->offeredActions(Page::InStatusBar));
        QWidget* stop = page->focusProxy() ? page->focusProxy() : page;
        stop->setFocus(Qt::OtherFocusReason);
    }
    refreshStatusBar();
    if (!std::exchange(m_firstShown, true))
        Q_EMIT q.firstPageShown();
}

void MainWindow::Private::openLast()
{
    const Route last = Route::fromString(settings.value(u"window/route"_s).toString());
    const PageEntry* wanted = entry(last.page);
    if (wanted && (isOffered(*wanted) || (!person() && !m_user.isNull())))
        openRoute(last);
    else if (!entries.empty())
        openRoute({entries.front().id, {}});
}

void MainWindow::Private::refreshStatusBar()
{
    status->setCounts(page ? page->statusText() : QString());
}

void MainWindow::Private::refreshSite()
{
    const Location* location = context.locations->find(context.site->id());
    if (location)
        top->site()->setSite(location->code, location->name, Theme::siteColor(location->code));
    else
        top->site()->setSite(QString(), tr("All sites"), QColor());
    top->retranslate();
}

const User* MainWindow::Private::person() const
{
    return m_user.isNull() ? nullptr : context.users->find(m_user);
}

void MainWindow::Private::refreshUser()
{
    const User* user = person();
    top->user()->setPerson(user ? user->displayName : context.sync->status().userName);
    top->retranslate();
    refreshOffered();
}

bool MainWindow::Private::isOffered(const PageEntry& pageEntry) const
{
    const User* user = person();
    return pageEntry.roles.empty() || (user && std::ranges::find(pageEntry.roles, user->role) != pageEntry.roles.end());
}

void MainWindow::Private::refreshOffered()
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool offered = isOffered(entries[i]);
        rail->setOffered(entries[i].id, offered);
        actions->pages[i]->setVisible(offered);
        actions->pages[i]->setEnabled(offered);
    }
    const PageEntry* shown = entry(pageId);
    if (shown && person() && !isOffered(*shown))
        openRoute({entries.front().id, {}});
}

void MainWindow::Private::refreshUndo()
{
    actions->undo->setEnabled(context.undo->canUndo() && !isLocked());
    actions->redo->setEnabled(context.undo->canRedo() && !isLocked());
    const QString undo = context.undo->undoText();
    const QString redo = context.undo->redoText();
    actions->undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    actions->redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
}

void MainWindow::Private::refreshSync()
{
    const SyncStatus now = context.sync->status();
    actions->workOffline->setChecked(now.link == SyncStatus::Link::WorkOffline);
    const bool shutOut =
        now.error && (now.error->code == ErrorCode::DeviceSignedOut || now.error->code == ErrorCode::AccountDisabled);
    if (lease && (isLocked() || shutOut))
        lease->look();
    const bool out = now.link == SyncStatus::Link::NoServer || now.link == SyncStatus::Link::SignedOut;
    actions->workOffline->setEnabled(!out);
    actions->signOut->setEnabled(!out);
    // At start the client first looks for its token; only then it is known whether somebody is signed in.
    if (m_joined && !m_seenLink && now.link != SyncStatus::Link::NoServer) {
        m_seenLink = true;
        // The lock says why first, and leads to the sign-in.
        if (now.link == SyncStatus::Link::SignedOut && !isLocked())
            showSignIn();
    }
    if (m_signInByItself && !out && root->currentWidget() == signIn) {
        m_signInByItself = false;
        showWorkspace();
    }
    if (m_user.isNull() && !now.userName.isEmpty())
        refreshUser();
    QTimer::singleShot(0, top, [bar = top] { bar->retranslate(); });
}

void MainWindow::Private::refreshLeaseNote()
{
    const bool soon = lease && lease->state() == LeaseGuard::State::EndsSoon;
    leaseNote->setVisible(soon);
    if (soon)
        leaseNote->setText(tr("This computer has to reach the server by %1. Otherwise it locks itself until it does; "
                              "nothing is lost.")
                               .arg(formatDateTime(lease->endsAt())));
}

void MainWindow::Private::leaseChanged()
{
    refreshLeaseNote();
    refreshUndo();
    if (isLocked())
        showLock();
    else if (lock)
        showWorkspace();
    else
        begin();
}

void MainWindow::Private::refreshCounts()
{
    for (const PageEntry& pageEntry : entries) {
        if (!pageEntry.count)
            continue;
        whenDone(pageEntry.count(context), this, [this, id = pageEntry.id](const Expected<qint64>& count) {
            if (count)
                rail->setCount(id, *count);
        });
    }
}

void MainWindow::Private::showFailure(const QString& text)
{
    strip->setText(text.toHtmlEscaped());
    strip->show();
}

std::vector<PaletteCommand> MainWindow::Private::paletteCommands() const
{
    std::vector<PaletteCommand> commands;
    const auto add = [&commands](QAction* action, const QString& icon, const QString& subtitle = {}) {
        if (action->isEnabled())
            commands.push_back({action->text(), subtitle, icon, action->shortcut(), [action] { action->trigger(); }});
    };
    if (page) {
        const PageEntry* own = entry(pageId);
        for (QAction* action : page->offeredActions(Page::InPalette))
            add(action, own->iconName);
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (isOffered(entries[i]))
            commands.push_back({tr("Go to %1").arg(entries[i].title()),
                                {},
                                entries[i].iconName,
                                entries[i].key,
                                [action = actions->pages[i]] { action->trigger(); },
                                entries[i].title()});
    add(actions->undo, u"arrow-back-up"_s);
    add(actions->redo, u"arrow-forward-up"_s);
    add(actions->site, u"map-pin"_s);
    add(actions->sync, u"cloud-upload"_s);
    add(actions->workOffline, u"cloud-off"_s);
    add(actions->notifications, u"bell"_s);
    add(actions->shortcuts, u"keyboard"_s);
    for (const auto& [theme, title] : {std::pair{ShellSettings::Theme::Light, tr("Light colours")},
                                       std::pair{ShellSettings::Theme::Dark, tr("Dark colours")}})
        commands.push_back({title, {}, u"palette"_s, {}, [this, theme = theme] { settings.setTheme(theme); }});
    const bool french = settings.language() == "fr"_L1;
    commands.push_back(
        {french ? u"Switch to English"_s : u"Passer au français"_s, {}, u"language"_s, {}, [this, french] {
             settings.setLanguage(french ? u"en"_s : u"fr"_s);
         }});
    return commands;
}

QList<QWidget*> MainWindow::Private::areas() const
{
    QList<QWidget*> stops{top->site(), top->search(), top->sync(), top->bell(), top->user(), rail->focusStop()};
    if (page) {
        const QList<QWidget*> inside = page->areas();
        if (inside.isEmpty())
            stops.append(page->focusProxy() ? page->focusProxy() : page);
        else
            stops.append(inside);
    }
    stops.removeIf([](const QWidget* stop) { return !stop || !stop->isVisible() || !stop->isEnabled(); });
    return stops;
}

void MainWindow::Private::moveArea(int step)
{
    const QList<QWidget*> stops = areas();
    if (stops.isEmpty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < stops.size(); ++i)
        if (focus && (stops[i] == focus || stops[i]->isAncestorOf(focus)))
            at = i;
    if (at < 0 && focus && rail->isAncestorOf(focus))
        at = stops.indexOf(rail->focusStop());
    const qsizetype next = at < 0 ? (step > 0 ? 0 : stops.size() - 1) : (at + step + stops.size()) % stops.size();
    // Not the Tab reason: reaching the search by F6 must not open the palette on the way past.
    stops[next]->setFocus(Qt::OtherFocusReason);
}

}  // namespace Forecourt
