// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/postgresnotices.h"

#include "sync/server/postgresconnection.h"

#include <QElapsedTimer>
#include <QSqlDriver>
#include <QTimer>

#include <optional>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NoticeEveryMs = 20;
/// How soon a lost connection is noticed and made again.
constexpr int NoticeCheckMs = 1'000;
const QString& noticeChannel()
{
    static const QString channel = u"forecourt_commits"_s;
    return channel;
}

}  // namespace

class PostgresNotices::Worker : public QObject {
public:
    Worker(PostgresAddress address, std::function<void()> heard, std::atomic<bool>& waiting)
        : m_address(std::move(address)), m_heard(std::move(heard)), m_waiting(waiting)
    {
    }

    void begin()
    {
        m_delay.emplace();
        m_delay->setSingleShot(true);
        connect(&*m_delay, &QTimer::timeout, this, [this] { send(); });
        m_check.emplace();
        connect(&*m_check, &QTimer::timeout, this, [this] { check(); });
        m_check->start(NoticeCheckMs);
        check();
        if (m_waiting)
            send();
    }
    void end()
    {
        m_check.reset();
        m_delay.reset();
        m_connection.reset();
    }
    void sendSoon()
    {
        if (!m_delay || m_delay->isActive())
            return;
        const qint64 since = m_sent.isValid() ? m_sent.elapsed() : NoticeEveryMs;
        if (since >= NoticeEveryMs)
            send();
        else
            m_delay->start(static_cast<int>(NoticeEveryMs - since));
    }

private:
    void check()
    {
        if (!m_connection) {
            auto connection = PostgresConnection::open(m_address);
            if (!connection)
                return;
            m_connection = std::move(*connection);
        } else if (!m_connection->script(u"SELECT 1"_s)) {
            return;
        }
        if (m_subscribedOn == m_connection->connections())
            return;
        connect(m_connection->driver(), &QSqlDriver::notification, this,
                [this](const QString&, QSqlDriver::NotificationSource source) {
                    if (source != QSqlDriver::SelfSource)
                        m_heard();
                });
        if (!m_connection->driver()->subscribeToNotification(noticeChannel()))
            return;
        m_subscribedOn = m_connection->connections();
        // Whatever was said while nobody listened.
        m_heard();
    }
    void send()
    {
        m_waiting = false;
        m_sent.start();
        if (m_connection)
            std::ignore = m_connection->script(u"NOTIFY "_s + noticeChannel());
    }

    const PostgresAddress m_address;
    const std::function<void()> m_heard;
    std::atomic<bool>& m_waiting;
    std::unique_ptr<PostgresConnection> m_connection;
    int m_subscribedOn = 0;
    // Made and destroyed on the thread they belong to.
    std::optional<QTimer> m_delay;
    std::optional<QTimer> m_check;
    QElapsedTimer m_sent;
};

PostgresNotices::PostgresNotices(PostgresAddress address, std::function<void()> heard)
    : m_worker(std::make_unique<Worker>(std::move(address), std::move(heard), m_waiting))
{
    m_thread.setObjectName("notices"_L1);
}

PostgresNotices::~PostgresNotices()
{
    stop();
}

void PostgresNotices::start()
{
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->begin(); });
}

void PostgresNotices::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        m_worker->end();
        m_thread.quit();
    });
    m_thread.wait();
}

void PostgresNotices::tell()
{
    if (!m_waiting.exchange(true))
        QMetaObject::invokeMethod(
            m_worker.get(), [worker = m_worker.get()] { worker->sendSoon(); }, Qt::QueuedConnection);
}

}  // namespace Forecourt
