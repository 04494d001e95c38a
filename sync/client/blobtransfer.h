// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/client/backoff.h"
#include "sync/client/blobdownloads.h"
#include "sync/client/bloblink.h"
#include "sync/client/blobnotes.h"
#include "sync/client/blobuploads.h"
#include "sync/client/syncsocket.h"
#include "sync/client/synctarget.h"

#include <QTimer>

namespace Forecourt {

/// Moves files over a socket of their own, so that a large one never stands in the way of rows. Lives on a thread of
/// its own, because it reads, hashes and writes files there. Connected while the rows are.
class BlobTransfer : public QObject, private BlobLink {
    Q_OBJECT

public:
    /// The store must outlive the object.
    BlobTransfer(Store& store, quint32 seed);

    void setTarget(const SyncTarget& target);
    /// Rows are on their way to the server: no further upload is begun.
    void setRowsSending(bool sending);
    /// There may be files to send or to fetch.
    void look();
    void want(const QByteArray& sha);
    /// Answers with idle() as soon as nothing is left to do that can be done, after a look at the store.
    void tellWhenIdle(int question);

Q_SIGNALS:
    void arrived(const QByteArray& sha);
    /// Nothing means that things go well again.
    void troubleChanged(const std::optional<Forecourt::Error>& error);
    void idle(int question);

private:
    void send(const Wire::ClientMessage& message) override;
    qint64 bytesToWrite() const override;

    void connectNow();
    void dropAndRetry();
    void received(Wire::ServerMessage& message);
    void setTrouble(std::optional<Error> error);
    void answerQuestions();

    Store& m_store;
    Backoff m_backoff;
    SyncSocket m_socket;
    BlobNotes m_notes;
    BlobUploads m_uploads;
    BlobDownloads m_downloads;
    QTimer m_retry;
    QTimer m_alive;
    QTimer m_again;
    SyncTarget m_target;
    bool m_live = false;
    bool m_heard = false;
    std::optional<Error> m_trouble;
    std::vector<int> m_questions;
};

}  // namespace Forecourt
