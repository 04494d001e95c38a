// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <optional>

namespace Forecourt {

/// Which pieces of an offered snapshot are here, on their way and still to be asked for. Pieces come in order; only so
/// many are ahead that neither side has to keep many in memory.
class SnapshotTaking {
public:
    /// `here`: how many pieces an earlier connection has brought.
    void begin(Wire::Snapshot offer, std::uint32_t here);
    void end() { m_offer.reset(); }

    /// What was offered; nothing if nothing is being taken.
    const std::optional<Wire::Snapshot>& offer() const { return m_offer; }
    bool isComplete() const { return m_offer && m_here == count(); }
    /// Bytes of the packed file that are here.
    qint64 bytesHere() const;

    /// What to ask for now, if anything.
    std::optional<Wire::Take> next();
    /// Whether this is the piece that comes next, of the size that it has to have.
    bool take(const Wire::Piece& piece);

private:
    std::uint32_t count() const;
    qint64 sizeOf(std::uint32_t piece) const;

    std::optional<Wire::Snapshot> m_offer;
    std::uint32_t m_here = 0;
    std::uint32_t m_asked = 0;  ///< up to which piece
};

}  // namespace Forecourt
