// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitypage.h"

#include "models/activity/activitylistmodel.h"
#include "models/base/errortext.h"
#include "models/outbox/synccontrol.h"
#include "models/store/store.h"
#include "ui/activity/activitydelegate.h"
#include "ui/activity/activitydetail.h"
#include "ui/activity/activityexportbar.h"
#include "ui/activity/activityfilterbar.h"
#include "ui/activity/activityrecords.h"
#include "ui/activity/activityview.h"
#include "ui/activity/activitywords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/note.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int FollowMs = 15'000;
constexpr int PatienceMs = 400;
constexpr int ActivityWidePanel = 332;
constexpr int ActivityNarrowPanel = 268;
constexpr int ActivityWidthForWidePanel = 1060;

}  // namespace

ActivityPage::ActivityPage(const ShellContext& context, QWidget* parent)
    : Page(parent),
      m_context(context),
      m_model(new ActivityListModel(*context.sync, context.store->clock(), this)),
      m_records(new ActivityRecords(context, this))
{
    m_title = new Label(QString(), TextRole::PageTitle, Token::Ink, this);
    m_subtitle = new Label(QString(), TextRole::Body, Token::Ink2, this);
    m_refreshButton = new Button(QString(), Button::Kind::Default, this);
    m_refreshButton->setIconName(u"refresh"_s);
    m_refreshButton->setKeyHint(Qt::Key_F5);
    m_exportButton = new Button(QString(), Button::Kind::Default, this);
    m_exportButton->setIconName(u"download"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 16, 8);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    head->addWidget(m_refreshButton);
    head->addWidget(m_exportButton);

    m_filters = new ActivityFilterBar(context, *m_records, this);
    auto* filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(20, 8, 16, 8);
    filterRow->addWidget(m_filters, 1);

    m_exportBar = new ActivityExportBar(context, *m_records, this);
    m_note = new Note(Tone::Warn, QString(), this);
    m_noteAction = m_note->addAction(QString());
    m_noteAction->setObjectName(u"noteAction"_s);
    m_note->hide();

    m_view = new ActivityView(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ActivityDelegate(*m_records, context.store->clock(), this));
    m_waiting = new Label(QString(), TextRole::Body, Token::Ink2, this);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_empty = new EmptyState(EmptyState::Drawing::Road, this);
    m_trouble = new ErrorState(Tone::Bad, this);
    auto* content = new QWidget(this);
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_waiting),
                          static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_trouble)}) {
        contentColumn->addWidget(part, 1);
        part->setVisible(part == m_view);
    }
    m_detail = new ActivityDetail(*m_records, this);
    m_detail->setMinimumWidth(Theme::px(240));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(content);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addLayout(filterRow);
    column->addWidget(m_exportBar);
    column->addWidget(m_note);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_view);
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    m_follow.start(FollowMs);
    addActions();
    connectParts();
    retranslate();
}

PageEntry ActivityPage::entry()
{
    PageEntry entry;
    entry.id = u"activity"_s;
    entry.title = [] { return tr("Activity"); };
    entry.iconName = u"history"_s;
    entry.group = PageEntry::Group::Manage;
    entry.roles = {Role::Owner, Role::Manager};
    entry.create = [](const ShellContext& context, QWidget* parent) -> Page* {
        return new ActivityPage(context, parent);
    };
    return entry;
}

void ActivityPage::addActions()
{
    m_peek = addPageAction({}, InKeyList);
    m_filterAction = addPageAction(Qt::Key_Slash, InStatusBar | InKeyList);
    m_refresh = addPageAction(Qt::Key_F5, InPalette | InStatusBar | InKeyList);
    m_export = addPageAction({}, InPalette);
    connect(m_peek, &QAction::triggered, this, &ActivityPage::togglePanel);
    connect(m_filterAction, &QAction::triggered, m_filters, &ActivityFilterBar::focusText);
    connect(m_refresh, &QAction::triggered, m_model, &ActivityListModel::refresh);
    connect(m_export, &QAction::triggered, this, [this] { m_exportBar->choose(m_filters->filter()); });
    connect(m_refreshButton, &QAbstractButton::clicked, m_refresh, &QAction::trigger);
    connect(m_exportButton, &QAbstractButton::clicked, m_export, &QAction::trigger);
}

void ActivityPage::connectParts()
{
    m_model->setWording([this](const ActivityEntry& entry, int role) -> QVariant {
        if (role == Qt::AccessibleTextRole)
            return QStringList{formatDateTime(entry.at), ActivityWords::title(entry, m_records->name(entry)),
                               m_records->summary(entry), ActivityWords::from(entry)}
                .join(u", "_s);
        return role == Qt::ToolTipRole ? QVariant(m_records->summary(entry)) : QVariant();
    });
    connect(m_model, &ActivityListModel::stateChanged, this, &ActivityPage::followState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        std::vector<ActivityEntry> entries;
        for (int row = first; row <= last; ++row)
            entries.push_back(m_model->entry(row));
        m_records->want(entries);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0));
    });
    connect(m_model, &QAbstractItemModel::modelReset, m_detail, [this] { m_detail->setEntry(std::nullopt); });
    connect(m_records, &ActivityRecords::changed, this, [this] {
        m_view->viewport()->update();
        m_detail->refresh();
        m_filters->refreshNames();
    });
    connect(m_exportBar, &ActivityExportBar::busyChanged, this, &ActivityPage::followState);
    connect(m_filters, &ActivityFilterBar::filterChanged, this, &ActivityPage::applyFilter);
    connect(m_view, &ActivityView::currentRowChanged, this,
            [this](int row) { m_detail->setEntry(row < 0 ? std::nullopt : std::optional(m_model->entry(row))); });
    connect(m_view, &ActivityView::opened, this, [this](int row) { open(m_model->entry(row)); });
    connect(m_view, &ActivityView::peekRequested, this, &ActivityPage::togglePanel);
    connect(m_detail, &ActivityDetail::closeRequested, this, &ActivityPage::togglePanel);
    connect(m_detail, &ActivityDetail::openRequested, this, &ActivityPage::open);
    const auto narrow = [this](const std::function<void(ActivityFilter&, const ActivityEntry&)>& set) {
        return [this, set](const ActivityEntry& entry) {
            ActivityFilter filter = m_filters->filter();
            set(filter, entry);
            m_filters->setFilter(filter);
            applyFilter(filter);
            m_view->setFocus();
        };
    };
    connect(m_detail, &ActivityDetail::onlyRecordRequested, this,
            narrow([](ActivityFilter& filter, const ActivityEntry& entry) {
                filter.record = entry.record;
                filter.table = entry.table;
            }));
    connect(m_detail, &ActivityDetail::onlyPersonRequested, this,
            narrow([](ActivityFilter& filter, const ActivityEntry& entry) { filter.person = entry.user; }));
    connect(m_detail, &ActivityDetail::onlyDeviceRequested, this,
            narrow([](ActivityFilter& filter, const ActivityEntry& entry) {
                filter.device = entry.device;
                filter.deviceName = entry.deviceName;
            }));
    connect(m_trouble->mainAction(), &QAbstractButton::clicked, m_model, &ActivityListModel::retry);
    connect(m_noteAction, &QAbstractButton::clicked, this, [this] {
        if (m_model->state() == ActivityListModel::State::Paused)
            m_model->lookFurther();
        else
            m_model->retry();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_panelPlaced = true; });
    connect(&m_follow, &QTimer::timeout, this, &ActivityPage::follow);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_longWait = true;
        followState();
    });
}

bool ActivityPage::isOnline() const
{
    return m_context.sync->status().link == SyncStatus::Link::Online;
}

void ActivityPage::follow()
{
    // Whoever has scrolled down is reading: nothing moves there. "as of" says how old it is.
    const QScrollBar* bar = m_view->verticalScrollBar();
    if (isVisible() && isOnline() && m_model->state() == ActivityListModel::State::Ready &&
        bar->value() == bar->minimum())
        m_model->refresh();
}

void ActivityPage::ask()
{
    if (std::exchange(m_asked, true))
        m_model->refresh();
    else
        applyFilter(m_filters->filter());
}

void ActivityPage::applyFilter(const ActivityFilter& filter)
{
    m_asked = true;
    ActivityFilter asked = filter;
    asked.fields = m_records->columnsNamed(asked.text);
    if (!asked.record.isNull()) {
        // Its name, for the chip, also if no entry comes.
        ActivityEntry about;
        about.table = asked.table;
        about.record = asked.record;
        m_records->want({about});
    }
    m_model->setFilter(asked);
}

void ActivityPage::open(const ActivityEntry& entry)
{
    const Route where = m_records->route(entry);
    if (!where.isEmpty())
        m_context.navigator->open(where);
}

void ActivityPage::followState()
{
    const bool empty = m_model->rowCount() == 0;
    const ActivityListModel::State state = m_model->state();
    const bool loading = state == ActivityListModel::State::Loading;
    if (!loading || !empty) {
        m_patience.stop();
        m_longWait = false;
    } else if (!m_longWait && !m_patience.isActive()) {
        m_patience.start();
    }
    const bool failed = empty && state == ActivityListModel::State::Failed;
    const bool nothing = empty && !failed && !loading;
    const bool focusGoes = isVisible() && (m_empty->isAncestorOf(QApplication::focusWidget()) ||
                                           m_trouble->isAncestorOf(QApplication::focusWidget()));
    const bool listHadFocus = m_view->hasFocus();
    m_waiting->setVisible(m_longWait);
    m_view->setVisible(!failed && !nothing && !m_longWait);
    m_trouble->setVisible(failed);
    m_empty->setVisible(nothing);
    if (focusGoes && !m_view->isHidden())
        m_view->setFocus();
    else if (listHadFocus && m_view->isHidden())
        m_filters->textField()->setFocus();
    if (failed)
        showTrouble();
    if (nothing)
        showEmpty();
    showNote();
    m_subtitle->setText(m_model->asOf() == 0 ? QString() : tr("as of %1").arg(formatTime(m_model->asOf())));
    m_refresh->setEnabled(isOnline() && !loading);
    m_refreshButton->setEnabled(m_refresh->isEnabled());
    m_export->setEnabled(isOnline() && !m_exportBar->isBusy());
    m_exportButton->setEnabled(m_export->isEnabled());
    Q_EMIT statusChanged();
}

void ActivityPage::showTrouble()
{
    const Error error = m_model->error().value_or(Error{});
    const bool refused = error.code == ErrorCode::NotAllowed;
    m_trouble->setTone(refused ? Tone::Neutral : Tone::Bad);
    m_trouble->setIconName(refused ? u"lock"_s : u"server-off"_s);
    m_trouble->setTitle(refused ? tr("The activity is for owners and managers") : ErrorText::summary(error));
    m_trouble->setText(refused ? tr("Nothing else is affected. An owner can give you that role.")
                               : ErrorText::advice(error));
    m_trouble->setCode(ErrorText::code(error.code));
    m_trouble->setMainAction(tr("Try again"));
}

void ActivityPage::showEmpty()
{
    m_empty->clearActions();
    if (m_model->state() == ActivityListModel::State::Offline) {
        const bool never = m_context.sync->status().link == SyncStatus::Link::NoServer;
        m_empty->setDrawing(EmptyState::Drawing::Connection);
        m_empty->setTitle(tr("This needs the server"));
        m_empty->setText(never ? tr("The server writes down who did what. This computer has not joined one.")
                               : tr("The server writes down who did what. It is shown as soon as it can be reached."));
        if (!never)
            connect(m_empty->addAction(tr("Try now")), &QAbstractButton::clicked, m_context.sync, &SyncControl::tryNow);
        return;
    }
    m_empty->setDrawing(EmptyState::Drawing::Road);
    const ActivityFilter filter = m_filters->filter();
    if (filter == ActivityFilter{}) {
        m_empty->setTitle(tr("Nothing has happened yet"));
        m_empty->setText(tr("Every change, sign-in and refusal is listed here from now on."));
        return;
    }
    m_empty->setTitle(m_model->isComplete() ? tr("Nothing passes these filters") : tr("Nothing found so far"));
    m_empty->setText(m_model->isComplete() ? tr("Drop them to see everything.")
                                           : tr("Looked back to %1.").arg(formatDate(m_model->reached())));
    connect(m_empty->addAction(tr("Drop the filters")), &QAbstractButton::clicked, this, [this] {
        m_filters->setFilter({});
        applyFilter({});
    });
}

void ActivityPage::showNote()
{
    const ActivityListModel::State state = m_model->state();
    const bool rows = m_model->rowCount() > 0;
    m_noteAction->show();
    if (state == ActivityListModel::State::Paused) {
        m_note->setTone(Tone::Info);
        m_note->setText(tr("Looked back to %1. Older entries may be there.").arg(formatDate(m_model->reached())));
        m_noteAction->setText(tr("Look further"));
    } else if (rows && !isOnline()) {
        m_note->setTone(Tone::Warn);
        m_note->setText(tr("The server cannot be reached. This is as of %1.").arg(formatDateTime(m_model->asOf())));
        m_noteAction->hide();
    } else if (rows && state == ActivityListModel::State::Failed) {
        m_note->setTone(Tone::Bad);
        m_note->setText(ErrorText::full(m_model->error().value_or(Error{})).toHtmlEscaped());
        m_noteAction->setText(tr("Try again"));
    } else {
        m_note->hide();
        return;
    }
    m_note->show();
}

void ActivityPage::togglePanel()
{
    m_panelWanted = m_detail->isHidden();
    if (!m_panelWanted && m_detail->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
    m_detail->setVisible(m_panelWanted);
    placePanel();
}

void ActivityPage::placePanel()
{
    if (m_panelPlaced)
        return;
    const int panel =
        Theme::px(width() < Theme::px(ActivityWidthForWidePanel) ? ActivityNarrowPanel : ActivityWidePanel);
    m_splitter->setSizes({width() - panel, panel});
}

void ActivityPage::activate(const Route& route)
{
    if (route.path.value(0) != "record"_L1)
        return;
    const auto record = Uuid::fromString(route.path.value(2));
    if (!record)
        return;
    ActivityFilter filter;
    filter.record = *record;
    filter.table = static_cast<std::uint16_t>(route.path.value(1).toUInt());
    m_filters->setFilter(filter);
    applyFilter(filter);
}

Route ActivityPage::route() const
{
    return {u"activity"_s, {}};
}

bool ActivityPage::goBack()
{
    // From the activity of one record to all of it.
    ActivityFilter filter = m_filters->filter();
    if (filter.record.isNull())
        return false;
    filter.record = Uuid();
    m_filters->setFilter(filter);
    applyFilter(filter);
    m_view->setFocus();
    return true;
}

QString ActivityPage::statusText() const
{
    if (!m_asked)
        return {};
    QString text = tr("%n entry(s)", nullptr, m_model->rowCount());
    if (!m_model->isComplete() && m_model->reached() != 0)
        text += u" · "_s + tr("back to %1").arg(formatDate(m_model->reached()));
    return text;
}

QVariantMap ActivityPage::saveState() const
{
    return {{u"filter"_s, m_filters->filter().toMap()},
            {u"splitter"_s, m_panelPlaced ? m_splitter->saveState() : QByteArray()},
            {u"panel"_s, m_panelWanted}};
}

void ActivityPage::restoreState(const QVariantMap& state)
{
    if (state.contains(u"splitter"_s))
        m_panelPlaced = m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_panelWanted = state.value(u"panel"_s, true).toBool();
    m_detail->setVisible(m_panelWanted);
    m_filters->setFilter(ActivityFilter::fromMap(state.value(u"filter"_s).toMap()));
}

QList<QWidget*> ActivityPage::areas() const
{
    return {m_refreshButton, m_filters->textField(), m_view->isHidden() ? m_empty : static_cast<QWidget*>(m_view),
            m_detail};
}

void ActivityPage::retranslate()
{
    setAccessibleName(tr("Activity"));
    m_title->setText(tr("Activity"));
    m_refreshButton->setText(tr("Refresh"));
    m_exportButton->setText(tr("Export"));
    m_waiting->setText(tr("Asking the server…"));
    m_view->setAccessibleName(tr("What happened, newest first"));
    m_peek->setText(tr("Details"));
    m_filterAction->setText(tr("Filter"));
    m_refresh->setText(tr("Refresh"));
    m_export->setText(tr("Export the activity to a file"));
    followState();
}

void ActivityPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ActivityPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    // The place to show may still be on its way: see activate().
    QTimer::singleShot(0, this, [this] {
        if (isVisible())
            ask();
    });
}

void ActivityPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placePanel();
}

}  // namespace Forecourt
