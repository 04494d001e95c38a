// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/syncclient.h"

#include "models/base/whendone.h"
#include "sync/client/blobtransfer.h"
#include "sync/client/settlewaiter.h"
#include "sync/client/syncengine.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ClientRefreshMs = 100;

}  // namespace

class SyncClient::Private : public QObject {
public:
    Private(SyncClient& owner, Store& store, Journal& journal_, const Options& options)
        : q(owner),
          journal(journal_),
          engine(new SyncEngine(journal_, shared,
                                {options.server, options.workOffline, QRandomGenerator::global()->generate()})),
          files(new BlobTransfer(store, QRandomGenerator::global()->generate()))
    {
        refresh.setSingleShot(true);
        sinceRefresh.start();
        connect(&refresh, &QTimer::timeout, this, &Private::readStatus);

        thread.setObjectName(u"sync"_s);
        engine->moveToThread(&thread);
        connect(&thread, &QThread::finished, engine, &QObject::deleteLater);
        connect(engine, &SyncEngine::statusChanged, this, &Private::refreshSoon);
        filesThread.setObjectName(u"sync files"_s);
        files->moveToThread(&filesThread);
        connect(&filesThread, &QThread::finished, files, &QObject::deleteLater);
        connect(files, &BlobTransfer::progressChanged, this,
                [this](const TransferStatus& sending, const TransferStatus& fetching) {
                    up = sending;
                    down = fetching;
                    refreshSoon();
                });
        connect(files, &BlobTransfer::originalsChanged, this, [this](const OriginalsStatus& status_) {
            originals = status_;
            refreshSoon();
        });
        connect(files, &BlobTransfer::arrived, &q, &SyncClient::blobArrived);
        connect(engine, &SyncEngine::targetChanged, files, &BlobTransfer::setTarget);
        connect(engine, &SyncEngine::sendingChanged, files, &BlobTransfer::setRowsSending);
        connect(engine, &SyncEngine::rowsApplied, files, &BlobTransfer::look);

        ChangeNotifier& changes = store.changes();
        connect(&changes, &ChangeNotifier::outboxChanged, engine, &SyncEngine::outboxChanged);
        connect(&changes, &ChangeNotifier::outboxChanged, files, &BlobTransfer::look);
        connect(&changes, &ChangeNotifier::outboxChanged, this, &Private::refreshSoon);

        thread.start();
        filesThread.start();
        onEngine([engine = engine] { engine->start(); });
        readStatus();
    }

    ~Private() override
    {
        for (QThread* one : {&thread, &filesThread}) {
            one->quit();
            one->wait();
        }
    }

    template <class Job>
    void onEngine(Job job)
    {
        QMetaObject::invokeMethod(engine, std::move(job), Qt::QueuedConnection);
    }

    void refreshSoon()
    {
        if (!refresh.isActive())
            refresh.start(
                static_cast<int>(std::clamp<qint64>(ClientRefreshMs - sinceRefresh.elapsed(), 0, ClientRefreshMs)));
    }

    void readStatus()
    {
        sinceRefresh.restart();
        const OutboxCounts counts = status.counts;
        status = shared.read();
        status.counts = counts;
        status.sending = up;
        status.fetching = down;
        status.originals = originals;
        if (!status.error)
            status.error = up.error ? up.error : down.error;
        Q_EMIT q.statusChanged();
        if (std::exchange(counting, true))
            return;
        whenDone(journal.counts(), this, [this](const Expected<OutboxCounts>& read) {
            counting = false;
            if (!read || *read == status.counts)
                return;
            status.counts = *read;
            Q_EMIT q.statusChanged();
        });
    }

    SyncClient& q;
    Journal& journal;
    SharedStatus shared;
    QThread thread;
    QThread filesThread;
    SyncEngine* engine;   // on `thread`
    BlobTransfer* files;  // on `filesThread`
    SyncStatus status;
    TransferStatus up;
    TransferStatus down;
    OriginalsStatus originals;
    QTimer refresh;
    QElapsedTimer sinceRefresh;
    bool counting = false;
    int lastQuestion = 0;
};

SyncClient::SyncClient(Store& store, Journal& journal, const Options& options, QObject* parent)
    : SyncControl(parent), d(std::make_unique<Private>(*this, store, journal, options))
{
}

SyncClient::~SyncClient() = default;

SyncStatus SyncClient::status() const
{
    return d->status;
}

void SyncClient::setWorkOffline(bool offline)
{
    d->onEngine([engine = d->engine, offline] { engine->setWorkOffline(offline); });
}

void SyncClient::tryNow()
{
    d->onEngine([engine = d->engine] { engine->tryNow(); });
}

void SyncClient::preferLocation(LocationId location)
{
    d->onEngine([engine = d->engine, location] { engine->preferLocation(location); });
}

void SyncClient::setPaused(Transfer transfer, bool paused)
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files, transfer, paused] { files->setPaused(transfer, paused); }, Qt::QueuedConnection);
}

void SyncClient::setOriginalsPolicy(OriginalsPolicy policy)
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files, policy] { files->setOriginalsPolicy(policy); }, Qt::QueuedConnection);
}

void SyncClient::sendOriginalsNow()
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files] { files->sendOriginalsNow(); }, Qt::QueuedConnection);
}

void SyncClient::setMetered(std::optional<bool> metered)
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files, metered] { files->setMetered(metered); }, Qt::QueuedConnection);
}

void SyncClient::retryTransfers()
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files] { files->retry(); }, Qt::QueuedConnection);
}

QFuture<Expected<void>> SyncClient::signIn(const QUrl& server, const QString& name, const QString& password,
                                           const QString& code, const QString& newPassword)
{
    auto promise = std::make_shared<QPromise<Expected<void>>>();
    promise->start();
    QFuture<Expected<void>> future = promise->future();
    d->onEngine([engine = d->engine, server, name, password, code, newPassword, promise] {
        engine->signIn(server, {name, password, code, newPassword}, [promise](Expected<void> result) {
            promise->addResult(std::move(result));
            promise->finish();
        });
    });
    return future;
}

void SyncClient::trustCertificate(const QUrl& server, const QString& fingerprint)
{
    d->onEngine([engine = d->engine, server, fingerprint] { engine->trustCertificate(server, fingerprint); });
}

QFuture<Expected<QJsonObject>> SyncClient::request(const QString& name, const QJsonObject& arguments)
{
    auto promise = std::make_shared<QPromise<Expected<QJsonObject>>>();
    promise->start();
    QFuture<Expected<QJsonObject>> future = promise->future();
    d->onEngine([engine = d->engine, name, arguments, promise] {
        engine->request(name, arguments, [promise](Expected<QJsonObject> answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        });
    });
    return future;
}

void SyncClient::signOut()
{
    d->onEngine([engine = d->engine] { engine->signOut(); });
}

void SyncClient::wantBlob(const QByteArray& sha)
{
    QMetaObject::invokeMethod(
        d->files, [files = d->files, sha] { files->want(sha); }, Qt::QueuedConnection);
}

QFuture<Expected<void>> SyncClient::settle(std::chrono::milliseconds timeout, Files files)
{
    auto promise = std::make_shared<QPromise<Expected<void>>>();
    promise->start();
    QFuture<Expected<void>> future = promise->future();
    d->onEngine([engine = d->engine, transfer = d->files, timeout, files, promise, question = ++d->lastQuestion] {
        auto* waiter = new SettleWaiter(*engine, timeout, files == Files::Include, question, promise);
        connect(waiter, &SettleWaiter::filesAsked, transfer, &BlobTransfer::tellWhenIdle);
        connect(transfer, &BlobTransfer::idle, waiter, &SettleWaiter::filesIdle);
        waiter->begin();
    });
    return future;
}

}  // namespace Forecourt
