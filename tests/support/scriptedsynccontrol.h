// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/synccontrol.h"

#include <QHash>
#include <QPromise>

#include <functional>
#include <vector>

namespace Forecourt::Tests {

/// A SyncControl that says what the test wants and notes what it was asked.
class ScriptedSyncControl : public SyncControl {
public:
    using SyncControl::SyncControl;

    SyncStatus status() const override { return m_status; }
    void setStatus(const SyncStatus& status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }
    void setLink(SyncStatus::Link link)
    {
        m_status.link = link;
        Q_EMIT statusChanged();
    }

    void setWorkOffline(bool offline) override
    {
        setLink(offline ? SyncStatus::Link::WorkOffline : SyncStatus::Link::Online);
    }
    void tryNow() override { ++triesNow; }
    void setPaused(Transfer transfer, bool on) override { paused.append({transfer, on}); }
    void setOriginalsPolicy(OriginalsPolicy policy) override
    {
        m_status.originals.policy = policy;
        Q_EMIT statusChanged();
    }
    void sendOriginalsNow() override { ++originalsSent; }
    void retryTransfers() override { ++retries; }
    QFuture<Expected<void>> signIn(const QUrl& server, const QString& name, const QString& password,
                                   const QString& code = {}, const QString& newPassword = {}) override
    {
        signInServer = server;
        signInName = name;
        signInPassword = password;
        signInCode = code;
        signInNewPassword = newPassword;
        QPromise<Expected<void>> promise;
        promise.start();
        if (signInError) {
            promise.addResult(Expected<void>(fail(*signInError)));
        } else {
            m_status.userName = name;
            m_status.server = server;
            promise.addResult(Expected<void>());
            setLink(SyncStatus::Link::Online);
        }
        promise.finish();
        return promise.future();
    }
    void trustCertificate(const QUrl& server, const QString& fingerprint) override
    {
        trusted.append({server, fingerprint});
    }
    QFuture<Expected<QJsonObject>> request(const QString& name, const QJsonObject& arguments = {}) override
    {
        requests.append({name, arguments});
        if (holdRequests)
            return held.emplace_back(startedPromise()).future();
        QPromise<Expected<QJsonObject>> promise = startedPromise();
        promise.addResult(answers.value(name, [](const QJsonObject&) -> Expected<QJsonObject> {
            return fail(ErrorCode::RequestNeedsServer);
        })(arguments));
        promise.finish();
        return promise.future();
    }
    void signOut() override
    {
        ++signOuts;
        setLink(SyncStatus::Link::SignedOut);
    }
    void wantBlob(const QByteArray& sha) override { wanted.append(sha); }

    std::optional<Error> signInError;  ///< the answer to the next sign-ins; none: they succeed
    QUrl signInServer;
    QString signInName;
    QString signInPassword;
    QString signInCode;
    QString signInNewPassword;
    QList<std::pair<QUrl, QString>> trusted;
    int triesNow = 0;
    int retries = 0;
    int originalsSent = 0;
    QList<std::pair<Transfer, bool>> paused;
    int signOuts = 0;
    QList<QByteArray> wanted;
    QList<std::pair<QString, QJsonObject>> requests;
    /// What the server says to each request; one that is not named here finds no server.
    QHash<QString, std::function<Expected<QJsonObject>(const QJsonObject&)>> answers;
    bool holdRequests = false;  ///< they stay unanswered, in `held`
    std::vector<QPromise<Expected<QJsonObject>>> held;

private:
    static QPromise<Expected<QJsonObject>> startedPromise()
    {
        QPromise<Expected<QJsonObject>> promise;
        promise.start();
        return promise;
    }

    SyncStatus m_status;
};

}  // namespace Forecourt::Tests
