// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/schema.h"

#include "models/store/connection.h"
#include "models/store/migrations.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array BookkeepingColumns{"rid"_L1, "id"_L1, "_clk"_L1, "_seq"_L1, "_del"_L1, "_ext"_L1};

FieldType fieldType(const QString& declared)
{
    if (declared == "INTEGER"_L1)
        return FieldType::Integer;
    if (declared == "REAL"_L1)
        return FieldType::Real;
    if (declared == "BLOB"_L1)
        return FieldType::Blob;
    return FieldType::Text;
}

MergePolicy policyOf(const SyncedTable& table, const QString& field)
{
    const auto found = std::ranges::find_if(table.policies, [&](const FieldPolicy& p) { return field == p.field; });
    return found == table.policies.end() ? MergePolicy::NewestWins : found->policy;
}

int groupOf(const SyncedTable& table, const QString& field)
{
    for (size_t i = 0; i < table.groups.size(); ++i) {
        if (std::ranges::any_of(table.groups[i], [&](QLatin1StringView name) { return field == name; }))
            return static_cast<int>(i);
    }
    return -1;
}

RoleSet rolesOf(const SyncedTable& table, const QString& field)
{
    const auto found = std::ranges::find_if(table.roles, [&](const FieldRoles& r) { return field == r.field; });
    return found == table.roles.end() ? Roles::All : found->roles;
}

}  // namespace

QVariant Field::stored(const QVariant& value) const
{
    // A null QString counts as empty, although its QVariant does not say that it is null: Qt SQL would store NULL.
    const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    if (nullable || !(value.isNull() || isNullText))
        return value;
    switch (type) {
    case FieldType::Integer: return 0;
    case FieldType::Real: return 0.0;
    case FieldType::Text: return u""_s;
    case FieldType::Blob: return QByteArray("");
    }
    Q_UNREACHABLE();
    return {};
}

bool Field::takes(const QVariant& value) const
{
    if (value.isNull())
        return true;
    switch (type) {
    case FieldType::Integer: return value.typeId() == QMetaType::LongLong;
    case FieldType::Real: return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong;
    case FieldType::Text: return value.typeId() == QMetaType::QString;
    case FieldType::Blob: return value.typeId() == QMetaType::QByteArray;
    }
    Q_UNREACHABLE();
    return false;
}

const Field* TableSchema::field(std::uint16_t number) const
{
    return number >= 1 && number <= fields.size() ? &fields[number - 1u] : nullptr;
}

const Field* TableSchema::field(QStringView name) const
{
    return field(numbers.value(name.toString(), 0));
}

Expected<Schema> Schema::read(Connection& connection, std::span<const SyncedTable> declarations)
{
    Schema schema;
    schema.m_declarations = declarations;
    auto version = connection.scalar(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    schema.m_version = version->toInt();
    for (const SyncedTable& declaration : declarations) {
        TableSchema table;
        table.declaration = &declaration;
        // Generated columns are not listed by table_info: they never travel.
        auto columns = connection.run(u"SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid"_s,
                                      {QString(declaration.name)});
        if (!columns)
            return fail(columns.error());
        while (columns->next()) {
            const QString name = columns->text(0);
            if (std::ranges::any_of(BookkeepingColumns, [&](QLatin1StringView column) { return name == column; }))
                continue;
            Field field;
            field.number = static_cast<std::uint16_t>(table.fields.size() + 1);
            field.name = name;
            field.type = fieldType(columns->text(1));
            field.nullable = columns->integer(2) == 0;
            field.policy = policyOf(declaration, name);
            field.group = groupOf(declaration, name);
            field.roles = rolesOf(declaration, name);
            table.numbers.insert(name, field.number);
            table.fields.push_back(std::move(field));
        }
        table.scopeField = table.numbers.value(declaration.scope.field);
        table.parentTable = table.numbers.value(declaration.scope.parentTable);
        table.parentField = table.numbers.value(declaration.scope.parentField);
        schema.m_tables.insert(static_cast<std::uint16_t>(declaration.table), table);
    }
    return schema;
}

const Schema& Schema::current()
{
    static const Schema schema = [] {
        auto connection = Connection::open(u":memory:"_s, Connection::Access::ReadWrite);
        if (!connection || !migrate(**connection, migrations()))
            qFatal("The built-in schema cannot be read");
        auto read = Schema::read(**connection);
        if (!read)
            qFatal("The built-in schema cannot be read: %s", qUtf8Printable(read.error().detail));
        return std::move(*read);
    }();
    return schema;
}

const TableSchema& Schema::table(Table table) const
{
    const auto found = m_tables.constFind(static_cast<std::uint16_t>(table));
    Q_ASSERT(found != m_tables.constEnd());
    return *found;
}

const TableSchema* Schema::find(std::uint16_t table) const
{
    const auto found = m_tables.constFind(table);
    return found == m_tables.constEnd() ? nullptr : &*found;
}

}  // namespace Forecourt
