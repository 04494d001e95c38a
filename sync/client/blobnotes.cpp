// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/blobnotes.h"

#include "models/base/whendone.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

void BlobNotes::add(Fact fact, const QByteArray& sha, qint64 size)
{
    m_next.push_back({fact, sha, size});
    m_pending.insert(sha);
    write();
}

void BlobNotes::write()
{
    if (m_writing || m_next.empty())
        return;
    m_writing = true;
    auto notes = std::make_shared<const std::vector<Note>>(std::exchange(m_next, {}));
    auto job = [notes](Connection& connection) -> Expected<void> {
        for (const Note& note : *notes) {
            auto noted = note.fact == Fact::OnServer
                             ? connection.run(u"UPDATE blobs SET on_server = 1 WHERE sha = ?"_s, {note.sha})
                         : note.fact == Fact::Lost
                             ? connection.run(u"UPDATE blobs SET here = 0 WHERE sha = ?"_s, {note.sha})
                             : connection.run(u"UPDATE blobs SET here = 1, on_server = 1, size = ? WHERE sha = ?"_s,
                                              {note.size, note.sha});
            if (!noted)
                return fail(noted.error());
        }
        return {};
    };
    whenDone(m_store.write(std::move(job)), this, [this, notes](const Expected<void>& stored) {
        m_writing = false;
        for (const Note& note : *notes)
            m_pending.remove(note.sha);
        if (stored) {
            std::vector<std::pair<Fact, QByteArray>> facts;
            for (const Note& note : *notes)
                facts.emplace_back(note.fact, note.sha);
            m_store.announceOutbox();
            Q_EMIT written(facts);
        } else {
            Q_EMIT failed(stored.error());
        }
        write();
    });
}

}  // namespace Forecourt
