// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/blobstore.h"
#include "sync/client/bloblink.h"
#include "sync/client/blobnotes.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <vector>

namespace Forecourt {

/// Fetches the files that rows name: thumbnails of all first, then the medium sizes, the newest first; and before
/// everything what somebody wants to see, which alone brings large sizes and originals. A large file goes on where it
/// was cut. A file gets its name only when its hash is right.
class BlobDownloads : public QObject {
    Q_OBJECT

public:
    /// All must outlive the object.
    BlobDownloads(BlobRecords& records, BlobLink& link, BlobNotes& notes, QObject* parent = nullptr);

    void start();
    void stop();
    /// Rows may name new files.
    void look();
    /// As look(), if nothing is on its way.
    void lookIfDone();
    /// What the server did not have may be there now, and this disk may have room again.
    void tryAgain();
    /// Nothing can be written at present: no more until tryAgain().
    void hold();
    void want(const QByteArray& sha);
    /// The person wants files to wait: nothing more is asked for.
    void setHeld(bool held);

    /// True if the message was about a file that is wanted here.
    bool received(Wire::ServerMessage& message);
    /// Nothing is left but what the server does not have either.
    bool isIdle() const { return m_held || (m_active.empty() && m_queue.empty() && !m_looking); }

Q_SIGNALS:
    void idleChanged();
    void failed(const Forecourt::Error& error);
    /// This much more of a file is here, or a whole one.
    void moved(qint64 bytes);
    void fileDone();

private:
    struct Download {
        QByteArray sha;
        qint64 size = -1;             ///< unknown until the first chunk comes
        std::uint32_t next = 0;       ///< chunk that comes next
        std::uint32_t askedUpto = 0;  ///< chunks below this were asked for
        QByteArray small;             ///< content, where it fits in one chunk
    };

    void queue(const std::vector<QByteArray>& files);
    void begin();
    void ask(Download& download);
    void take(Download& download, Wire::Chunk& chunk);
    void finish(Download& download);
    void giveUp(QByteArray sha, const Error& error);
    void pauseFor(const Error& error);
    Error writeError(qint64 size) const;
    QString partial(const QByteArray& sha) const;
    std::vector<Download>::iterator find(const QByteArray& sha);

    BlobRecords& m_records;
    BlobLink& m_link;
    BlobNotes& m_notes;
    BlobStore m_files;
    std::deque<QByteArray> m_wanted;  ///< by somebody who looks, not asked for yet
    QSet<QByteArray> m_wishes;        ///< likewise, and all that have not come since
    std::deque<QByteArray> m_queue;
    std::vector<Download> m_active;
    QSet<QByteArray> m_absent;  ///< the server does not have them yet
    QHash<QByteArray, int> m_mismatches;
    bool m_running = false;
    bool m_full = false;  ///< this disk
    bool m_held = false;
    bool m_looking = false;
    bool m_lookAgain = false;
};

}  // namespace Forecourt
