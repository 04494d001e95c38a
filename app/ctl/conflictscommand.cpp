// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"
#include "app/ctl/vehiclevalues.h"
#include "models/outbox/conflict.h"
#include "models/outbox/decideconflicts.h"
#include "models/outbox/recordlabel.h"
#include "models/vehicle/vehiclecolumnvalues.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ConflictsShown = 1000;

struct ConflictReport {
    Q_DECLARE_TR_FUNCTIONS(ConflictReport)

public:
    static Expected<Outcome> list(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> keep(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> take(Session& session, const Arguments& arguments, Output& output);
    static Expected<Outcome> set(Session& session, const Arguments& arguments, Output& output);

private:
    static Expected<Outcome> decide(Session& session, ConflictDecision decision, Output& output);
};

/// A conflict with the names that a person knows.
struct NamedConflict {
    Conflict conflict;
    std::uint16_t table = 0;
    QString record;
    QString field;  ///< code word; "record" for a removal
    QJsonValue before;
    QJsonValue kept;
    QJsonValue lost;
    QString keptBy;
    QString lostBy;
    bool removed = false;
};

/// Bytes (ids, hashes) as hexadecimal figures.
QJsonValue storedToJson(const QVariant& value)
{
    return value.typeId() == QMetaType::QByteArray ? QJsonValue(QString::fromLatin1(value.toByteArray().toHex()))
                                                   : QJsonValue::fromVariant(value);
}

/// The field of a vehicle that a conflict is about; nothing for other records.
std::optional<VehicleField> vehicleFieldOf(std::uint16_t table, const Conflict& conflict)
{
    if (table != static_cast<std::uint16_t>(Table::Vehicles))
        return std::nullopt;
    for (auto it = conflict.lost.cbegin(); it != conflict.lost.cend(); ++it)
        if (const auto field = vehicleFieldOfColumn(it.key()))
            return field;
    return std::nullopt;
}

QJsonValue conflictJson(const VehicleValues& values, std::optional<VehicleField> field, const Fields& columns)
{
    if (columns.isEmpty())
        return QJsonValue::Null;
    return field ? values.json(*field, vehicleEditsOfColumns(columns).value(*field)) : storedToJson(columns.first());
}

Expected<std::vector<NamedConflict>> readConflicts(Connection& connection, const Schema& schema)
{
    const auto records = ConflictRepository::open(connection, schema, ConflictsShown);
    if (!records)
        return fail(records.error());
    const auto values = VehicleValues::read(connection);
    if (!values)
        return fail(values.error());
    std::vector<NamedConflict> named;
    for (const ConflictedRecord& record : *records) {
        const auto label = recordLabel(connection, record.table, record.record);
        if (!label)
            return fail(label.error());
        for (const Conflict& conflict : record.conflicts) {
            const auto field = vehicleFieldOf(record.table, conflict);
            NamedConflict one;
            one.conflict = conflict;
            one.table = record.table;
            one.record = *label;
            one.field = conflict.kind == Conflict::Kind::Removal ? u"record"_s
                        : field                                  ? vehicleFieldCode(*field)
                                                                 : conflict.lost.firstKey();
            one.before = conflictJson(*values, field, conflict.before);
            one.kept = conflictJson(*values, field, conflict.kept);
            one.lost = conflictJson(*values, field, conflict.lost);
            one.keptBy = values->login(conflict.keptBy);
            one.lostBy = values->login(conflict.lostBy);
            one.removed = record.removed;
            named.push_back(std::move(one));
        }
    }
    return named;
}

/// Errors: NotFound.
Expected<NamedConflict> findConflict(Session& session, const QString& word)
{
    const Schema& schema = session.store().schema();
    const auto all = session.read([&](Connection& connection) { return readConflicts(connection, schema); });
    if (!all)
        return fail(all.error());
    const auto id = Uuid::fromString(word);
    const auto found = std::ranges::find_if(*all, [&id](const NamedConflict& one) {
        return id && std::ranges::find(one.conflict.ids, ConflictId(*id)) != one.conflict.ids.end();
    });
    if (found == all->end())
        return fail(ErrorCode::NotFound, word);
    return *found;
}

/// A value as typed, for a field of any table. Errors: InvalidInput, and the rules of vehicles.
Expected<Fields> parseChosen(Session& session, const NamedConflict& one, const QString& text)
{
    if (one.conflict.kind == Conflict::Kind::Removal)
        return fail(ErrorCode::InvalidInput, text);
    const UtcMs now = session.store().clock().now();
    if (const auto field = vehicleFieldOf(one.table, one.conflict)) {
        const auto values = session.read([](Connection& connection) { return VehicleValues::read(connection); });
        if (!values)
            return fail(values.error());
        const auto value = values->parse(*field, text);
        if (!value)
            return fail(value.error());
        return vehicleChosenColumns(*field, *value, now);
    }
    const TableSchema* schema = session.store().schema().find(one.table);
    const Field* field = schema ? schema->field(one.field) : nullptr;
    bool fits = field && (field->type == FieldType::Text || field->type == FieldType::Integer);
    QVariant value = text;
    if (fits && field->type == FieldType::Integer)
        value = text.toLongLong(&fits);
    if (!fits)
        return fail(ErrorCode::InvalidInput, text);
    return Fields{{one.field, value}};
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
        array.append(QJsonObject{{u"id"_s, one.conflict.id().toString()},
                                 {u"table"_s, one.table},
                                 {u"record"_s, one.record},
                                 {u"removed"_s, one.removed},
                                 {u"field"_s, one.field},
                                 {u"before"_s, one.before},
                                 {u"kept"_s, one.kept},
                                 {u"kept_by"_s, one.keptBy},
                                 {u"lost"_s, one.lost},
                                 {u"lost_by"_s, one.lostBy},
                                 {u"noticed_at"_s, isoTime(one.conflict.noticedAt)}});
        const bool removal = one.conflict.kind == Conflict::Kind::Removal;
        rows.push_back({one.conflict.id().toString(), one.record, one.field,
                        removal       ? tr("edited")
                        : one.removed ? tr("removed")
                                      : one.kept.toVariant().toString(),
                        one.keptBy, removal ? tr("removed") : one.lost.toVariant().toString(), one.lostBy});
    }
    output.document({{u"conflicts"_s, array}});
    if (!rows.empty())
        output.table({tr("Id"), tr("Record"), tr("Field"), tr("Stays"), tr("By"), tr("Lost"), tr("By")}, rows);
    output.message(tr("%n conflict(s) to review", nullptr, static_cast<int>(rows.size())));
    return Outcome::Done;
}

Expected<Outcome> ConflictReport::decide(Session& session, ConflictDecision decision, Output& output)
{
    const QString id = decision.ids.front().toString();
    if (const auto decided = session.run(DecideConflicts{{std::move(decision)}}); !decided)
        return fail(decided.error());
    output.document({{u"decided"_s, id}});
    output.message(tr("Decided. Both values stay in the history of the record’s conflicts."));
    return Outcome::Done;
}

Expected<Outcome> ConflictReport::keep(Session& session, const Arguments& arguments, Output& output)
{
    const auto one = findConflict(session, arguments.words.first());
    if (!one)
        return fail(one.error());
    return decide(session, {one->conflict.ids, ConflictDecision::Choice::Keep, {}}, output);
}

Expected<Outcome> ConflictReport::take(Session& session, const Arguments& arguments, Output& output)
{
    const auto one = findConflict(session, arguments.words.first());
    if (!one)
        return fail(one.error());
    return decide(session, {one->conflict.ids, ConflictDecision::Choice::TakeBack, {}}, output);
}

Expected<Outcome> ConflictReport::set(Session& session, const Arguments& arguments, Output& output)
{
    const auto one = findConflict(session, arguments.words.first());
    if (!one)
        return fail(one.error());
    auto chosen = parseChosen(session, *one, arguments.words.at(1));
    if (!chosen)
        return fail(chosen.error());
    return decide(session, {one->conflict.ids, ConflictDecision::Choice::Other, std::move(*chosen)}, output);
}

}  // namespace

std::vector<Command> conflictCommands()
{
    Command list{
        {u"conflicts"_s}, ConflictReport::tr("Lists fields that two people changed at the same time."), {}, 0, 0};
    list.run = ConflictReport::list;

    Command keep{
        {u"conflicts"_s, u"keep"_s}, ConflictReport::tr("Decides a conflict: what stands now stays."), u"ID"_s, 1, 1};
    keep.run = ConflictReport::keep;

    Command take{{u"conflicts"_s, u"take"_s},
                 ConflictReport::tr("Decides a conflict: the lost value is written again."),
                 u"ID"_s,
                 1,
                 1};
    take.details = ConflictReport::tr("A removed record comes back with it; a removal that did not happen, happens.");
    take.run = ConflictReport::take;

    Command set{
        {u"conflicts"_s, u"set"_s}, ConflictReport::tr("Decides a conflict with another value."), u"ID VALUE"_s, 2, 2};
    set.run = ConflictReport::set;
    return {keep, take, set, list};
}

}  // namespace Forecourt
