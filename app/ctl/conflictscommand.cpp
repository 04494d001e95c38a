// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"
#include "models/outbox/conflict.h"
#include "models/outbox/recordlabel.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConflictsShown = 1000;

struct ConflictReport {
    Q_DECLARE_TR_FUNCTIONS(ConflictReport)

public:
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
};

/// A conflict with the names that a person knows.
struct NamedConflict {
    Conflict conflict;
    QString record;
    QString keptBy;
    QString lostBy;
};

/// Bytes (ids, hashes) as hexadecimal figures.
QJsonValue storedToJson(const QVariant& value)
{
    return value.typeId() == QMetaType::QByteArray ? QJsonValue(QString::fromLatin1(value.toByteArray().toHex()))
                                                   : QJsonValue::fromVariant(value);
}

QString storedText(const QVariant& value)
{
    return storedToJson(value).toVariant().toString();
}

Expected<std::vector<NamedConflict>> readConflicts(Connection& connection, const Schema& schema)
{
    const auto conflicts = ConflictRepository::open(connection, schema, ConflictsShown);
    if (!conflicts)
        return fail(conflicts.error());
    const auto values = VehicleValues::read(connection);
    if (!values)
        return fail(values.error());
    std::vector<NamedConflict> named;
    for (const Conflict& conflict : *conflicts) {
        const auto label = recordLabel(connection, conflict.table, conflict.record);
        if (!label)
            return fail(label.error());
        named.push_back({conflict, *label, values->login(conflict.keptBy), values->login(conflict.lostBy)});
    }
    return named;
}

Expected<Outcome> ConflictReport::list(Session& session, const Arguments&, Output& output)
{
    const Schema& schema = session.store().schema();
    const auto conflicts = session.read([&](Connection& connection) { return readConflicts(connection, schema); });
    if (!conflicts)
        return fail(conflicts.error());

    QJsonArray array;
    std::vector<QStringList> rows;
    for (const NamedConflict& one : *conflicts) {
        array.append(QJsonObject{{u"id"_s, one.conflict.id.toString()},
                                 {u"table"_s, one.conflict.table},
                                 {u"record"_s, one.record},
                                 {u"field"_s, one.conflict.field},
                                 {u"kept"_s, storedToJson(one.conflict.kept)},
                                 {u"kept_by"_s, one.keptBy},
                                 {u"lost"_s, storedToJson(one.conflict.lost)},
                                 {u"lost_by"_s, one.lostBy},
                                 {u"noticed_at"_s, isoTime(one.conflict.noticedAt)}});
        rows.push_back({one.record, one.conflict.field, storedText(one.conflict.kept), one.keptBy,
                        storedText(one.conflict.lost), one.lostBy});
    }
    output.document({{u"conflicts"_s, array}});
    if (!rows.empty())
        output.table({tr("Record"), tr("Field"), tr("Stays"), tr("By"), tr("Lost"), tr("By")}, rows);
    output.message(tr("%n conflict(s) to review", nullptr, static_cast<int>(rows.size())));
    return Outcome::Done;
}

}  // namespace

std::vector<Command> conflictCommands()
{
    Command list{
        {u"conflicts"_s}, ConflictReport::tr("Lists fields that two people changed at the same time."), {}, 0, 0};
    list.run = ConflictReport::list;
    return {list};
}

}  // namespace Forecourt
