// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/housekeeping.h"
#include "sync/server/serverstorage.h"

#include <QString>

namespace Forecourt {

/// Removes files that no living row of the server has named for KeepDays: photos of removed vehicles, renditions of
/// before an edit. Kept conflicts and refusals are such rows, too.
///
/// It takes as long as a workstation may be away (Housekeeping::Lease): within that, what it undid or decided meanwhile
/// still finds its file. Days are counted one by one when the file is seen without a use, so a clock that jumps removes
/// nothing. Whoever names or offers the file makes the count begin anew.
///
/// A file leaves in three steps: it is moved aside in a transaction that nobody can write beside and in which no row
/// names it; that is committed; it is removed. Whatever breaks off in between, it is either not needed by any row, or
/// it is put back. Servers that share a store may all do this.
///
/// Used by the thread of the storage; blocks.
class UnusedFiles {
public:
    static constexpr UtcMs Day = 24LL * 3600 * 1000;
    static constexpr int KeepDays = static_cast<int>(Housekeeping::Lease / Day);
    /// After the day before. Less than a day, or whoever starts the server every morning would count every other one.
    static constexpr UtcMs CountAfter = 20LL * 3600 * 1000;
    static constexpr UtcMs PassEvery = 6LL * 3600 * 1000;
    /// Files that leave in one step.
    static constexpr size_t Together = 50;

    /// What has left since this was last asked.
    struct Removed {
        qint64 files = 0;
        qint64 bytes = 0;
    };

    explicit UnusedFiles(QString directory) : m_directory(std::move(directory)) {}

    /// One bounded step: a 256th part of the files. True if there is more to do in this pass. Errors: those of the
    /// storage; the same part comes again with the next call.
    Expected<bool> step(ServerStorage& storage, UtcMs now);
    Removed takeRemoved() { return std::exchange(m_removed, {}); }

private:
    struct Plan {
        std::vector<ServerStorage::UnusedFile> counted;
        std::vector<QByteArray> forgotten;  ///< used, or not here: counted no longer
        std::vector<QByteArray> leaving;

        bool isEmpty() const { return counted.empty() && forgotten.empty() && leaving.empty(); }
    };
    Expected<Plan> plan(ServerStorage& storage, UtcMs now) const;
    Expected<Plan> carryOut(ServerStorage& storage, UtcMs now);
    Expected<void> apply(ServerStorage& storage, Plan& plan);
    QString aside(const QByteArray& sha) const;
    void putBack(const QByteArray& sha) const;
    void putBackAll() const;

    const QString m_directory;
    int m_next = -1;  ///< first byte of the hashes whose turn it is; -1: between two passes
    UtcMs m_passAt = 0;
    Removed m_removed;
};

}  // namespace Forecourt
