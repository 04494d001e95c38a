// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/recordlabel.h"

#include "models/store/syncedtables.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

QString labelQuery(Table table)
{
    switch (table) {
    case Table::Vehicles: return u"SELECT stock_number FROM vehicles WHERE id = ?"_s;
    case Table::Photos: return u"SELECT file_name FROM photos WHERE id = ?"_s;
    case Table::Locations: return u"SELECT code FROM locations WHERE id = ?"_s;
    case Table::Users: return u"SELECT login FROM users WHERE id = ?"_s;
    case Table::SavedViews: return u"SELECT name FROM saved_views WHERE id = ?"_s;
    case Table::ShotLists: return u"SELECT name FROM shot_lists WHERE id = ?"_s;
    case Table::ExportPresets: return u"SELECT name FROM export_presets WHERE id = ?"_s;
    case Table::Logos: return u"SELECT name FROM logos WHERE id = ?"_s;
    case Table::Conflicts:
    case Table::Refusals: break;
    }
    return {};
}

}  // namespace

Expected<QString> recordLabel(Connection& connection, std::uint16_t table, Uuid id)
{
    const QString sql = findSyncedTable(table) ? labelQuery(static_cast<Table>(table)) : QString();
    if (sql.isEmpty())
        return id.toString();
    auto name = connection.scalar(sql, {id.toBytes()});
    if (!name)
        return fail(name.error());
    return name->toString().isEmpty() ? id.toString() : name->toString();
}

}  // namespace Forecourt
