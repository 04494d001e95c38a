// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "sync/protocol/messages.h"

#include <QHash>
#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

namespace Forecourt {

/// The server's files, named by their SHA-256: blobs/ab/cdef… (hex), the same shape as on a workstation. Files that are
/// still arriving lie in blobs/incoming with a bitmap of their chunks, so that an upload goes on after any crash.
/// A file is moved to its name only when it is whole and its hash is right. Used by one thread; blocks.
///
/// Servers that share the directory share whole files, and each receives into a folder of its own: incoming, incoming-2
/// …, the first that no living server holds. So an upload that goes on at another server begins again.
class BlobVault {
public:
    explicit BlobVault(QString directory);

    /// Answers offer, put and get. Without `mayRead`, a file that is here already has to be sent all the same before
    /// the answer is `got`: only so it shows that the sender has it, and did not just learn its name.
    std::vector<Wire::ServerMessage> handle(const Wire::ClientMessage& message, bool mayRead = true);

    QString path(const QByteArray& sha) const;
    bool has(const QByteArray& sha) const;
    /// Drops uploads that nobody has gone on with since `before`, also those of servers that do not live any more. Says
    /// how many. Whoever comes back sends the file from the start.
    int dropIncoming(UtcMs before);
    /// Copies a file that is already whole.
    bool adopt(const QString& file, const QByteArray& sha) const;

private:
    struct Incoming {
        qint64 size = 0;
        QByteArray chunks;  ///< bitmap, least significant bit first
    };

    Wire::ServerMessage offer(const Wire::Offer& offer, bool mayRead);
    Wire::ServerMessage put(const Wire::Put& put);
    std::vector<Wire::ServerMessage> get(const Wire::Get& get) const;
    Wire::ServerMessage putAgain(const Wire::Put& put) const;
    Wire::ServerMessage finish(const QByteArray& sha);
    bool load(const QByteArray& sha, qint64 size);
    bool saveBitmap(const QByteArray& sha, const Incoming& incoming) const;
    void drop(const QByteArray& sha);
    QString incomingPath(const QByteArray& sha) const;
    void claimIncoming();

    const QString m_directory;
    QString m_incomingDirectory;
    std::unique_ptr<QLockFile> m_claim;
    QHash<QByteArray, Incoming> m_incoming;
};

}  // namespace Forecourt
