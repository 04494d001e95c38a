// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/snapshottaking.h"

#include "sync/protocol/limits.h"

#include <algorithm>

namespace Forecourt {

namespace {

/// Half a window at a time: the other half is on its way meanwhile.
constexpr std::uint32_t TakingTogether = Wire::MaxPiecesAhead / 2;

}  // namespace

void SnapshotTaking::begin(Wire::Snapshot offer, std::uint32_t here)
{
    m_offer = std::move(offer);
    m_here = m_asked = std::min(here, count());
}

std::uint32_t SnapshotTaking::count() const
{
    return static_cast<std::uint32_t>((m_offer->packedSize + Wire::PieceSize - 1) / Wire::PieceSize);
}

qint64 SnapshotTaking::sizeOf(std::uint32_t piece) const
{
    return std::min<qint64>(Wire::PieceSize, m_offer->packedSize - qint64{piece} * Wire::PieceSize);
}

qint64 SnapshotTaking::bytesHere() const
{
    return m_offer ? std::min<qint64>(qint64{m_here} * Wire::PieceSize, m_offer->packedSize) : 0;
}

std::optional<Wire::Take> SnapshotTaking::next()
{
    if (!m_offer || m_asked == count() || m_asked - m_here > Wire::MaxPiecesAhead - TakingTogether)
        return std::nullopt;
    const Wire::Take take{m_offer->sha, m_asked, std::min(TakingTogether, count() - m_asked)};
    m_asked += take.count;
    return take;
}

bool SnapshotTaking::take(const Wire::Piece& piece)
{
    if (!m_offer || piece.sha != m_offer->sha || m_here == m_asked || piece.piece != m_here ||
        piece.data.size() != sizeOf(m_here))
        return false;
    ++m_here;
    return true;
}

}  // namespace Forecourt
