// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/store/schema.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt {

class Connection;

/// What the person signed in on this store may see and write, as the server last said. Only for the person's comfort:
/// the server checks every operation itself. Before the first sign-in everything is allowed.
struct StoreAccess {
    QString role;                 ///< owner, manager, sales, support, buyer, viewer; empty before the first sign-in
    std::vector<Uuid> locations;  ///< whose records this person works with; empty: all
    QHash<std::uint16_t, std::vector<std::uint16_t>> withheld;  ///< by table: fields that are never shown

    bool isWithheld(Table table, std::uint16_t field) const;
    bool isWithheld(const TableSchema& table, QStringView field) const;
    /// Records of this location may be seen, made and moved there.
    bool covers(Uuid location) const;

    QByteArray toBytes() const;
    /// Anything that cannot be read allows everything.
    static StoreAccess fromBytes(const QByteArray& bytes);
    /// As stored; any thread with a connection.
    static Expected<StoreAccess> load(Connection& connection);

    friend bool operator==(const StoreAccess&, const StoreAccess&) = default;
};

}  // namespace Forecourt
