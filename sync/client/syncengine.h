// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"
#include "sync/client/certificatepins.h"
#include "sync/client/clientcore.h"
#include "sync/client/signinrequest.h"
#include "sync/client/snapshotdownload.h"
#include "sync/client/syncsettings.h"
#include "sync/client/syncsocket.h"
#include "sync/client/synctarget.h"
#include "sync/client/tokenkeeper.h"
#include "sync/client/transfermeter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <map>

namespace Forecourt {

/// The status as of now, for whoever asks on another thread.
class SharedStatus {
public:
    /// True if nobody has been told since the last read().
    bool put(const SyncStatus& status);
    SyncStatus read();

private:
    std::mutex m_mutex;
    SyncStatus m_status;
    bool m_told = false;
};

/// ClientCore with a socket, timers, the store and the sign-in around it. Lives on the sync thread; everything below is
/// called there.
class SyncEngine : public QObject {
    Q_OBJECT

public:
    struct Options {
        QUrl server;  ///< instead of the one remembered from the last sign-in; may be empty
        bool workOffline = false;
        quint32 seed = 0;
    };

    struct Credentials {
        QString name;
        QString password;
        QString code;         ///< of the second factor; empty: none
        QString newPassword;  ///< in place of one that somebody else gave; empty: none
    };

    /// The journal and the status must outlive the engine.
    SyncEngine(Journal& journal, SharedStatus& shared, Options options);
    ~SyncEngine() override;

    void start();
    void setWorkOffline(bool offline);
    void tryNow();
    void preferLocation(LocationId location) { m_location = location; }
    void signIn(const QUrl& server, const Credentials& credentials, std::function<void(Expected<void>)> done);
    /// Accepts a certificate of this server from now on; its fingerprint as a person has it.
    void trustCertificate(const QUrl& server, const QString& fingerprint);
    void signOut();
    void outboxChanged();
    void request(const QString& name, const QJsonObject& arguments, std::function<void(Expected<QJsonObject>)> done);

    /// Counts are not filled in.
    const SyncStatus& status() const { return m_status; }
    /// Everything is sent and everything that the server had is applied.
    bool isSettled() const { return m_core.isSettled(); }
    /// Whether somebody is signed in is known.
    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    /// SharedStatus is worth reading.
    void statusChanged();
    /// Something happened: status(), isSettled() may be different.
    void stepped();
    void targetChanged(const Forecourt::SyncTarget& target);
    /// Operations are on their way: files should wait.
    void sendingChanged(bool sending);
    /// Rows of the server were stored.
    void rowsApplied();

private:
    void step(ClientEvent event);
    void perform(ClientAction& action);
    void perform(const SyncAction::Connect&);
    void perform(const SyncAction::Disconnect&);
    void perform(SyncAction::Send& action);
    void perform(const SyncAction::Identify& action);
    void perform(const SyncAction::Resume& action);
    void perform(const SyncAction::Take& action);
    void perform(SyncAction::Acknowledge& action);
    void perform(SyncAction::Apply& action);
    void perform(const SyncAction::SetClockOffset& action);
    void perform(const SyncAction::DropToken&);
    void perform(const SyncAction::EndLease& action);
    void perform(const SyncAction::Answered& action);
    void perform(const SyncAction::BeginSnapshot& action);
    void perform(SyncAction::KeepPiece& action);
    void perform(const SyncAction::InstallSnapshot& action);
    void perform(const SyncAction::DropSnapshot&);
    void unpacked(const SyncAction::InstallSnapshot& action, const QString& packed, const Expected<void>& done);
    void snapshotDone(ClientEvent event);
    void giveUpSnapshot(int link, const Error& error);

    struct Joining {
        SignedIn answer;
        QByteArray secret;
        QUrl server;
        QString name;
        std::function<void(Expected<void>)> done;
    };
    void enrol(Joining joining);
    /// Begins the lease of the store anew (models/outbox/devicelease.h).
    QFuture<Expected<void>> noteContact();
    bool isSignedIn() const { return m_tokens && m_tokens->isSignedIn(); }
    void updateWanted();
    void publish();
    SyncTime now() const;
    QUrl server() const;

    Journal& m_journal;
    SharedStatus& m_shared;
    const Options m_options;
    QElapsedTimer m_steady;
    ClientCore m_core;
    SyncSocket m_socket;
    QTimer m_wake;
    SignInRequest m_signIn;
    std::unique_ptr<TokenKeeper> m_tokens;
    LocationId m_location;
    SnapshotDownload m_download;
    TransferMeter m_downloadMeter;
    std::atomic<bool> m_stopUnpacking = false;
    QFuture<Expected<void>> m_unpacking;
    bool m_storing = false;                               ///< a snapshot is on its way into the store
    std::optional<SyncAction::Identify> m_identifyLater;  ///< once it is there
    bool m_partLeft = false;                              ///< of a snapshot, from an earlier connection
    std::map<qint64, std::function<void(Expected<QJsonObject>)>> m_asked;
    qint64 m_lastAsked = 0;
    int m_attempts = 0;  ///< counts the times that the socket was to be opened or dropped
    SyncSettings m_settings;
    CertificatePins m_pins;
    UtcMs m_lastSyncSaved = 0;
    qint64 m_leaseMs = 0;       ///< of the last welcome
    qint64 m_contactNoted = 0;  ///< steady

    bool m_workOffline = false;
    std::uint32_t m_device = 0;
    bool m_wanted = false;

    SyncStatus m_status;
    SyncTarget m_target;
    bool m_sending = false;
    bool m_loaded = false;
};

}  // namespace Forecourt
