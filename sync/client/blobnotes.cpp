// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobnotes.h"

namespace Forecourt {

void BlobNotes::add(Fact fact, const QByteArray& sha, qint64 size)
{
    m_next.push_back({fact, sha, size});
    m_pending.insert(sha);
    write();
}

void BlobNotes::dropWaiting()
{
    for (const BlobNote& note : std::exchange(m_next, {}))
        m_pending.remove(note.sha);
}

void BlobNotes::write()
{
    if (m_writing || m_next.empty())
        return;
    m_writing = true;
    const auto notes = std::make_shared<const std::vector<BlobNote>>(std::exchange(m_next, {}));
    m_records.write(notes, [this, notes](const Expected<void>& stored) {
        m_writing = false;
        for (const BlobNote& note : *notes)
            m_pending.remove(note.sha);
        if (stored) {
            std::vector<std::pair<Fact, QByteArray>> facts;
            for (const BlobNote& note : *notes)
                facts.emplace_back(note.fact, note.sha);
            Q_EMIT written(facts);
        } else {
            Q_EMIT failed(stored.error());
        }
        write();
    });
}

}  // namespace Forecourt
