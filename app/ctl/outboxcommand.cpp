// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"
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

}  // namespace

std::vector<Command> outboxCommands()
{
    Command list{
        {u"outbox"_s}, OutboxReport::tr("Lists changes that wait to be sent, and those that were refused."), {}, 0, 0};
    list.run = OutboxReport::list;

    Command retry{{u"outbox"_s, u"retry"_s}, OutboxReport::tr("Sends a refused change again."), u"NUMBER"_s, 1, 1};
    retry.options = {{u"forget"_s, OutboxReport::tr("Forgets the change instead.")}};
    retry.run = OutboxReport::settle;
    return {retry, list};
}

}  // namespace Forecourt
