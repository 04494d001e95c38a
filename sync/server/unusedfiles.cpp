// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/unusedfiles.h"

#include "sync/server/storedfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

Expected<bool> UnusedFiles::step(ServerStorage& storage, UtcMs now)
{
    if (m_next < 0) {
        if (now < m_passAt && m_passAt - now <= PassEvery)
            return false;
        m_passAt = now + PassEvery;
        m_next = 0;
        putBackAll();
    }
    while (m_next < 255 && !QFile::exists(storedFileFolder(m_directory, static_cast<std::uint8_t>(m_next))))
        ++m_next;
    // Most of the time there is nothing to write, and a look holds nobody up.
    auto planned = plan(storage, now);
    if (planned && !planned->isEmpty())
        planned = carryOut(storage, now);
    if (!planned)
        return fail(planned.error());
    for (const QByteArray& sha : planned->leaving) {
        const qint64 size = QFileInfo(aside(sha)).size();
        if (!QFile::remove(aside(sha)))
            continue;
        ++m_removed.files;
        m_removed.bytes += size;
    }
    if (planned->leaving.size() < Together)
        m_next = m_next == 255 ? -1 : m_next + 1;
    return m_next >= 0;
}

Expected<UnusedFiles::Plan> UnusedFiles::plan(ServerStorage& storage, UtcMs now) const
{
    const auto first = static_cast<std::uint8_t>(m_next);
    std::vector<QByteArray> here = storedFiles(m_directory, first);
    const auto counted = storage.unusedFiles(first);
    if (!counted)
        return fail(counted.error());
    auto used = storage.usedFiles(here);
    if (!used)
        return fail(used.error());
    std::ranges::sort(here);
    std::ranges::sort(*used);
    Plan plan;
    for (const ServerStorage::UnusedFile& file : *counted) {
        if (std::ranges::binary_search(*used, file.sha) || !std::ranges::binary_search(here, file.sha))
            plan.forgotten.push_back(file.sha);
    }
    for (const QByteArray& sha : here) {
        if (std::ranges::binary_search(*used, sha))
            continue;
        const auto before = std::ranges::find(*counted, sha, &ServerStorage::UnusedFile::sha);
        if (before == counted->end())
            plan.counted.push_back({sha, 0, now});
        else if (before->at > now + Day)  // of a clock that was ahead
            plan.counted.push_back({sha, before->days, now});
        else if (now - before->at < CountAfter)
            continue;
        else if (before->days + 1 < KeepDays)
            // Day by day, however late or early in each of them somebody looks.
            plan.counted.push_back({sha, before->days + 1, now - before->at < 2 * Day ? before->at + Day : now});
        else if (plan.leaving.size() < Together)
            plan.leaving.push_back(sha);
    }
    return plan;
}

Expected<UnusedFiles::Plan> UnusedFiles::carryOut(ServerStorage& storage, UtcMs now)
{
    FC_TRY(storage.begin());
    // Once more, now that nobody else writes.
    auto planned = plan(storage, now);
    if (!planned) {
        storage.rollback();
        return planned;
    }
    auto applied = apply(storage, *planned);
    if (applied)
        applied = storage.commit();
    if (!applied) {
        storage.rollback();
        for (const QByteArray& sha : planned->leaving)
            putBack(sha);
        return fail(applied.error());
    }
    return planned;
}

Expected<void> UnusedFiles::apply(ServerStorage& storage, Plan& plan)
{
    for (const ServerStorage::UnusedFile& file : plan.counted)
        FC_TRY(storage.putUnusedFile(file));
    for (const QByteArray& sha : plan.forgotten)
        FC_TRY(storage.keepFile(sha));
    QDir().mkpath(QFileInfo(aside({})).path());
    std::erase_if(plan.leaving, [this](const QByteArray& sha) {
        return !QFile::rename(storedFilePath(m_directory, sha), aside(sha));
    });
    for (const QByteArray& sha : plan.leaving)
        FC_TRY(storage.forgetFile(sha));
    return {};
}

QString UnusedFiles::aside(const QByteArray& sha) const
{
    return m_directory + u"/leaving/"_s + QString::fromLatin1(sha.toHex());
}

void UnusedFiles::putBack(const QByteArray& sha) const
{
    const QString place = storedFilePath(m_directory, sha);
    // It may have been sent again meanwhile.
    if (!QFile::rename(aside(sha), place) && QFile::exists(place))
        QFile::remove(aside(sha));
}

void UnusedFiles::putBackAll() const
{
    const QStringList names = QDir(m_directory + u"/leaving"_s).entryList(QDir::Files);
    for (const QString& name : names) {
        const QByteArray sha = QByteArray::fromHex(name.toLatin1());
        if (sha.size() == 32)
            putBack(sha);
    }
}

}  // namespace Forecourt
