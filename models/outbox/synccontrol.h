// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/error.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/originals.h"
#include "models/outbox/outboxops.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <optional>

namespace Forecourt {

/// How photos and other files travel in one direction. How many are left tells OutboxCounts.
struct TransferStatus {
    bool paused = false;         ///< by the person; remembered until taken back
    qint64 bytesPerSecond = 0;   ///< over the last seconds; 0 = nothing moves
    int filesDone = 0;           ///< since something was last left to do
    qint64 bytesDone = 0;        ///< likewise; parts of files count
    std::optional<Error> error;  ///< why files stay behind; tried again every minute

    friend bool operator==(const TransferStatus&, const TransferStatus&) = default;
};

/// A first sync whose rows come as one file instead of page by page.
struct SnapshotStatus {
    enum class Stage {
        None,
        Making,     ///< by the server; `done` and `total` are rows, about
        Receiving,  ///< … are bytes
        Storing,    ///< into the store of this computer
    };
    Stage stage = Stage::None;
    qint64 done = 0;
    qint64 total = 0;
    qint64 bytesPerSecond = 0;  ///< while receiving, over the last seconds; 0 = nothing moves

    friend bool operator==(const SnapshotStatus&, const SnapshotStatus&) = default;
};

/// State of the conversation with the server, as pages show it.
struct SyncStatus {
    enum class Link {
        NoServer,     ///< this store has never been joined to a server
        SignedOut,    ///< a server is known, nobody is signed in
        WorkOffline,  ///< the person chose to work offline
        Connecting,
        Online,
        Waiting,  ///< not reachable; tried again at nextTryAt
        Refused,  ///< the server will not talk to this program: see error
    };
    Link link = Link::NoServer;
    UtcMs linkSince = 0;     ///< since when `link` holds; for offline states: since when there is no connection
    UtcMs lastSyncAt = 0;    ///< when everything was last sent and received; 0 = never
    UtcMs nextTryAt = 0;     ///< for Waiting
    bool receiving = false;  ///< rows of the server are coming in
    SnapshotStatus snapshot{};
    OutboxCounts counts;
    TransferStatus sending;   ///< files to the server
    TransferStatus fetching;  ///< files from the server
    OriginalsStatus originals{};
    qint64 clockOffset = 0;      ///< server − this computer, milliseconds
    std::optional<Error> error;  ///< why it is not Online
    bool secretInFile = false;   ///< the token lies in a file readable by the owner only, no keychain was found
    QUrl server;
    QString userName;
};

/// What a page may ask of sync. Implemented by sync/client, wired by app. Lives on the GUI thread.
class SyncControl : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual SyncStatus status() const = 0;
    virtual void setWorkOffline(bool offline) = 0;
    virtual void tryNow() = 0;
    /// The location that the person looks at: a first sync brings its records before the others. Null: no one in
    /// particular.
    virtual void preferLocation(LocationId location) { Q_UNUSED(location); }
    enum class Transfer { Sending, Fetching };
    /// Lets files wait in one direction, or go on; rows are not concerned. Remembered over restarts.
    virtual void setPaused(Transfer transfer, bool paused)
    {
        Q_UNUSED(transfer);
        Q_UNUSED(paused);
    }
    virtual void setOriginalsPolicy(OriginalsPolicy policy) { Q_UNUSED(policy); }
    /// Sends the originals that are held back, whatever the connection is; later ones wait again.
    virtual void sendOriginalsNow() {}
    /// Tries files that did not go at once instead of in a minute.
    virtual void retryTransfers() {}
    /// Signs in and joins this store to the server. Errors: WrongPassword, AccountDisabled, ServerUnreachable,
    /// ServerForeign, ProtocolTooOld, ProtocolTooNew, OtherDealership, RateLimited,
    /// CertificateUntrusted, CertificateChanged, TlsFailed, ServerWantsTls.
    /// Where the password is right and the person has a second factor: RequestRefused with `code_needed` as detail, or
    /// `wrong_code` if `code` is not one of their telephone, nor a recovery code. Where somebody else has given the
    /// password: `new_password_needed`, and with `newPassword` a code of PasswordWords if it cannot be their own.
    virtual QFuture<Expected<void>> signIn(const QUrl& server, const QString& name, const QString& password,
                                           const QString& code = {}, const QString& newPassword = {}) = 0;
    /// Accepts this certificate of a server from now on, and no other: a person has compared its fingerprint. Before
    /// signIn(), which fails with CertificateUntrusted or CertificateChanged and that fingerprint as detail.
    virtual void trustCertificate(const QUrl& server, const QString& fingerprint)
    {
        Q_UNUSED(server);
        Q_UNUSED(fingerprint);
    }
    /// Asks the server for what only it knows or may do (sync/PROTOCOL.md, Requests). Answered now or not at all, never
    /// kept in the outbox. Errors: RequestNeedsServer, RequestTooNew, RequestUnanswered, NotAllowed, RequestRefused
    /// (`detail`: the server's code), ServerFault.
    virtual QFuture<Expected<QJsonObject>> request(const QString& name, const QJsonObject& arguments = {});
    /// Forgets the token. What waits stays in the store.
    virtual void signOut() = 0;
    /// Asks for a file to come before others: somebody is looking at it. SHA-256, 32 bytes.
    virtual void wantBlob(const QByteArray& sha) = 0;

Q_SIGNALS:
    void statusChanged();
    /// A file arrived completely.
    void blobArrived(const QByteArray& sha);
};

}  // namespace Forecourt
