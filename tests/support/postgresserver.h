// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <optional>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#endif

namespace Forecourt::Tests {

/// A real PostgreSQL in a temporary directory, on a socket in there that nobody else knows. One serves all tests of a
/// program, each with a database of its own.
class PostgresServer {
public:
    /// Whether a commit waits for the disk. Without, everything is the same until the power fails.
    enum class Fsync { Off, On };

    /// The programs initdb and postgres are here.
    static bool isInstalled()
    {
        return !programs().isEmpty() && QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"));
    }
    /// What to say where it is not.
    static constexpr const char* Missing =
        "PostgreSQL is not installed here: packaging/install-dependencies.sh --tests";

    /// The one of this program, started when first asked for.
    static PostgresServer& shared()
    {
        static PostgresServer server;
        return server;
    }

    explicit PostgresServer(Fsync fsync = Fsync::Off)
    {
        own(m_directory.path());
        run(QStringLiteral("initdb"), {QStringLiteral("--pgdata"), data(), QStringLiteral("--no-sync"),
                                       QStringLiteral("--auth=trust"), QStringLiteral("--username=forecourt"),
                                       QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8")});
        m_options = {QStringLiteral("fsync=%1").arg(fsync == Fsync::On ? QStringLiteral("on") : QStringLiteral("off")),
                     QStringLiteral("listen_addresses="),
                     QStringLiteral("unix_socket_directories=%1").arg(m_directory.path()),
                     QStringLiteral("max_connections=50"),
                     QStringLiteral("shared_buffers=16MB"),
                     QStringLiteral("autovacuum=off"),
                     QStringLiteral("log_min_messages=fatal")};
        start();
    }
    ~PostgresServer() { stop(); }

    /// Returns when it takes connections.
    void start()
    {
        m_process.emplace();
        QStringList arguments{QStringLiteral("-D"), data()};
        for (const QString& option : m_options)
            arguments << QStringLiteral("-c") << option;
        prepare(*m_process);
        m_process->setStandardOutputFile(m_directory.filePath(QStringLiteral("log")), QIODevice::Append);
        m_process->setStandardErrorFile(m_directory.filePath(QStringLiteral("log")), QIODevice::Append);
        m_process->start(programs() + QStringLiteral("/postgres"), arguments);
        if (!QTest::qWaitFor([this] { return answers() || m_process->state() == QProcess::NotRunning; }, 30'000) ||
            m_process->state() == QProcess::NotRunning)
            qFatal("PostgreSQL does not start: %s", log().constData());
    }
    /// Cuts all connections off and ends: what was committed is kept.
    void stop() { end(SIGINT); }
    /// Ends as in a crash of its computer, as far as fsync goes.
    void kill() { end(SIGQUIT); }

    /// An empty database; its address.
    QString newDatabase()
    {
        const QString name = QStringLiteral("t%1").arg(++m_databases);
        execute(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + name);
        return url(name);
    }
    QString url(const QString& database) const
    {
        return QStringLiteral("postgresql://forecourt@/%1?host=%2").arg(database, m_directory.path());
    }
    static QString databaseOf(const QString& url) { return QUrl(url).path().mid(1); }
    /// Runs a statement beside everybody else; the first column of the first row.
    QVariant execute(const QString& database, const QString& sql)
    {
        QVariant answer;
        QString problem;
        if (!ask(database, sql, &answer, &problem))
            qFatal("%s: %s", qUtf8Printable(sql), qUtf8Printable(problem));
        return answer;
    }

private:
    static QString programs()
    {
        static const QString found = [] {
            QDir versions(QStringLiteral("/usr/lib/postgresql"));
            const QStringList names =
                versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
            for (const QString& name : names) {
                QString folder = versions.filePath(name + QStringLiteral("/bin"));
                if (QFile::exists(folder + QStringLiteral("/initdb")))
                    return folder;
            }
            return QFileInfo(QStandardPaths::findExecutable(QStringLiteral("initdb"))).path();
        }();
        return found;
    }
    QString data() const { return m_directory.filePath(QStringLiteral("data")); }
    QByteArray log() const
    {
        QFile file(m_directory.filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool answers()
    {
        QVariant answer;
        QString problem;
        return ask(QStringLiteral("postgres"), QStringLiteral("SELECT 1"), &answer, &problem);
    }
    bool ask(const QString& database, const QString& sql, QVariant* answer, QString* problem)
    {
        static int serial = 0;
        const QString name = QStringLiteral("postgresserver-%1").arg(++serial);
        {
            auto connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
            connection.setHostName(m_directory.path());
            connection.setDatabaseName(database);
            connection.setUserName(QStringLiteral("forecourt"));
            if (connection.open()) {
                QSqlQuery query(connection);
                if (!query.exec(sql))
                    *problem = query.lastError().text();
                else if (query.next())
                    *answer = query.value(0);
            } else {
                *problem = connection.lastError().text();
            }
        }
        QSqlDatabase::removeDatabase(name);
        return problem->isEmpty();
    }

    void run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        prepare(process);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(programs() + u'/' + program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s failed: %s", qUtf8Printable(program), process.readAll().constData());
    }
    void end([[maybe_unused]] int signal)
    {
        if (!m_process)
            return;
#ifdef Q_OS_UNIX
        ::kill(static_cast<pid_t>(m_process->processId()), signal);
#else
        m_process->kill();
#endif
        m_process->waitForFinished(30'000);
        m_process.reset();
    }

    // PostgreSQL refuses to run as root; packages make a user for it.
    static void own([[maybe_unused]] const QString& path)
    {
#ifdef Q_OS_UNIX
        if (const passwd* user = geteuid() == 0 ? getpwnam("postgres") : nullptr) {
            if (chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) != 0)
                qFatal("chown %s", qUtf8Printable(path));
        }
#endif
    }
    void prepare([[maybe_unused]] QProcess& process) const
    {
        process.setWorkingDirectory(m_directory.path());
#ifdef Q_OS_UNIX
        const passwd* user = geteuid() == 0 ? getpwnam("postgres") : nullptr;
        const uid_t uid = user ? user->pw_uid : 0;
        const gid_t gid = user ? user->pw_gid : 0;
        process.setChildProcessModifier([uid, gid] {
            if (uid != 0 && (setgroups(0, nullptr) != 0 || setgid(gid) != 0 || setuid(uid) != 0))
                _exit(126);
#ifdef Q_OS_LINUX
            // A test that crashes takes its database with it.
            prctl(PR_SET_PDEATHSIG, SIGQUIT);
#endif
        });
#endif
    }

    QTemporaryDir m_directory;
    QStringList m_options;
    std::optional<QProcess> m_process;
    int m_databases = 0;
};

}  // namespace Forecourt::Tests
