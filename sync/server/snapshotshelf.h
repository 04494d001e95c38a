// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "sync/protocol/messages.h"

#include <optional>
#include <vector>

namespace Forecourt {

/// The snapshots that are ready, in a folder that may be removed at any time: what is not there is made again. Servers
/// that share a database share it too. Keeps nothing in memory, so any thread may use it.
class SnapshotShelf {
public:
    struct Entry {
        QByteArray key;    ///< SnapshotClass::key
        QByteArray epoch;  ///< of the server's store
        Wire::Snapshot snapshot;
    };
    struct Wanted {
        QByteArray key;
        QByteArray epoch;
        qint64 notBefore = 0;  ///< sequence: what is older is of no use
        qint64 newest = 0;     ///< of the server now
        QByteArray here{};     ///< rather this one, with however much to catch up
    };

    explicit SnapshotShelf(QString folder) : m_folder(std::move(folder)) {}

    /// Makes the folder, for the eyes of this account only. Errors: FileUnwritable.
    [[nodiscard]] Expected<void> prepare() const;
    /// A name in it for something that is being made; its owner removes it.
    QString scratch() const;
    /// Takes a packed file over, which so leaves its place, and forgets those of other epochs. Errors: FileUnwritable.
    [[nodiscard]] Expected<void> put(const QString& packed, const Entry& entry) const;
    /// The best for what is wanted, if what changed since is not so much that another had better be made.
    std::optional<Entry> find(const Wanted& wanted) const;
    /// The pieces `first` … `first + count - 1`, fewer at the end of the file. Nothing if it is not here any more.
    std::optional<std::vector<Wire::Piece>> pieces(const QByteArray& sha, std::uint32_t first,
                                                   std::uint32_t count) const;
    /// Removes what nobody has wanted for days, what was followed by a newer one, and what is left of a server that was
    /// ended while it made one: where `alone` is true whatever is begun, otherwise what nobody can be at any more.
    void tidy(UtcMs now, bool alone) const;

private:
    struct Shelved;
    std::vector<Shelved> all() const;
    QString path(const QByteArray& sha) const;
    void remove(const QByteArray& sha) const;

    const QString m_folder;
};

}  // namespace Forecourt
