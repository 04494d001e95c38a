// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/rowstate.h"

#include <algorithm>

namespace Forecourt {

namespace {

using RowStateEntry = Wire::FieldValues::value_type;

template <class Values>
auto rowStateFind(Values& values, std::uint16_t field)
{
    return std::ranges::lower_bound(values, field, {}, &RowStateEntry::first);
}

}  // namespace

const QVariant* RowState::value(std::uint16_t field) const
{
    const auto found = rowStateFind(values, field);
    return found != values.end() && found->first == field ? &found->second : nullptr;
}

void RowState::setValue(std::uint16_t field, const QVariant& value)
{
    const auto found = rowStateFind(values, field);
    if (found != values.end() && found->first == field)
        found->second = value;
    else
        values.insert(found, {field, value});
}

Wire::Row RowState::whole() const
{
    Wire::Row row{table, id, seq, deleted, clock.base(), {}};
    row.fields.reserve(values.size());
    for (const auto& [field, value] : values)
        row.fields.push_back({field, value, clock.of(field)});
    return row;
}

Wire::Row RowState::part(std::span<const std::uint16_t> fields) const
{
    Wire::Row row{table, id, seq, deleted, {}, {}};
    row.fields.reserve(fields.size());
    for (const std::uint16_t field : fields) {
        if (const QVariant* found = value(field))
            row.fields.push_back({field, *found, clock.of(field)});
    }
    return row;
}

}  // namespace Forecourt
