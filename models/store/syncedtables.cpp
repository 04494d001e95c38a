// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/syncedtables.h"

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr RoleSet SyncedCostRoles = Roles::Owner | Roles::Manager | Roles::Buyer;

}  // namespace

std::span<const SyncedTable> syncedTables()
{
    static const std::vector<SyncedTable> tables{
        {Table::Locations, "locations"_L1, TableKind::Edit, {}, {}, {}, {}, {}},
        {Table::Users, "users"_L1, TableKind::ServerOwned, {}, {}, {}, {}, {}},
        {Table::Vehicles,
         "vehicles"_L1,
         TableKind::Edit,
         {TableScope::Location, "location_id"_L1},
         // Nobody should lose a price to somebody else's clock; an odometer only ever grows.
         {{"asking_minor"_L1, MergePolicy::Review},
          {"asking_currency"_L1, MergePolicy::Review},
          {"odometer_km"_L1, MergePolicy::Max},
          {"primary_photo_id"_L1, MergePolicy::Quiet}},
         {{"asking_minor"_L1, "asking_currency"_L1},
          {"cost_minor"_L1, "cost_currency"_L1},
          {"phase"_L1, "phase_since_at"_L1}},
         {},
         {},
         {{"cost_minor"_L1, SyncedCostRoles}, {"cost_currency"_L1, SyncedCostRoles}}},
        {Table::Photos,
         "photos"_L1,
         TableKind::Edit,
         {TableScope::Parent, "vehicle_id"_L1, Table::Vehicles},
         // Where it belongs and whether it is kept is settled at a glance. An edit or a cover of somebody's face is
         // work that must not vanish unseen: those two merge apart and become conflicts. Renditions are made again from
         // what stands.
         {{"position"_L1, MergePolicy::Quiet},
          {"slot"_L1, MergePolicy::Quiet},
          {"cull"_L1, MergePolicy::Quiet},
          {"large_sha"_L1, MergePolicy::Quiet},
          {"medium_sha"_L1, MergePolicy::Quiet},
          {"thumb_sha"_L1, MergePolicy::Quiet},
          {"rendered"_L1, MergePolicy::Quiet}},
         {{"large_sha"_L1, "medium_sha"_L1, "thumb_sha"_L1, "rendered"_L1}},
         {},
         {{"thumb_sha"_L1, 0}, {"medium_sha"_L1, 1}, {"large_sha"_L1, 2}, {"original_sha"_L1, 3}}},
        {Table::SavedViews,
         "saved_views"_L1,
         TableKind::Edit,
         {TableScope::Person, "user_id"_L1},
         {{"sort_order"_L1, MergePolicy::Quiet}},
         {},
         {},
         {}},
        {Table::Conflicts,
         "conflicts"_L1,
         TableKind::ServerOwned,
         // The two values are as secret as the field that they were meant for.
         {TableScope::Parent, "record_id"_L1, {}, "table_number"_L1, "field_number"_L1},
         // Two people who decide the same conflict write their values into the record, where both are kept.
         {{"state"_L1, MergePolicy::Quiet}},
         {},
         {"state"_L1},
         {}},
        {Table::Refusals,
         "refusals"_L1,
         TableKind::ServerOwned,
         {TableScope::Parent, "record_id"_L1, {}, "table_number"_L1, {}, Roles::Owner | Roles::Manager},
         {},
         {},
         {"state"_L1},
         {}},
        {Table::ShotLists, "shot_lists"_L1, TableKind::Edit, {}, {{"sort_order"_L1, MergePolicy::Quiet}}, {}, {}, {}},
        {Table::ExportPresets,
         "export_presets"_L1,
         TableKind::Edit,
         {},
         {{"sort_order"_L1, MergePolicy::Quiet}},
         {},
         {},
         {}},
        {Table::Logos,
         "logos"_L1,
         TableKind::Edit,
         {},
         {{"sort_order"_L1, MergePolicy::Quiet}},
         {},
         {},
         {{"image_sha"_L1, 0}}},
    };
    return tables;
}

const SyncedTable* findSyncedTable(std::uint16_t number)
{
    const auto tables = syncedTables();
    const auto found = std::ranges::find(tables, static_cast<Table>(number), &SyncedTable::table);
    return found == tables.end() ? nullptr : &*found;
}

const SyncedTable& syncedTable(Table table)
{
    const SyncedTable* found = findSyncedTable(static_cast<std::uint16_t>(table));
    Q_ASSERT(found);
    return *found;
}

}  // namespace Forecourt
