// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/store.h"

#include "models/store/indexqueue.h"
#include "models/store/storecheck.h"
#include "models/store/worker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStorageInfo>

namespace Forecourt {

using namespace Qt::StringLiterals;

class Store::Private {
public:
    QString directory;
    SystemClock systemClock;
    const Clock* clock = nullptr;
    std::unique_ptr<QLockFile> lock;
    std::optional<StoreCheck> check;
    Schema schema;
    ChangeNotifier notifier;
    std::unique_ptr<Worker> writer;
    std::unique_ptr<Worker> readers;
};

namespace {

/// Keeps a copy of a store that is about to be upgraded: forecourt-before-<version>.sqlite.
Expected<void> copyBeforeUpgrade(Connection& connection, const QString& directory, int newest)
{
    auto version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    const int present = version->toInt();
    if (present == 0 || present >= newest)
        return {};
    const QString copy = directory + u"/forecourt-before-%1.sqlite"_s.arg(present + 1);
    // VACUUM INTO refuses an existing file; a copy from an attempt that failed is the same store.
    if (QFile::exists(copy))
        return {};
    auto copied = connection.run(u"VACUUM INTO ?"_s, {copy});
    if (copied)
        return {};
    QFile::remove(copy);
    return fail(copied.error().code == ErrorCode::DiskFull ? ErrorCode::DiskFull : ErrorCode::MigrationFailed,
                directory, copied.error().detail);
}

/// A step of the schema counts on what the steps before it declared.
Expected<void> makeIndexesBeforeUpgrade(Connection& connection, int newest)
{
    const auto version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    if (version->toInt() == 0 || version->toInt() >= newest)
        return {};
    const auto notes = connection.scalar(u"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sync_state')"_s);
    if (!notes)
        return fail(notes.error());
    if (!notes->toBool())
        return {};
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return fail(transaction.error());
    FC_TRY(IndexQueue::makeAll(connection));
    return transaction->commit();
}

/// Less than SQLite takes to open a store: its shared memory, and the first page of its journal.
bool hasNoRoom(const QString& directory)
{
    constexpr qint64 LeastRoom = 64 * 1024;
    const QStorageInfo disk(directory);
    return disk.isValid() && disk.bytesAvailable() < LeastRoom;
}

Error aboutStore(Error error, const QString& directory)
{
    if (error.code != ErrorCode::StoreDamaged && hasNoRoom(directory))
        return {ErrorCode::DiskFull, directory, error.detail};
    if (error.subject.isEmpty() || error.subject.startsWith(directory))
        error.subject = directory;
    return error;
}

}  // namespace

Expected<std::unique_ptr<Store>> Store::open(const Options& options)
{
    const QDir directory(options.directory);
    if (!directory.mkpath(u"."_s) || !directory.mkpath(u"blobs"_s))
        return fail(ErrorCode::StoreUnreadable, options.directory);
    auto p = std::make_unique<Private>();
    p->directory = directory.absolutePath();
    // The store may be opened on a helper thread that ends; announcements belong to the main one.
    if (QCoreApplication::instance())
        p->notifier.moveToThread(QCoreApplication::instance()->thread());
    p->clock = options.clock ? options.clock : &p->systemClock;
    QFile::setPermissions(p->directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    p->lock = std::make_unique<QLockFile>(p->directory + u"/lock"_s);
    p->lock->setStaleLockTime(0);  // a lock is stale only when its process is gone
    if (!p->lock->tryLock()) {
        const bool held = p->lock->error() == QLockFile::LockFailedError;
        if (held)
            return fail(ErrorCode::StoreInUse, p->directory);
        return fail(aboutStore({ErrorCode::StoreUnreadable, p->directory, {}}, p->directory));
    }

    const QString file = p->directory + u"/forecourt.sqlite"_s;
    const bool fresh = !QFile::exists(file);
    p->check.emplace(p->directory);
    {
        auto connection = Connection::open(file, Connection::Access::ReadWrite);
        if (!connection)
            return fail(aboutStore(connection.error(), p->directory));
        if (!fresh) {
            if (auto checked = p->check->checkIfNeeded(**connection, p->clock->now()); !checked)
                return fail(checked.error());
            if (auto copied = copyBeforeUpgrade(**connection, p->directory, options.design.version()); !copied)
                return fail(aboutStore(copied.error(), p->directory));
            if (auto made = makeIndexesBeforeUpgrade(**connection, options.design.version()); !made)
                return fail(aboutStore(made.error(), p->directory));
        }
        if (auto migrated = migrate(**connection, options.design.steps); !migrated)
            return fail(aboutStore(migrated.error(), p->directory));
        auto schema = Schema::read(**connection, options.design.tables);
        if (!schema)
            return fail(aboutStore(schema.error(), p->directory));
        p->schema = std::move(*schema);
    }
    p->writer = std::make_unique<Worker>(file, Connection::Access::ReadWrite, 1, u"store writer"_s);
    p->readers = std::make_unique<Worker>(file, Connection::Access::ReadOnly, options.readers, u"store reader"_s);
    return std::unique_ptr<Store>(new Store(std::move(p)));
}

Store::Store(std::unique_ptr<Private> p) : d(std::move(p)) {}

Store::~Store()
{
    d->readers.reset();
    d->writer.reset();
    d->check->noteCleanEnd();
}

QString Store::directory() const
{
    return d->directory;
}

QString Store::blobDirectory() const
{
    return d->directory + u"/blobs"_s;
}

const Schema& Store::schema() const
{
    return d->schema;
}

const Clock& Store::clock() const
{
    return *d->clock;
}

ChangeNotifier& Store::changes()
{
    return d->notifier;
}

void Store::post(Lane lane, std::function<void(Connection&)> job)
{
    switch (lane) {
    case Lane::Read: d->readers->post(std::move(job)); break;
    case Lane::Write: d->writer->post(std::move(job)); break;
    case Lane::Lull: d->writer->postForLull(std::move(job)); break;
    }
}

void Store::announce(ChangeSet changes)
{
    QMetaObject::invokeMethod(
        &d->notifier, [notifier = &d->notifier, changes = std::move(changes)] { Q_EMIT notifier->committed(changes); },
        Qt::QueuedConnection);
}

void Store::announceOutbox()
{
    QMetaObject::invokeMethod(
        &d->notifier, [notifier = &d->notifier] { Q_EMIT notifier->outboxChanged(); }, Qt::QueuedConnection);
}

}  // namespace Forecourt
