// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotmaking.h"

#include "models/base/sha256.h"
#include "sync/server/snapshotfile.h"
#include "sync/server/snapshotpacking.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QStorageInfo>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int MakingRows = 1'000;
constexpr qsizetype MakingBytes = qsizetype{1024} * 1024;
/// Left for the store itself, which has to go on.
constexpr qint64 MakingSpare = 256LL * 1024 * 1024;

}  // namespace

Expected<qint64> SnapshotMaking::write(const QString& path, const SnapshotClass& whose, qint64 upto,
                                       const Progress& progress) const
{
    const auto file = SnapshotFile::create(path, m_schema);
    if (!file)
        return fail(file.error());
    const Audience audience(whose.access, m_schema);
    View seen;
    seen.access = whose.access;
    // To the very end and not to `upto`: a row that changes meanwhile moves there, and would be missing.
    qint64 read = 0;
    qint64 after = 0;
    for (bool more = true; more;) {
        if (m_stop)
            return fail(ErrorCode::Cancelled);
        if (QStorageInfo(QFileInfo(path).path()).bytesAvailable() < MakingSpare)
            return fail(ErrorCode::DiskFull, path);
        const auto page = m_storage.rows({after, seen, std::nullopt, MakingRows, MakingBytes});
        if (!page)
            return fail(page.error());
        for (const RowState& state : page->rows) {
            Wire::Row row = state.whole();
            if (audience.withhold(row))
                FC_TRY((*file)->add(row, row.seq > upto));
        }
        read += static_cast<qint64>(page->rows.size());
        if (!page->rows.empty())
            after = page->rows.back().seq;
        more = page->more;
        // Sequences tell about how far it is: there is one for each change of a row.
        progress({read, after > 0 ? std::max(read, read * upto / after) : read});
    }
    return (*file)->finish();
}

Expected<SnapshotShelf::Entry> SnapshotMaking::make(const SnapshotClass& whose, const Progress& progress) const
{
    FC_TRY(m_shelf.prepare());
    const QString plain = m_shelf.scratch();
    const QString packed = m_shelf.scratch();
    const auto tidy = qScopeGuard([&] {
        for (const QString& path : {plain, plain + u"-wal"_s, plain + u"-shm"_s, packed})
            QFile::remove(path);
    });

    const auto epoch = m_storage.epoch();
    if (!epoch)
        return fail(epoch.error());
    // Before anything is read: whatever leaves their sight from here on, pages will tell.
    const auto upto = m_storage.seq();
    if (!upto)
        return fail(upto.error());
    const auto rows = write(plain, whose, *upto, progress);
    if (!rows)
        return fail(rows.error());
    FC_TRY(packSnapshot(plain, packed, m_stop));
    QFile file(packed);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, packed, file.errorString());
    const auto sha = sha256(file);
    if (!sha)
        return fail(sha.error());
    const SnapshotShelf::Entry entry{whose.key,
                                     *epoch,
                                     {*sha, file.size(), QFileInfo(plain).size(), *rows, *upto,
                                      View::pack(whose.access, m_schema, {*epoch, *upto})}};
    file.close();
    FC_TRY(m_shelf.put(packed, entry));
    return entry;
}

}  // namespace Forecourt
