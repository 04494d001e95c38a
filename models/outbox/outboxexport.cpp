// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboxexport.h"

#include "models/outbox/opcodec.h"

#include <QPromise>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Expected<std::vector<CarryFile::Op>> waitingOps(Connection& connection)
{
    auto rows = connection.run(
        u"SELECT opid, tbl, id, kind, creates, hlc, body, prev, seen, suspect, at FROM sync_op WHERE state <> 2 "
        "ORDER BY opid"_s);
    if (!rows)
        return fail(rows.error());
    std::vector<CarryFile::Op> ops;
    while (rows->next()) {
        CarryFile::Op one;
        one.op.opid = rows->integer(0);
        one.op.table = static_cast<std::uint16_t>(rows->integer(1));
        one.op.id = Uuid::fromBytes(rows->blob(2));
        one.op.kind = static_cast<OutboxOp::Kind>(rows->integer(3));
        one.op.create = rows->integer(4) != 0;
        one.op.clock = Hlc::fromBytes(rows->blob(5));
        one.op.suspect = rows->integer(9) != 0;
        one.at = rows->integer(10);
        auto seen = decodeClockedValues(rows->blob(8));
        std::ranges::move(decodeClockedValues(rows->blob(7)), std::back_inserter(seen));
        for (ClockedValue& edit : decodeClockedValues(rows->blob(6))) {
            const auto old = std::ranges::find(seen, edit.field, &ClockedValue::field);
            const bool known = old != seen.end() && old->clock == edit.clock;
            one.op.fields.push_back(
                {edit.field, std::move(edit.value), edit.clock, known ? std::optional(old->value) : std::nullopt});
        }
        ops.push_back(std::move(one));
    }
    return ops;
}

Expected<std::vector<CarryFile::Blob>> waitingBlobs(Connection& connection, bool include)
{
    auto rows = connection.run(
        u"SELECT sha, size, priority FROM blobs WHERE here = 1 AND on_server = 0 ORDER BY priority, added_at"_s);
    if (!rows)
        return fail(rows.error());
    std::vector<CarryFile::Blob> blobs;
    while (rows->next())
        blobs.push_back({rows->blob(0), rows->integer(1), static_cast<BlobPriority>(rows->integer(2)),
                         include && rows->integer(1) <= CarryFile::MaxIncluded});
    return blobs;
}

Expected<OutboxExported> exportBlocking(Journal& journal, const QString& file, bool withFiles)
{
    Store& store = journal.store();
    const auto identity = journal.identity().takeResult();
    if (!identity)
        return fail(identity.error());
    if (identity->dealership.isEmpty())
        return fail(ErrorCode::NotSignedIn);
    auto read = store
                    .read([&](Connection& connection) -> Expected<CarryFile> {
                        CarryFile carry;
                        auto ops = waitingOps(connection);
                        if (!ops)
                            return fail(ops.error());
                        auto blobs = waitingBlobs(connection, withFiles);
                        if (!blobs)
                            return fail(blobs.error());
                        const auto name = connection.scalar(u"SELECT display_name FROM users WHERE id = ?"_s,
                                                            {identity->user.toBytes()});
                        carry.header.userName = name ? name->toString() : QString();
                        carry.ops = std::move(*ops);
                        carry.blobs = std::move(*blobs);
                        return carry;
                    })
                    .takeResult();
    if (!read)
        return fail(read.error());
    if (read->ops.empty())
        return fail(ErrorCode::NotFound);
    read->header.dealership = identity->dealership;
    read->header.device = identity->deviceId;
    read->header.user = identity->user;
    read->header.program = u"forecourt "_s + QLatin1StringView(FORECOURT_VERSION);
    read->header.writtenAt = store.clock().now();
    read->header.schema = store.schema().version();
    FC_TRY(read->write(file, BlobStore(store.blobDirectory())));

    OutboxExported done;
    QSet<Uuid> records;
    for (const CarryFile::Op& one : read->ops)
        records.insert(one.op.id);
    done.changes = static_cast<int>(read->ops.size());
    done.records = static_cast<int>(records.size());
    for (const CarryFile::Blob& blob : read->blobs) {
        if (!blob.included) {
            ++done.filesNamed;
            continue;
        }
        ++done.files;
        done.fileBytes += blob.size;
    }
    return done;
}

}  // namespace

QFuture<Expected<OutboxExported>> exportOutbox(Journal& journal, const QString& file, bool withFiles)
{
    auto promise = std::make_shared<QPromise<Expected<OutboxExported>>>();
    promise->start();
    auto future = promise->future();
    QThread* thread = QThread::create([promise, &journal, file, withFiles] {
        promise->addResult(exportBlocking(journal, file, withFiles));
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

}  // namespace Forecourt
