// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/access.h"

#include "models/base/sha256.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Differs with every change of the declarations that decide who receives which rows and fields of a table.
QByteArray accessRule(const TableSchema& table)
{
    const ScopeRule& scope = table.declaration->scope;
    QCborArray rule{
        static_cast<int>(scope.kind), QString(scope.field),       scope.parent ? static_cast<int>(*scope.parent) : 0,
        QString(scope.parentTable),   QString(scope.parentField), static_cast<qint64>(scope.readers)};
    for (const Field& field : table.fields) {
        if (field.roles != Roles::All) {
            rule.append(field.number);
            rule.append(static_cast<qint64>(field.roles));
        }
    }
    return sha256(QCborValue(rule).toCbor()).first(4);
}

/// What a view says about rows and fields: person, role, locations, rules.
QCborArray accessView(const Access& access, const Schema& schema)
{
    QCborArray locations;
    for (const Uuid location : access.locations)
        locations.append(location.toBytes());
    return {access.user.toBytes(), access.role, locations, QCborValue::fromCbor(View::rules(schema))};
}

constexpr qsizetype AccessViewParts = 4;

}  // namespace

bool Access::sees(const RowScope& scope) const
{
    if (!scope.person.isNull() && scope.person != user)
        return false;
    if (!scope.location.isNull() && !locations.empty() && !std::ranges::binary_search(locations, scope.location))
        return false;
    return (scope.roles & Roles::of(role)) != 0;
}

std::vector<std::uint16_t> Access::withheld(const TableSchema& table) const
{
    std::vector<std::uint16_t> fields;
    for (const Field& field : table.fields) {
        if (!sees(field))
            fields.push_back(field.number);
    }
    return fields;
}

QByteArray View::rules(const Schema& schema)
{
    QCborMap all;
    for (const SyncedTable& table : schema.declarations())
        all.insert(static_cast<int>(table.table), accessRule(schema.table(table.table)));
    return QCborValue(all).toCbor();
}

QByteArray View::pack(const Access& access, const Schema& schema, const HistoryPoint& heard)
{
    QCborArray view = accessView(access, schema);
    view.append(heard.epoch);
    view.append(heard.seq);
    return QCborValue(view).toCbor();
}

HistoryPoint View::heard(const QByteArray& view)
{
    const QCborArray parts = QCborValue::fromCbor(view).toArray();
    return {parts.at(AccessViewParts).toByteArray(), std::max(qint64(0), parts.at(AccessViewParts + 1).toInteger())};
}

std::optional<Access> View::narrowed(const QByteArray& view, const Access& now, const Schema& schema)
{
    QCborArray parts = QCborValue::fromCbor(view).toArray();
    while (parts.size() > AccessViewParts)
        parts.removeLast();
    Access access = now;
    access.locations.clear();
    for (const auto& location : parts.at(2).toArray())
        access.locations.push_back(Uuid::fromBytes(location.toByteArray()));
    const bool within = std::ranges::all_of(access.locations, [&now](Uuid location) {
        return now.locations.empty() || std::ranges::binary_search(now.locations, location);
    });
    if (access.locations.empty() || access == now || !within || parts != accessView(access, schema))
        return std::nullopt;
    return access;
}

std::optional<ViewStep> View::stepFrom(const QByteArray& earlier, const Access& now, const Schema& schema)
{
    View everything;
    everything.everything = true;
    // From before there were scopes: such a store got all that there was.
    if (earlier.isEmpty())
        return ViewStep{everything, everything};

    QCborArray parts = QCborValue::fromCbor(earlier).toArray();
    while (parts.size() > AccessViewParts)
        parts.removeLast();
    if (parts == accessView(now, schema))
        return std::nullopt;
    View known;
    known.access.user = Uuid::fromBytes(parts.at(0).toByteArray());
    known.access.role = parts.at(1).toString();
    for (const auto& location : parts.at(2).toArray())
        known.access.locations.push_back(Uuid::fromBytes(location.toByteArray()));
    std::ranges::sort(known.access.locations);
    const QCborMap rules = parts.at(3).toMap();
    View had = known;
    for (const SyncedTable& table : schema.declarations()) {
        const TableSchema& columns = schema.table(table.table);
        const auto number = static_cast<std::uint16_t>(table.table);
        const bool otherRules = rules.value(number).toByteArray() != accessRule(columns);
        const bool given = std::ranges::any_of(
            columns.fields, [&](const Field& field) { return now.sees(field) && !known.access.sees(field); });
        if (otherRules)
            had.open.push_back(number);
        if (otherRules || given)
            known.incomplete.push_back(number);
    }
    return ViewStep{had, known};
}

Audience::Audience(Access access, const Schema& schema) : m_access(std::move(access))
{
    for (const SyncedTable& table : schema.declarations()) {
        if (const auto fields = m_access.withheld(schema.table(table.table)); !fields.empty())
            m_withheld.insert(static_cast<std::uint16_t>(table.table), fields);
    }
}

bool Audience::withhold(Wire::Row& row) const
{
    const auto hidden = m_withheld.constFind(row.table);
    if (hidden == m_withheld.constEnd() || row.fields.empty())
        return true;
    std::erase_if(row.fields, [&](const Wire::Row::FieldState& state) {
        return std::ranges::find(*hidden, state.field) != hidden->end();
    });
    return !row.fields.empty() || !row.base.isNull();
}

std::vector<Wire::WithheldFields> Audience::withheld() const
{
    std::vector<Wire::WithheldFields> tables;
    for (auto table = m_withheld.cbegin(); table != m_withheld.cend(); ++table)
        tables.push_back({table.key(), table.value()});
    std::ranges::sort(tables, {}, &Wire::WithheldFields::table);
    return tables;
}

}  // namespace Forecourt
