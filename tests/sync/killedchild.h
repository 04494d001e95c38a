// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QProcess>
#include <QTest>

#include <optional>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace Forecourt::Tests {

/// The workstation that is killed: clientchild on a store, and what it said it has stored.
class KilledChild {
public:
    void start(const QString& store, quint32 seed)
    {
        m_process.emplace();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QCoreApplication::applicationDirPath() + QStringLiteral("/clientchild"),
                         {store, QString::number(seed), QString::number(m_next)});
        QVERIFY(m_process->waitForStarted());
    }

#ifdef Q_OS_UNIX
    /// SIGSTOP: it stands still, as a computer that is put to sleep. SIGCONT: it goes on.
    void signal(int number)
    {
        const qint64 pid = m_process->processId();
        if (pid == 0)
            qFatal("clientchild ended by itself");
        ::kill(static_cast<pid_t>(pid), number);
    }
#endif

    void kill()
    {
        m_process->kill();
        m_process->waitForFinished();
        const QList<QByteArray> lines = m_process->readAllStandardOutput().split('\n');
        // A last line without its end was being printed; its edit is stored nevertheless.
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            const QList<QByteArray> words = lines.at(i).split(' ');
            stored[QString::fromLatin1(words.at(1))] = words.at(0).toInt();
            m_next = words.at(0).toInt() + 1;
            ++edits;
        }
        // The edit that was under way may have been stored without a word.
        m_next += 1'000;
        m_process.reset();
    }

    QHash<QString, int> stored;  ///< newest number by vehicle
    int edits = 0;

private:
    std::optional<QProcess> m_process;
    int m_next = 1;
};

}  // namespace Forecourt::Tests
