// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/storekind.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <optional>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace Forecourt::Tests {

/// A real forecourt-server with its own data, on a free port of this computer that it keeps over restarts.
class ServerProcess {
public:
    inline static const QString Password = QStringLiteral("correct horse battery staple");

    explicit ServerProcess(StoreKind kind = StoreKind::Sqlite)
        : m_data(std::make_shared<QTemporaryDir>()), m_store(storeOptions(kind))
    {
    }
    /// One more on the store of the other, which keeps its rows in PostgreSQL.
    struct Beside {
        const ServerProcess& other;
    };
    explicit ServerProcess(Beside beside) : m_data(beside.other.m_data), m_store(beside.other.m_store) {}
    ~ServerProcess() { kill(); }
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Starts, or starts again with the data that are there. The server listens when this returns.
    void start()
    {
        m_process.emplace();
        m_process->setProgram(program());
        m_process->setArguments(QStringList{QStringLiteral("--data"), m_data->path(), QStringLiteral("--listen"),
                                            QStringLiteral("127.0.0.1:%1").arg(m_url.port(0))} +
                                m_store + m_options);
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
        // A test that crashes takes its server with it.
        m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process->start();
        const QString ready = QStringLiteral("listening on ");
        while (m_process->waitForReadyRead(20'000)) {
            while (m_process->canReadLine()) {
                const QString line = QString::fromUtf8(m_process->readLine()).trimmed();
                if (line.startsWith(ready)) {
                    m_url = QUrl(line.mid(ready.size()));
                    return;
                }
            }
        }
        qFatal("forecourt-server does not start");
    }

    /// Ends at once, as by a power cut.
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }

    /// Ends cleanly.
    void stop()
    {
        m_process->terminate();
        if (!m_process->waitForFinished(20'000))
            qFatal("forecourt-server does not end");
        m_process.reset();
    }

    void addUser(const QString& name, const QString& role = QStringLiteral("manager"))
    {
        run({QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--role"), role,
             QStringLiteral("--keep"), QStringLiteral("--password-stdin")},
            Password.toUtf8());
    }
    void disableUser(const QString& name)
    {
        run({QStringLiteral("user"), QStringLiteral("disable"), name});
    }
    void backup(const QString& file)
    {
        run({QStringLiteral("backup"), file});
    }
    /// Replaces everything by a backup; the server must not be running.
    void restore(const QString& file)
    {
        QDir(m_data->path()).removeRecursively();
        QDir().mkpath(m_data->path());
        run({QStringLiteral("restore"), file});
    }

    /// Runs a command beside it; how it ended.
    int exitCode(const QStringList& command, const QByteArray& input = {}) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program(), QStringList{QStringLiteral("--data"), m_data->path()} + m_store + command);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                               : -1;
    }
    /// More of the command line, from the next start on.
    void setOptions(const QStringList& options)
    {
        m_options = options;
    }
    /// From the next start on.
    void setDatabase(const QString& url)
    {
        m_store = {QStringLiteral("--database"), url};
    }

    QUrl url() const
    {
        return m_url;
    }
#ifdef Q_OS_UNIX
    qint64 processId() const
    {
        return m_process ? m_process->processId() : 0;
    }
    /// SIGSTOP, SIGCONT; it must be running.
    void signal(int number)
    {
        const qint64 pid = m_process ? m_process->processId() : 0;
        if (pid == 0)
            qFatal("forecourt-server ended by itself");
        ::kill(static_cast<pid_t>(pid), number);
    }
#endif
    /// Address of its database; empty with SQLite.
    QString database() const
    {
        return m_store.value(1);
    }
    QString dataDirectory() const
    {
        return m_data->path();
    }

private:
    static QString program()
    {
        return qEnvironmentVariable("FORECOURT_BIN_DIR") + QStringLiteral("/forecourt-server");
    }

    void run(const QStringList& command, const QByteArray& input = {})
    {
        if (exitCode(command, input) != 0)
            qFatal("forecourt-server %s failed", qUtf8Printable(command.join(u' ')));
    }

    std::shared_ptr<QTemporaryDir> m_data;
    QStringList m_store;
    QStringList m_options;
    QUrl m_url;
    std::optional<QProcess> m_process;
};

}  // namespace Forecourt::Tests
