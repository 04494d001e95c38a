// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"
#include "sync/client/backoff.h"
#include "sync/client/blobdownloads.h"
#include "sync/client/bloblink.h"
#include "sync/client/blobnotes.h"
#include "sync/client/blobuploads.h"
#include "sync/client/originalsgate.h"
#include "sync/client/storeblobrecords.h"
#include "sync/client/syncsocket.h"
#include "sync/client/synctarget.h"
#include "sync/client/transfermeter.h"

#include <QElapsedTimer>
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
    /// Remembered in the store's folder.
    void setPaused(SyncControl::Transfer transfer, bool paused);
    /// Remembered likewise.
    void setOriginalsPolicy(OriginalsPolicy policy);
    /// None: nobody can tell.
    void setMetered(std::optional<bool> metered);
    void sendOriginalsNow();
    /// Tries what did not go once more, now.
    void retry();
    /// Answers with idle() as soon as nothing is left to do that can be done, after a look at the store.
    void tellWhenIdle(int question);

Q_SIGNALS:
    void arrived(const QByteArray& sha);
    void progressChanged(const Forecourt::TransferStatus& sending, const Forecourt::TransferStatus& fetching);
    void originalsChanged(const Forecourt::OriginalsStatus& status);
    void idle(int question);

private:
    void send(const Wire::ClientMessage& message) override;
    qint64 bytesToWrite() const override;

    void connectNow();
    void dropAndRetry();
    void received(Wire::ServerMessage& message);
    void setTrouble(TransferStatus& where, std::optional<Error> error);
    void publish();
    void loadChoices();
    void judgeOriginals();
    void countOriginals();
    void answerQuestions();

    Store& m_store;
    Backoff m_backoff;
    SyncSocket m_socket;
    StoreBlobRecords m_records;
    BlobNotes m_notes;
    BlobUploads m_uploads;
    BlobDownloads m_downloads;
    QTimer m_retry;
    QTimer m_alive;
    QTimer m_again;
    SyncTarget m_target;
    bool m_live = false;
    bool m_heard = false;
    bool m_choicesLoaded = false;
    OriginalsGate m_gate;
    OriginalsStatus m_originals;
    bool m_countingOriginals = false;
    bool m_countOriginalsAgain = false;
    TransferStatus m_sending;
    TransferStatus m_fetching;
    TransferMeter m_up;
    TransferMeter m_down;
    QElapsedTimer m_steady;
    QTimer m_publish;
    std::vector<int> m_questions;
};

}  // namespace Forecourt
