// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <unistd.h>

namespace Forecourt::Tests {

/// What the system says of a running process, from /proc; 0 where there is none.
namespace Usage {

/// "VmRSS" (resident now) or "VmHWM" (at its peak), in MB.
inline double memory(qint64 pid, const QByteArray& what = "VmRSS")
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(what + ':'))
            return line.sliced(what.size() + 1).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// Files and connections that it has open.
inline qsizetype openFiles(qint64 pid)
{
    return QDir(QStringLiteral("/proc/%1/fd").arg(pid))
        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
        .size();
}

/// Seconds of processor that it has used.
inline double processorSeconds(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    // The name of the program, which may hold anything, ends with the last bracket.
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.sliced(line.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace Usage

}  // namespace Forecourt::Tests
