// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/storecheck.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs CheckEvery = 24 * 60 * 60 * 1000;

}  // namespace

StoreCheck::StoreCheck(QString directory) : m_directory(std::move(directory)) {}

QString StoreCheck::noteFile() const
{
    return m_directory + u"/clean-end"_s;
}

QString StoreCheck::fingerprint() const
{
    const QFileInfo file(m_directory + u"/forecourt.sqlite"_s);
    return u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

Expected<void> StoreCheck::checkIfNeeded(Connection& connection, UtcMs now)
{
    QFile note(noteFile());
    if (note.open(QIODevice::ReadOnly)) {
        const QStringList lines = QString::fromUtf8(note.readAll()).split(u'\n');
        note.close();
        // From here on the session counts as unfinished until noteCleanEnd().
        note.remove();
        if (lines.size() >= 2 && lines.at(0) == fingerprint()) {
            m_checkedAt = lines.at(1).toLongLong();
            if (m_checkedAt <= now && now - m_checkedAt < CheckEvery)
                return {};
        }
    }
    auto result = connection.scalar(u"PRAGMA quick_check(1)"_s);
    if (!result)
        return fail(ErrorCode::StoreDamaged, m_directory, result.error().detail);
    if (result->toString() != "ok"_L1)
        return fail(ErrorCode::StoreDamaged, m_directory, result->toString());
    m_checkedAt = now;
    return {};
}

void StoreCheck::noteCleanEnd() const
{
    QSaveFile note(noteFile());
    // Without the note the next start checks the file: slower, never wrong.
    if (note.open(QIODevice::WriteOnly)) {
        note.write(u"%1\n%2\n"_s.arg(fingerprint()).arg(m_checkedAt).toUtf8());
        note.commit();
    }
}

}  // namespace Forecourt
