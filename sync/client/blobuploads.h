// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/blobstore.h"
#include "sync/client/bloblink.h"
#include "sync/client/blobnotes.h"

#include <QSet>

#include <deque>
#include <optional>
#include <vector>

namespace Forecourt {

/// Brings the files of this computer to the server: thumbnails first, then the medium and large sizes, originals and
/// last videos; among those of a kind the newest first; a few at a time. An upload that was cut goes on with the chunks
/// that the server lacks.
class BlobUploads : public QObject {
    Q_OBJECT

public:
    /// All must outlive the object.
    BlobUploads(BlobRecords& records, BlobLink& link, BlobNotes& notes, QObject* parent = nullptr);

    /// The socket stands; everything that was on its way begins anew.
    void start();
    void stop();
    /// While rows are being sent no further file is begun.
    void setPaused(bool paused);
    /// The person wants files to wait: nothing more is sent.
    void setHeld(bool held);
    /// Originals and videos wait, everything else goes on.
    void setOriginalsHeld(bool held);
    /// Files may have been added.
    void look();
    /// As look(), if nothing is on its way.
    void lookIfDone();
    /// What the server did not take may be taken now.
    void tryAgain();
    /// The network has room again.
    void pump();

    /// True if the message was about a file on its way up.
    bool received(const Wire::ServerMessage& message);
    bool isIdle() const { return m_held || (moving() == 0 && m_queue.empty() && !m_looking); }

Q_SIGNALS:
    void idleChanged();
    void failed(const Forecourt::Error& error);
    /// The server has this much more of a file, or a whole one.
    void moved(qint64 bytes);
    void fileDone();

private:
    struct Upload : BlobRecords::Upload {
        bool accepted = false;            ///< the server said which chunks it has
        std::vector<std::uint32_t> todo;  ///< chunks to send, last one first
        int mismatches = 0;
        qint64 counted = 0;  ///< bytes told with moved()
    };

    void queue(const BlobRecords::Uploads& files);
    bool isHeld(const BlobRecords::Upload& file) const { return m_held || (m_originalsHeld && file.original); }
    /// How many of those that are under way go on.
    size_t moving() const;
    void begin();
    bool sendChunk(Upload& upload);
    void accepted(Upload& upload, const Wire::Have& have);
    void count(Upload& upload, qint64 bytes);
    void missing(const QByteArray& sha, const QString& code);
    void done(const QByteArray& sha);
    void skip(QByteArray sha, const Error& error);
    void lost(const QByteArray& sha);
    std::vector<Upload>::iterator find(const QByteArray& sha);

    BlobRecords& m_records;
    BlobLink& m_link;
    BlobNotes& m_notes;
    BlobStore m_files;
    std::deque<BlobRecords::Upload> m_queue;
    std::vector<Upload> m_active;
    QSet<QByteArray> m_skipped;  ///< until the next attempt
    int m_ahead = 0;             ///< messages without an answer
    bool m_running = false;
    bool m_paused = false;
    bool m_held = false;
    bool m_originalsHeld = false;
    bool m_looking = false;
    bool m_lookAgain = false;
};

}  // namespace Forecourt
