// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/activity/activitylistmodel.h"

#include <QDateTime>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// A screen full; fewer are followed by the next request at once, up to so many.
constexpr int EnoughAtOnce = 40;
constexpr int RequestsAtOnce = 12;

}  // namespace

ActivityListModel::ActivityListModel(SyncControl& sync, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_sync(sync), m_asker(sync), m_clock(clock), m_link(sync.status().link)
{
    connect(&m_sync, &SyncControl::statusChanged, this, [this] {
        const SyncStatus::Link before = std::exchange(m_link, m_sync.status().link);
        if (before == m_link)
            return;
        // What failed for want of a server is asked again as soon as there is one.
        if (m_link == SyncStatus::Link::Online && (m_state == State::Offline || m_state == State::Failed))
            retry();
        else
            Q_EMIT stateChanged();
    });
}

void ActivityListModel::setFilter(const ActivityFilter& filter)
{
    m_filter = filter;
    start();
}

void ActivityListModel::start()
{
    m_asker.drop();
    if (!m_entries.empty()) {
        beginResetModel();
        m_entries.clear();
        endResetModel();
    }
    m_next = 0;
    m_reached = 0;
    m_asOf = 0;
    m_asked = false;
    m_newer = false;
    m_found = m_requests = 0;
    askOlder();
}

QJsonObject ActivityListModel::arguments() const
{
    return m_filter.arguments(QDateTime::fromMSecsSinceEpoch(m_clock.now()).date());
}

void ActivityListModel::askOlder()
{
    if (m_link != SyncStatus::Link::Online && m_entries.empty()) {
        setState(State::Offline);
        return;
    }
    setState(State::Loading);
    QJsonObject asked = arguments();
    if (m_next != 0)
        asked.insert("before"_L1, m_next);
    ++m_requests;
    m_asker.ask(asked, [this](const Expected<QJsonObject>& answer) {
        if (answer)
            take(ActivityAnswer::fromAnswer(*answer));
        else
            failWith(answer.error());
    });
}

void ActivityListModel::take(const ActivityAnswer& page)
{
    if (!m_asked)
        m_asOf = m_clock.now();
    m_asked = true;
    m_next = page.next;
    m_reached = page.reached;
    if (!page.entries.empty()) {
        const int first = static_cast<int>(m_entries.size());
        beginInsertRows({}, first, first + static_cast<int>(page.entries.size()) - 1);
        m_entries.insert(m_entries.end(), page.entries.begin(), page.entries.end());
        endInsertRows();
        m_found += static_cast<int>(page.entries.size());
    }
    if (m_next == 0 || m_found >= EnoughAtOnce)
        setState(State::Ready);
    else if (m_requests < RequestsAtOnce)
        askOlder();
    else
        setState(State::Paused);
}

void ActivityListModel::refresh()
{
    if (m_state == State::Loading)
        return;
    if (m_entries.empty() || m_link != SyncStatus::Link::Online)
        start();
    else
        askNewer();
}

void ActivityListModel::askNewer()
{
    const State before = m_state == State::Failed ? State::Ready : m_state;
    setState(State::Loading);
    QJsonObject asked = arguments();
    asked.insert("after"_L1, m_entries.front().id);
    m_asker.ask(asked, [this, before](const Expected<QJsonObject>& answer) {
        if (!answer) {
            m_newer = true;
            return failWith(answer.error());
        }
        m_newer = false;
        ActivityAnswer page = ActivityAnswer::fromAnswer(*answer);
        // More is new than one answer holds: what lies between would be missing.
        if (page.next != 0)
            return start();
        takeNewer(std::move(page));
        setState(before);
    });
}

void ActivityListModel::takeNewer(ActivityAnswer page)
{
    m_asOf = m_clock.now();
    if (page.entries.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(page.entries.size()) - 1);
    m_entries.insert(m_entries.begin(), page.entries.begin(), page.entries.end());
    endInsertRows();
}

void ActivityListModel::lookFurther()
{
    if (m_state != State::Paused)
        return;
    m_found = m_requests = 0;
    askOlder();
}

void ActivityListModel::retry()
{
    if (m_state != State::Failed && m_state != State::Offline)
        return;
    if (!m_asked)
        return start();
    if (m_newer)
        return askNewer();
    m_found = m_requests = 0;
    askOlder();
}

void ActivityListModel::failWith(const Error& error)
{
    const bool noServer = error.code == ErrorCode::RequestNeedsServer && m_entries.empty();
    if (noServer)
        setState(State::Offline);
    else
        setState(State::Failed, error);
}

void ActivityListModel::setState(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

int ActivityListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ActivityListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == EntryRole)
        return QVariant::fromValue(entry(index.row()));
    return m_wording ? m_wording(entry(index.row()), role) : QVariant();
}

bool ActivityListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_state == State::Ready && m_next != 0;
}

void ActivityListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_found = m_requests = 0;
    askOlder();
}

}  // namespace Forecourt
