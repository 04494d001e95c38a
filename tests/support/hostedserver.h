// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/accounts.h"
#include "sync/server/serverhost.h"
#include "tests/support/storekind.h"

#include <QTemporaryDir>
#include <QThread>
#include <QUrl>

#include <memory>

namespace Forecourt::Tests {

/// A real server of whichever version, in this process on a thread of its own; it keeps its data and its port.
class HostedServer {
public:
    inline static const QString Password = QStringLiteral("correct horse battery staple");

    explicit HostedServer(StoreKind kind)
        : m_database(kind == StoreKind::Postgres ? PostgresServer::shared().newDatabase() : QString())
    {
        m_options.store.directory = m_directory.path();
        if (!m_database.isEmpty())
            m_options.store.database = *PostgresAddress::parse(m_database);
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~HostedServer()
    {
        stop();
        m_thread.quit();
        m_thread.wait();
    }
    HostedServer(const HostedServer&) = delete;
    HostedServer& operator=(const HostedServer&) = delete;

    void start(const Schema& schema = Schema::current())
    {
        if (const auto started = tryToStart(schema); !started)
            qFatal("test server: %s", qUtf8Printable(started.error().detail));
    }
    Expected<void> tryToStart(const Schema& schema)
    {
        m_options.schema = &schema;
        Expected<void> done;
        run([this, &done] {
            auto started = ServerHost::start(m_options);
            if (!started) {
                done = fail(started.error());
                return;
            }
            m_host = std::move(*started);
            m_url = QUrl(m_host->url());
        });
        if (done)
            m_options.port = static_cast<quint16>(m_url.port());
        return done;
    }
    void stop()
    {
        run([this] { m_host.reset(); });
    }
    QUrl url() const { return m_url; }

    /// While it does not run.
    void addUser(const QString& name, const QString& role = QStringLiteral("manager"))
    {
        const SystemClock clock;
        auto storage = m_options.store.open();
        if (!storage)
            qFatal("test server: %s", qUtf8Printable(storage.error().detail));
        StorageEngine engine(std::move(*storage), Schema::current(), clock);
        Author by;
        by.server = true;
        if (!engine.prepare() || !addAccount(engine, {{}, name, name, role, {}, false, {}}, Password, by))
            qFatal("test account");
    }

    /// Runs statements on its rows while it does not run; bytes in them are written by blob().
    void script(const QString& sql) const
    {
        if (!m_database.isEmpty()) {
            PostgresServer::shared().execute(PostgresServer::databaseOf(m_database), sql);
            return;
        }
        auto connection = Connection::open(m_options.store.storeFile(), Connection::Access::ReadWrite);
        const auto done = connection ? (*connection)->script(sql) : fail(connection.error());
        if (!done)
            qFatal("%s: %s", qUtf8Printable(sql), qUtf8Printable(done.error().detail));
    }
    QString blob(const QByteArray& bytes) const
    {
        return (m_database.isEmpty() ? QStringLiteral("X'%1'") : QStringLiteral("decode('%1', 'hex')"))
            .arg(QString::fromLatin1(bytes.toHex()));
    }
    bool isPostgres() const { return !m_database.isEmpty(); }

private:
    template <class Job>
    void run(Job job)
    {
        QMetaObject::invokeMethod(&m_context, job, Qt::BlockingQueuedConnection);
    }

    QTemporaryDir m_directory;
    QString m_database;
    ServerHost::Options m_options;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<ServerHost> m_host;
    QUrl m_url;
};

}  // namespace Forecourt::Tests
