// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/demoseed.h"

#include "models/demo/demo.h"
#include "models/outbox/journal.h"
#include "sync/protocol/limits.h"
#include "sync/server/accounts.h"
#include "sync/server/password.h"
#include "sync/server/storageengine.h"
#include "sync/server/storecopy.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

const QString& demoSeedPassword()
{
    static const QString password = u"forecourt"_s;
    return password;
}

Wire::Op demoSeedOp(OutboxOp op)
{
    Wire::Op out{op.opid,   op.txn,     op.table, op.id, static_cast<Wire::Op::Kind>(op.kind),
                 op.create, op.suspect, op.clock, {}};
    out.fields.reserve(op.fields.size());
    for (OutboxOp::FieldEdit& edit : op.fields)
        out.fields.push_back({edit.field, std::move(edit.value), edit.base});
    return out;
}

/// Pushes the whole outbox, as its workstation would.
Expected<void> demoSeedPush(Journal& journal, StorageEngine& engine, Uuid user)
{
    const auto device = engine.storage().enrol(Uuid::create(), user, u"demo"_s, engine.clock().now());
    if (!device)
        return fail(device.error());
    // People are written by the server only, so here it speaks for itself.
    const Author author{device->ordinal, {user, {}, {}}, true};
    for (qint64 pushed = 0;;) {
        auto waiting = journal.takeForSending(pushed, Wire::BatchRows, Wire::BatchBytes).result();
        if (!waiting)
            return fail(waiting.error());
        if (waiting->empty())
            return {};
        pushed = waiting->back().opid;
        PushRequest request{0, author, {}};
        for (OutboxOp& op : *waiting)
            request.ops.push_back(demoSeedOp(std::move(op)));
        std::vector<StorageRequest> requests;
        requests.emplace_back(std::move(request));
        const auto replies = engine.handle(std::move(requests));
        const PushReply::Answer& answer = std::get<PushReply>(replies.front()).answers.front();
        if (!answer.refusal.isEmpty() || !answer.pushed.exceptions.empty())
            return fail(ErrorCode::ServerFault, {}, answer.refusal + answer.pushed.exceptions.front().reason);
    }
}

/// Files have the same shape in both stores.
Expected<void> demoSeedFiles(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.sliced(from.size());
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::rename(file, target))
            return fail(ErrorCode::FileUnwritable, target);
    }
    return {};
}

Expected<void> demoSeedFill(const QString& workstation, const StoreLocation& server, int vehicles)
{
    static const SystemClock clock;
    auto storage = server.open();
    if (!storage)
        return fail(storage.error());
    StorageEngine engine(std::move(*storage), Schema::current(), clock);
    FC_TRY(engine.prepare());
    QString blobs;
    DemoSummary made;
    {
        auto store = Store::open({workstation});
        if (!store)
            return fail(store.error());
        blobs = (*store)->blobDirectory();
        auto journal = Journal::open(**store);
        if (!journal)
            return fail(journal.error());
        DemoOptions options;
        options.vehicles = vehicles;
        options.now = clock.now();
        auto filled = fillDemo(**journal, options);
        if (!filled)
            return fail(filled.error());
        made = std::move(*filled);
        FC_TRY(demoSeedPush(**journal, engine, made.people.front().id.uuid()));
    }
    for (const User& person : made.people) {
        const auto hash = hashPassword(demoSeedPassword());
        if (!hash)
            return fail(hash.error());
        FC_TRY(addAccountFor(engine, {person.id.uuid(), person.login, person.displayName, roleCode(person.role), *hash,
                                      person.disabled}));
    }
    return demoSeedFiles(blobs, server.blobDirectory());
}

/// Whether somebody, or an earlier demo, has been here.
Expected<bool> demoSeedIsDone(const StoreLocation& store)
{
    if (!store.database)
        return QFile::exists(store.storeFile());
    const auto storage = store.open();
    if (!storage)
        return fail(storage.error());
    const auto empty = isStoreEmpty(**storage);
    if (!empty)
        return fail(empty.error());
    return !*empty;
}

}  // namespace

Expected<void> seedDemo(const StoreLocation& store, int vehicles)
{
    const auto done = demoSeedIsDone(store);
    if (!done)
        return fail(done.error());
    if (*done)
        return {};
    const QString partial = store.directory + u"/demo.partial"_s;
    QDir(partial).removeRecursively();
    const StoreLocation server{partial + u"/server"_s, {}};
    FC_TRY(demoSeedFill(partial + u"/workstation"_s, server, vehicles));
    // The rows come last: they are what tells that the directory is filled.
    // Beside a database the directory may have come from another server: its files are not for us to remove.
    if (!store.database)
        QDir(store.blobDirectory()).removeRecursively();
    if (!QFile::rename(server.blobDirectory(), store.blobDirectory()))
        return fail(ErrorCode::FileUnwritable, store.blobDirectory());
    if (store.database) {
        if (const auto moved = migrateStore(server, store); !moved)
            return fail(moved.error());
    } else if (!QFile::rename(server.storeFile(), store.storeFile())) {
        return fail(ErrorCode::FileUnwritable, store.directory);
    }
    QDir(partial).removeRecursively();
    return {};
}

}  // namespace Forecourt
