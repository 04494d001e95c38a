// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/workspaceopened.h"
#include "models/demo/demo.h"
#include "models/gallery/imageworkerpool.h"
#include "models/gallery/photoimporter.h"
#include "models/gallery/renditionkeeper.h"
#include "models/gallery/thumbnailsource.h"
#include "models/location/locationdirectory.h"
#include "models/notification/decisionwatcher.h"
#include "models/outbox/accessdirectory.h"
#include "models/outbox/blobstore.h"
#include "models/user/userdirectory.h"
#include "models/vehicle/vehicleduplicatewatcher.h"
#include "sync/client/networkcost.h"
#include "sync/client/syncclient.h"
#include "ui/shell/currentsite.h"
#include "ui/shell/shellsettings.h"
#include "ui/shell/undohistory.h"

#include <QPromise>
#include <QThread>

#include <tuple>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<Workspace::Opened> openBlocking(const Options& options)
{
    auto store = Store::open({options.store});
    if (!store)
        return fail(store.error());
    auto journal = Journal::open(**store);
    if (!journal)
        return fail(journal.error());
    Workspace::Opened opened{std::move(*store), std::move(*journal)};
    if (options.demo) {
        const auto count =
            opened.store
                ->read([](Connection& connection) { return connection.scalar(u"SELECT count(*) FROM vehicles"_s); })
                .result();
        if (count && count->toInt() == 0) {
            DemoOptions demo;
            if (options.demoSize > 0)
                demo.vehicles = options.demoSize;
            demo.now = opened.store->clock().now();
            demo.forEverybody = true;
            if (auto filled = fillDemo(*opened.journal, demo); !filled)
                return fail(filled.error());
        }
    }
    return opened;
}

}  // namespace

QFuture<std::shared_ptr<Expected<Workspace::Opened>>> Workspace::open(const Options& options)
{
    auto promise = std::make_shared<QPromise<std::shared_ptr<Expected<Opened>>>>();
    promise->start();
    auto future = promise->future();
    QThread* thread = QThread::create([promise, options] {
        promise->addResult(std::make_shared<Expected<Opened>>(openBlocking(options)));
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

class Workspace::Private {
public:
    Private(Opened opened, const Options& options, ShellSettings& settings)
        : store(std::move(opened.store)),
          journal(std::move(opened.journal)),
          sync(*store, *journal, {options.server, options.offline}),
          locations(*store),
          users(*store),
          access(*store),
          undo(*journal),
          renditions(*journal, workers),
          thumbnails(BlobStore(store->blobDirectory())),
          duplicates(*store),
          decisions(*store)
    {
        QObject::connect(&cost, &NetworkCost::changed, &sync, &SyncClient::setMetered);
        thumbnails.setSyncControl(&sync);
        std::ignore = discardInterruptedImports(*store);
        QObject::connect(&renditions, &RenditionKeeper::originalWanted, &sync, &SyncClient::wantBlob);
        QObject::connect(&sync, &SyncClient::blobArrived, &renditions, &RenditionKeeper::fileArrived);
        renditions.start();
        context = {store.get(), journal.get(), &sync, &site, &undo, &settings, &locations, &users, nullptr, nullptr};
        services = {&locations, &users, &access, &thumbnails, &workers, &renditions};
    }

    std::unique_ptr<Store> store;
    std::unique_ptr<Journal> journal;
    SyncClient sync;
    NetworkCost cost;
    LocationDirectory locations;
    UserDirectory users;
    AccessDirectory access;
    CurrentSite site;
    UndoHistory undo;
    ImageWorkerPool workers;
    RenditionKeeper renditions;
    ThumbnailSource thumbnails;
    VehicleDuplicateWatcher duplicates;
    DecisionWatcher decisions;
    ShellContext context;
    VehicleServices services;
};

Workspace::Workspace(Opened opened, const Options& options, ShellSettings& settings)
    : d(std::make_unique<Private>(std::move(opened), options, settings))
{
}

Workspace::~Workspace() = default;

const ShellContext& Workspace::context() const
{
    return d->context;
}

const VehicleServices& Workspace::services() const
{
    return d->services;
}

Store& Workspace::store()
{
    return *d->store;
}

}  // namespace Forecourt
