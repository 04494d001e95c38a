// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/store.h"

#include <QByteArray>
#include <QString>

namespace Forecourt {

/// Order in which files travel.
enum class BlobPriority : int { Thumbnail = 0, Medium = 1, Large = 2, Original = 3, Video = 4 };
/// Files up to this one come from the server by themselves; what is larger comes when somebody wants it.
inline constexpr BlobPriority BlobFetchedUnasked = BlobPriority::Medium;

/// Files named by their SHA-256 in the store's folder `blobs`: blobs/ab/cdef… (hex). Content never changes.
/// The functions that touch files block: call them off the GUI thread.
class BlobStore {
public:
    explicit BlobStore(QString directory) : m_directory(std::move(directory)) {}

    QString path(QByteArrayView sha) const;
    bool has(QByteArrayView sha) const;
    /// Writes `data` under its hash: a temporary file, flushed, then renamed. Returns the hash.
    /// Errors: DiskFull, FileUnwritable.
    Expected<QByteArray> put(QByteArrayView data) const;
    /// Copies a file under its hash without loading it whole. Errors as put(), FileUnreadable, Cancelled when
    /// `cancelled` becomes true.
    Expected<QByteArray> putFile(const QString& file, const std::function<bool()>& cancelled = {}) const;

private:
    QString m_directory;
};

struct OriginalsToSend {
    int files = 0;
    qint64 bytes = 0;
};
/// Originals and videos that are here and that the server has not got.
[[nodiscard]] Expected<OriginalsToSend> originalsToSend(Connection& connection);

/// Notes inside an edit that a file is here and has to reach the server.
[[nodiscard]] Expected<void> noteBlobHere(Connection& connection, QByteArrayView sha, qint64 size,
                                          BlobPriority priority, UtcMs now);
/// Notes inside an edit that a row names this file (again): the server removes files that nothing has named for long,
/// so it is offered once more. Costs no bytes where the server has it.
[[nodiscard]] Expected<void> offerBlobAgain(Connection& connection, QByteArrayView sha);
/// Notes that a row of the server names a file that is not here yet; a file that is here already stays so.
[[nodiscard]] Expected<void> noteBlobWanted(Connection& connection, QByteArrayView sha, qint64 size,
                                            BlobPriority priority, UtcMs now);

/// The server may not have the files any more that it confirmed: it was put back from a backup. Each of them that is
/// here is offered again; until then `on_server` is 2. Not where people only read: they send nothing.
[[nodiscard]] Expected<void> doubtBlobs(Connection& connection);
/// Notes that a file that a row of the server names was here already, and is offered like those.
[[nodiscard]] Expected<void> noteBlobFound(Connection& connection, QByteArrayView sha, qint64 size);
/// Whether there may be such files.
Expected<bool> areBlobsDoubted(Connection& connection);
/// If none is left to be offered.
[[nodiscard]] Expected<void> endBlobDoubt(Connection& connection);

}  // namespace Forecourt
