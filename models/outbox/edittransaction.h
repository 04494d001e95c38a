// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/base/id.h"
#include "models/outbox/fields.h"
#include "models/outbox/outboxops.h"
#include "models/outbox/undostep.h"
#include "models/store/connection.h"
#include "models/store/schema.h"

#include <memory>

namespace Forecourt {

/// The one way to write synced rows: each change is written to the row and to the outbox in the same transaction.
/// Given to commands by Journal, on the writer thread. Values are the SQL types of Fields.
class EditTransaction {
public:
    ~EditTransaction();
    EditTransaction(const EditTransaction&) = delete;
    EditTransaction& operator=(const EditTransaction&) = delete;

    /// For reading inside the transaction, and for local tables.
    Connection& connection();
    const Schema& schema() const;
    /// Time of this edit: the same for everything in it.
    UtcMs now() const;
    /// Person signed in on this store; null before the first sign-in.
    UserId user() const;

    /// Present values of a row, removed or not. Errors: NotFound.
    [[nodiscard]] Expected<Fields> read(Table table, Uuid id);
    /// Creates a row. Fields that are not named take the column's default. Errors: QueryFailed,
    /// FieldUnknown, NotAllowed (a field that is kept from this person).
    [[nodiscard]] Expected<void> insert(Table table, Uuid id, const Fields& fields);
    /// Changes the named fields of a live row; values that are equal already are left out, and when all are, nothing
    /// happens. Errors: NotFound, FieldUnknown, NotAllowed.
    [[nodiscard]] Expected<void> update(Table table, Uuid id, const Fields& fields);
    /// Turns a live row into a tombstone; its values stay for undo. Errors: NotFound.
    [[nodiscard]] Expected<void> remove(Table table, Uuid id);
    /// Brings a removed row back. Errors: NotFound.
    [[nodiscard]] Expected<void> restore(Table table, Uuid id);
    /// Makes an edit that somebody made on another workstation, with the clocks of the values they saw: where this
    /// store or the server has something newer, it becomes a conflict. Errors: NotFound.
    [[nodiscard]] Expected<void> carry(const OutboxOp& op);

private:
    friend class JournalCore;
    /// Makes the edit of a refused operation once more and takes it off the list. Errors: NotFound.
    Expected<void> retry(qint64 opid);
    class Private;
    explicit EditTransaction(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

}  // namespace Forecourt
