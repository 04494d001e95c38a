// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/logfile.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<void> LogFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnwritable, m_file.fileName(), m_file.errorString());
    // Who works when and from where is not for everybody on this computer.
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    return {};
}

Expected<void> LogFile::reopen()
{
    m_file.close();
    return open();
}

void LogFile::write(const QByteArray& line)
{
    if (m_file.size() > 0 && m_file.size() + line.size() > m_size)
        rotate();
    m_file.write(line);
}

void LogFile::rotate()
{
    const QString name = m_file.fileName();
    const auto numbered = [&name](int number) { return number == 0 ? name : name + u'.' + QString::number(number); };
    m_file.close();
    QFile::remove(numbered(m_count - 1));
    for (int number = m_count - 1; number > 0; --number)
        QFile::rename(numbered(number - 1), numbered(number));
    // Where nothing can be opened any more, lines are dropped; the program goes on.
    [[maybe_unused]] const auto opened = open();
}

}  // namespace Forecourt
