// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"
#include "models/outbox/outboxexport.h"
#include "models/outbox/outboximport.h"
#include "models/outbox/recordlabel.h"
#include "models/store/syncedtables.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int OutboxEntriesShown = 1000;

struct OutboxReport {
    Q_DECLARE_TR_FUNCTIONS(OutboxReport)

public:
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> settle(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> exportFile(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> importFile(Session& session, const Arguments& arguments, Output& output);

private:
    static QString state(const OutboxEntry& entry);
};

/// An entry and the name of its record.
struct NamedEntry {
    OutboxEntry entry;
    QString record;
};

QString tableName(std::uint16_t number)
{
    const SyncedTable* table = findSyncedTable(number);
    return table ? QString(table->name) : QString::number(number);
}

QString kindCode(const OutboxEntry& entry)
{
    if (entry.kind == OutboxOp::Kind::Delete)
        return u"delete"_s;
    return entry.create ? u"create"_s : u"edit"_s;
}

QString stateCode(const OutboxEntry& entry)
{
    if (!entry.code.isEmpty())
        return u"refused"_s;
    if (entry.held)
        return u"held"_s;
    return entry.sent ? u"sending"_s : u"waiting"_s;
}

QJsonObject entryToJson(const NamedEntry& named)
{
    const OutboxEntry& entry = named.entry;
    QJsonObject object{
        {u"number"_s, entry.opid},
        {u"at"_s, isoTime(entry.at)},
        {u"state"_s, stateCode(entry)},
        {u"kind"_s, kindCode(entry)},
        {u"table"_s, tableName(entry.table)},
        {u"id"_s, entry.id.toString()},
        {u"record"_s, named.record},
        {u"fields"_s, QJsonArray::fromStringList(QStringList(entry.fields.begin(), entry.fields.end()))}};
    if (!entry.code.isEmpty()) {
        object.insert(u"reason_code"_s, entry.code);
        object.insert(u"reason"_s, entry.reason);
    }
    return object;
}

Expected<std::vector<NamedEntry>> nameEntries(Session& session, const std::vector<OutboxEntry>& entries)
{
    return session.read([&](Connection& connection) -> Expected<std::vector<NamedEntry>> {
        std::vector<NamedEntry> named;
        for (const OutboxEntry& entry : entries) {
            auto name = recordLabel(connection, entry.table, entry.id);
            if (!name)
                return fail(name.error());
            named.push_back({entry, *name});
        }
        return named;
    });
}

QString OutboxReport::state(const OutboxEntry& entry)
{
    if (!entry.code.isEmpty())
        return tr("Not accepted");
    if (entry.held)
        return tr("Needs a newer server");
    return entry.sent ? tr("Sending") : tr("Waiting to send");
}

Expected<Outcome> OutboxReport::list(Session& session, const Arguments&, Output& output)
{
    const auto counts = session.journal().counts().takeResult();
    if (!counts)
        return fail(counts.error());
    auto entries = session.journal().rejected(OutboxEntriesShown).takeResult();
    if (!entries)
        return fail(entries.error());
    const auto waiting = session.journal().waiting(OutboxEntriesShown).takeResult();
    if (!waiting)
        return fail(waiting.error());
    entries->insert(entries->end(), waiting->begin(), waiting->end());
    const auto named = nameEntries(session, *entries);
    if (!named)
        return fail(named.error());

    QJsonArray array;
    std::vector<QStringList> rows;
    for (const NamedEntry& one : *named) {
        array.append(entryToJson(one));
        rows.push_back({QString::number(one.entry.opid), state(one.entry), tableName(one.entry.table), one.record,
                        QStringList(one.entry.fields.begin(), one.entry.fields.end()).join(u", "_s), one.entry.reason});
    }
    output.document({{u"waiting"_s, counts->waiting},
                     {u"refused"_s, counts->rejected},
                     {u"files_waiting"_s, counts->blobsToSend},
                     {u"bytes_waiting"_s, counts->bytesToSend},
                     {u"entries"_s, array}});
    if (!rows.empty())
        output.table({tr("No."), tr("State"), tr("Table"), tr("Record"), tr("Fields"), tr("Reason")}, rows, {0});
    output.message(tr("%n change(s) waiting", nullptr, counts->waiting) + u", "_s +
                   tr("%n file(s) waiting", nullptr, counts->blobsToSend) + u", "_s +
                   tr("%n not accepted", nullptr, counts->rejected));
    return Outcome::Done;
}

Expected<Outcome> OutboxReport::settle(Session& session, const Arguments& arguments, Output& output)
{
    bool number = false;
    const qint64 opid = arguments.words.first().toLongLong(&number);
    if (!number)
        return fail(ErrorCode::NotFound, arguments.words.first());
    if (arguments.isSet(u"forget"_s)) {
        if (const auto forgotten = session.journal().discardRejected(opid).takeResult(); !forgotten)
            return fail(forgotten.error());
    } else if (const auto again = session.journal().retryRejected(opid).takeResult(); !again) {
        return fail(again.error());
    }
    return list(session, arguments, output);
}

Expected<Outcome> OutboxReport::exportFile(Session& session, const Arguments& arguments, Output& output)
{
    const bool withFiles = !arguments.isSet(u"without-files"_s);
    const auto done = exportOutbox(session.journal(), arguments.words.first(), withFiles).takeResult();
    if (!done)
        return fail(done.error());
    output.document({{u"changes"_s, done->changes},
                     {u"records"_s, done->records},
                     {u"files"_s, done->files},
                     {u"file_bytes"_s, done->fileBytes},
                     {u"files_named"_s, done->filesNamed}});
    output.message(tr("Saved %n change(s).", nullptr, done->changes) + u' ' +
                   tr("%n file(s) are included.", nullptr, done->files) + u' ' + tr("They still wait here as well."));
    return Outcome::Done;
}

Expected<Outcome> OutboxReport::importFile(Session& session, const Arguments& arguments, Output& output)
{
    const bool dry = arguments.isSet(u"dry-run"_s);
    const QString file = arguments.words.first();
    auto done = dry ? planOutboxImport(session.journal(), file).takeResult()
                    : importOutbox(session.journal(), file).takeResult();
    if (!done)
        return fail(done.error());
    QJsonArray refused;
    std::vector<QStringList> rows;
    for (const OutboxImported::Refused& one : done->refused) {
        const auto label =
            session.read([&one](Connection& connection) { return recordLabel(connection, one.table, one.record); });
        const QString record = label ? *label : one.record.toString();
        const auto [code, reason] = [&one]() -> std::pair<QString, QString> {
            switch (one.reason) {
            case OutboxImported::Refused::Reason::NotHere:
                return {u"not_here"_s, tr("is not in this store; synchronise first")};
            case OutboxImported::Refused::Reason::OtherPerson:
                return {u"other_person"_s, tr("belongs to the person who saved the file")};
            case OutboxImported::Refused::Reason::Unreadable: break;
            }
            return {u"unreadable"_s, tr("is of a later Forecourt")};
        }();
        refused.append(
            QJsonObject{{u"table"_s, tableName(one.table)}, {u"record"_s, record}, {u"reason_code"_s, code}});
        rows.push_back({tableName(one.table), record, reason});
    }
    output.document({{u"dry_run"_s, dry},
                     {u"saved_by"_s, done->header.userName},
                     {u"saved_at"_s, isoTime(done->header.writtenAt)},
                     {u"changes"_s, done->changes},
                     {u"records"_s, done->records},
                     {u"vehicles"_s, done->vehicles},
                     {u"already"_s, done->already},
                     {u"files"_s, done->files},
                     {u"files_missing"_s, done->filesMissing},
                     {u"refused"_s, refused}});
    if (!rows.empty())
        output.table({tr("Table"), tr("Record"), tr("Reason")}, rows);
    output.message((dry ? tr("%n change(s) would be imported.", nullptr, done->changes)
                        : tr("Imported %n change(s).", nullptr, done->changes)) +
                   u' ' + tr("%n were here already.", nullptr, done->already));
    return done->refused.empty() ? Outcome::Done : Outcome::Partly;
}

}  // namespace

std::vector<Command> outboxCommands()
{
    Command list{
        {u"outbox"_s}, OutboxReport::tr("Lists changes that wait to be sent, and those that were refused."), {}, 0, 0};
    list.run = OutboxReport::list;

    Command retry{{u"outbox"_s, u"retry"_s}, OutboxReport::tr("Sends a refused change again."), u"NUMBER"_s, 1, 1};
    retry.options = {{u"forget"_s, OutboxReport::tr("Forgets the change instead.")}};
    retry.run = OutboxReport::settle;

    Command exporting{{u"outbox"_s, u"export"_s},
                      OutboxReport::tr("Saves what waits to a file, for another workstation of the dealership."),
                      u"FILE"_s,
                      1,
                      1};
    exporting.options = {{u"without-files"_s, OutboxReport::tr("Names photos instead of including them.")}};
    exporting.run = OutboxReport::exportFile;

    Command importing{{u"outbox"_s, u"import"_s},
                      OutboxReport::tr("Brings in what another workstation saved, as your edits."),
                      u"FILE"_s,
                      1,
                      1};
    importing.options = {{u"dry-run"_s, OutboxReport::tr("Only says what would be imported.")}};
    importing.run = OutboxReport::importFile;
    return {retry, exporting, importing, list};
}

}  // namespace Forecourt
