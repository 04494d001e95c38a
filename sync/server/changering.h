// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/requests.h"

#include <deque>

namespace Forecourt {

/// The latest changes, kept in memory so that workstations which are up to date receive just the fields that changed,
/// without a look into the storage. Bounded: whoever is behind its beginning reads whole rows from the storage.
class ChangeRing {
public:
    /// Changes for one workstation from `cursor` on.
    struct Slice {
        std::vector<Wire::Row> rows;
        std::vector<Wire::ForgottenRow> forgotten;
        qint64 upto = 0;  ///< cursor after them; may lie beyond the last row
        /// Every other workstation with these rights at this cursor gets the same, but those of `authors`.
        bool common = true;
        std::vector<std::uint32_t> authors;  ///< devices that something of it came from
    };

    /// `capacity` counts values of fields, about 100 bytes each.
    explicit ChangeRing(size_t capacity) : m_capacity(capacity) {}

    /// Newest sequence known.
    qint64 seq() const { return m_seq; }
    /// True if everything after `cursor` is here.
    bool covers(qint64 cursor) const { return cursor >= m_start && cursor <= m_seq; }

    void append(std::vector<Change> changes);
    /// Forgets the oldest changes beyond the capacity. Apart from append(), so that whoever is up to date sees even a
    /// commit that is larger than the ring.
    void trim();
    /// The sequence went on without us seeing how (another process wrote): nothing before it is covered any more.
    void skipTo(qint64 seq);

    /// Who asks. What came through its own session it knows. What the same device sent through another it may not know:
    /// the answer may have been lost with that connection, or a second computer may work with a copy of the store.
    struct Reader {
        std::uint32_t device = 0;
        const Audience& audience;
        const View* had = nullptr;   ///< an earlier view, under which it may hold rows as well
        const View* knew = nullptr;  ///< likewise, under which it holds those that it saw
        SessionId session = 0;
    };
    /// `cursor` must be covered.
    Slice after(qint64 cursor, const Reader& reader, int limit) const;

private:
    const size_t m_capacity;
    size_t m_size = 0;
    qint64 m_start = 0;
    qint64 m_seq = 0;
    std::deque<Change> m_changes;  ///< sequences m_start + 1 … m_seq, without a gap
};

}  // namespace Forecourt
