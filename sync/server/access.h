// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/store/schema.h"
#include "sync/protocol/messages.h"
#include "sync/server/history.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace Forecourt {

/// Who receives a row: whoever fulfils all three.
struct RowScope {
    Uuid person;    ///< null: not personal
    Uuid location;  ///< null: of no location in particular
    RoleSet roles = Roles::All;

    friend bool operator==(const RowScope&, const RowScope&) = default;
};

/// What a person may see and write.
struct Access {
    Uuid user;
    QString role;                 ///< owner, manager, sales, support, buyer, viewer
    std::vector<Uuid> locations;  ///< ascending; empty: all

    bool sees(const RowScope& scope) const;
    bool sees(const Field& field) const { return (field.roles & Roles::of(role)) != 0; }
    /// Numbers of the fields of `table` that are kept from this person.
    std::vector<std::uint16_t> withheld(const TableSchema& table) const;

    friend bool operator==(const Access&, const Access&) = default;
};

struct ViewStep;

/// Which rows and fields a store holds, up to its cursor: the access under which it received them, and tables of which
/// it did not get everything. A store from before there were scopes holds everything.
struct View {
    bool everything = false;
    Access access;
    std::vector<std::uint16_t> open;        ///< tables of which it may hold any row
    std::vector<std::uint16_t> incomplete;  ///< tables whose rows have to be sent again

    bool sees(const RowScope& scope) const { return everything || access.sees(scope); }

    /// As it travels in hello and in pages. It also tells the rules of the tables, which may change with an update, and
    /// where the store stood when it got its first row: of what was removed up to `heard` it holds nothing, however
    /// small its cursor is.
    static QByteArray pack(const Access& access, const Schema& schema, const HistoryPoint& heard);
    /// Nothing (sequence 0) for garbage and for views that do not tell it.
    static HistoryPoint heard(const QByteArray& view);
    /// Differs with every change of the declarations that decide who receives what.
    static QByteArray rules(const Schema& schema);

    /// The access of a view that is narrowed to some of the locations of `now`, and otherwise the same.
    static std::optional<Access> narrowed(const QByteArray& view, const Access& now, const Schema& schema);
    /// Nothing if the earlier view is the present one. Garbage counts as a view under other rules.
    static std::optional<ViewStep> stepFrom(const QByteArray& earlier, const Access& now, const Schema& schema);
};

/// What tells which rows have to be forgotten and which sent, to come from an earlier view to the present one.
struct ViewStep {
    View had;    ///< rows that the store may hold
    View knows;  ///< rows that it holds whole
};

/// One person's access, ready for use on every row.
class Audience {
public:
    Audience() = default;
    Audience(Access access, const Schema& schema);

    const Access& access() const { return m_access; }
    bool sees(const RowScope& scope) const { return m_access.sees(scope); }
    /// Takes the fields out that are kept from this person. False if nothing is left to tell.
    bool withhold(Wire::Row& row) const;
    std::vector<Wire::WithheldFields> withheld() const;

private:
    Access m_access;
    QHash<std::uint16_t, std::vector<std::uint16_t>> m_withheld;
};

}  // namespace Forecourt
