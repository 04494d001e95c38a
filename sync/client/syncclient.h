// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journal.h"
#include "models/outbox/synccontrol.h"

#include <chrono>
#include <memory>

namespace Forecourt {

/// Keeps a store and its server alike, on threads of its own. Everything that a person does while it is not there, or
/// cannot reach the server, waits in the store; ending it loses nothing.
/// Lives on the GUI thread; a program without windows uses it as well, see settle().
class SyncClient : public SyncControl {
    Q_OBJECT

public:
    struct Options {
        /// Instead of the server of the last sign-in; may be empty.
        QUrl server;
        bool workOffline = false;
    };

    /// Begins at once if somebody is signed in. The store and its journal must outlive the client.
    SyncClient(Store& store, Journal& journal, const Options& options, QObject* parent = nullptr);
    ~SyncClient() override;

    SyncStatus status() const override;
    void setWorkOffline(bool offline) override;
    void tryNow() override;
    void preferLocation(LocationId location) override;
    void setPaused(Transfer transfer, bool paused) override;
    void setOriginalsPolicy(OriginalsPolicy policy) override;
    void sendOriginalsNow() override;
    /// Whether this computer's connection is paid by volume; none: nobody can tell. See NetworkCost.
    void setMetered(std::optional<bool> metered);
    void retryTransfers() override;
    QFuture<Expected<void>> signIn(const QUrl& server, const QString& name, const QString& password,
                                   const QString& code = {}, const QString& newPassword = {}) override;
    void trustCertificate(const QUrl& server, const QString& fingerprint) override;
    QFuture<Expected<QJsonObject>> request(const QString& name, const QJsonObject& arguments = {}) override;
    void signOut() override;
    void wantBlob(const QByteArray& sha) override;

    enum class Files { LeaveOut, Include };
    /// Finishes when everything that waits was sent and everything that the server had was received; with Include, the
    /// files too, except those that the server does not have. Errors: why it did not come to that in time,
    /// ServerUnreachable where nothing better is known; NotSignedIn at once.
    /// May be waited for on the GUI thread by a program without windows: no event loop is needed.
    QFuture<Expected<void>> settle(std::chrono::milliseconds timeout, Files files);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
