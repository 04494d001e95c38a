// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/edittransaction.h"
#include "models/view/savedview.h"

#include <QList>

namespace Forecourt {

// Edits of saved views; each is one transaction and one undo step. Errors: NotFound for a view that is gone,
// InvalidInput for an empty name.

/// Keeps a view: a new one goes to the end and belongs to the person signed in; an existing one gets the new
/// definition and name.
struct SaveView {
    SavedView view;  ///< id made by the caller; user and sortOrder are filled in for a new one

    Expected<void> apply(EditTransaction& transaction) const;
};

struct RenameView {
    SavedViewId id;
    QString name;

    Expected<void> apply(EditTransaction& transaction) const;
};

struct DeleteView {
    SavedViewId id;

    Expected<void> apply(EditTransaction& transaction) const;
};

/// Gives views the order of this list. Views that are gone are skipped.
struct ReorderViews {
    QList<SavedViewId> ids;

    Expected<void> apply(EditTransaction& transaction) const;
};

}  // namespace Forecourt
