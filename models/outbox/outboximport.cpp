// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/outboximport.h"

#include <QPromise>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

using Reason = OutboxImported::Refused::Reason;

/// What is to be done with one operation.
enum class Fate { Edit, Already, Refuse };

/// Decides about the operations of a file, one after the other: earlier ones may bring the records of later ones.
class CarryJudge {
public:
    CarryJudge(Connection& connection, const Schema& schema, const CarryFile& file, UserId me)
        : m_connection(connection), m_schema(schema), m_file(file), m_me(me)
    {
    }

    Expected<Fate> judge(const CarryFile::Op& carried, OutboxImported& summary)
    {
        const OutboxOp& op = carried.op;
        const auto refuse = [&](Reason reason) {
            summary.refused.push_back({op.table, op.id, reason});
            return Fate::Refuse;
        };
        const TableSchema* table = m_schema.find(op.table);
        if (!table || std::ranges::any_of(op.fields, [&](const OutboxOp::FieldEdit& edit) {
                const Field* field = table->field(edit.field);
                return op.kind == OutboxOp::Kind::Upsert && (!field || !field->takes(edit.value));
            }))
            return refuse(Reason::Unreadable);
        auto known = m_connection.scalar(u"SELECT 1 FROM carried_ops WHERE device = ? AND hlc = ?"_s,
                                         {m_file.header.device.toBytes(), op.clock.toBytes()});
        if (!known)
            return fail(known.error());
        if (known->isValid()) {
            ++summary.already;
            return Fate::Already;
        }
        if (table->declaration->scope.kind == TableScope::Person && m_file.header.user != m_me)
            return refuse(Reason::OtherPerson);
        auto here =
            m_connection.scalar(u"SELECT 1 FROM "_s + table->declaration->name + u" WHERE id = ?"_s, {op.id.toBytes()});
        if (!here)
            return fail(here.error());
        if (op.create)
            m_made.insert(op.id);
        if (!op.create && !here->isValid() && !m_made.contains(op.id))
            return refuse(Reason::NotHere);
        ++summary.changes;
        m_records.insert(op.id);
        if (table->table() == Table::Vehicles)
            m_vehicles.insert(op.id);
        summary.records = static_cast<int>(m_records.size());
        summary.vehicles = static_cast<int>(m_vehicles.size());
        return Fate::Edit;
    }

private:
    Connection& m_connection;
    const Schema& m_schema;
    const CarryFile& m_file;
    UserId m_me;
    QSet<Uuid> m_made;
    QSet<Uuid> m_records;
    QSet<Uuid> m_vehicles;
};

Expected<OutboxImported> startSummary(const CarryFile& file, const StoreIdentity& me, const QString& name)
{
    if (me.dealership.isEmpty())
        return fail(ErrorCode::NotSignedIn);
    if (file.header.dealership != me.dealership)
        return fail(ErrorCode::CarryDealership, name);
    if (file.header.device == me.deviceId)
        return fail(ErrorCode::CarryOwn, name);
    OutboxImported summary;
    summary.header = file.header;
    for (const CarryFile::Blob& blob : file.blobs)
        ++(blob.included ? summary.files : summary.filesMissing);
    return summary;
}

Expected<OutboxImported> planBlocking(Journal& journal, const QString& name)
{
    const auto file = CarryFile::read(name);
    if (!file)
        return fail(file.error());
    const auto me = journal.identity().takeResult();
    if (!me)
        return fail(me.error());
    auto summary = startSummary(*file, *me, name);
    if (!summary)
        return fail(summary.error());
    Store& store = journal.store();
    const auto planned = store
                             .read([&](Connection& connection) -> Expected<void> {
                                 CarryJudge judge(connection, store.schema(), *file, me->user);
                                 for (const CarryFile::Op& op : file->ops)
                                     FC_TRY(judge.judge(op, *summary));
                                 return {};
                             })
                             .takeResult();
    if (!planned)
        return fail(planned.error());
    return summary;
}

Expected<OutboxImported> importBlocking(Journal& journal, const QString& name)
{
    auto file = CarryFile::read(name);
    if (!file)
        return fail(file.error());
    const auto me = journal.identity().takeResult();
    if (!me)
        return fail(me.error());
    auto summary = startSummary(*file, *me, name);
    if (!summary)
        return fail(summary.error());
    Store& store = journal.store();
    const auto taken = CarryFile::takeBlobs(name, BlobStore(store.blobDirectory()));
    if (!taken)
        return fail(taken.error());
    summary->files = static_cast<int>(taken->size());
    summary->filesMissing = static_cast<int>(file->blobs.size() - taken->size());
    auto outcome =
        journal
            .edit([&](EditTransaction& transaction) -> Expected<void> {
                Connection& connection = transaction.connection();
                for (const CarryFile::Blob& blob : *taken)
                    FC_TRY(noteBlobHere(connection, blob.sha, blob.size, blob.priority, transaction.now()));
                CarryJudge judge(connection, transaction.schema(), *file, me->user);
                for (const CarryFile::Op& op : file->ops) {
                    const auto fate = judge.judge(op, *summary);
                    if (!fate)
                        return fail(fate.error());
                    if (*fate != Fate::Edit)
                        continue;
                    FC_TRY(transaction.carry(op.op));
                    auto noted = connection.run(
                        u"INSERT OR IGNORE INTO carried_ops (device, hlc, at) VALUES (?, ?, ?)"_s,
                        {file->header.device.toBytes(), op.op.clock.toBytes(), qlonglong(transaction.now())});
                    if (!noted)
                        return fail(noted.error());
                }
                return {};
            })
            .takeResult();
    if (!outcome)
        return fail(outcome.error());
    store.announceOutbox();
    summary->undo = std::move(outcome->undo);
    return summary;
}

template <class Work>
QFuture<Expected<OutboxImported>> importOnThread(Work work)
{
    auto promise = std::make_shared<QPromise<Expected<OutboxImported>>>();
    promise->start();
    auto future = promise->future();
    QThread* thread = QThread::create([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

}  // namespace

QFuture<Expected<OutboxImported>> planOutboxImport(Journal& journal, const QString& file)
{
    return importOnThread([&journal, file] { return planBlocking(journal, file); });
}

QFuture<Expected<OutboxImported>> importOutbox(Journal& journal, const QString& file)
{
    return importOnThread([&journal, file] { return importBlocking(journal, file); });
}

}  // namespace Forecourt
