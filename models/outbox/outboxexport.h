// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/carryfile.h"
#include "models/outbox/journal.h"

#include <QFuture>

namespace Forecourt {

/// What an export wrote.
struct OutboxExported {
    int changes = 0;
    int records = 0;
    int files = 0;  ///< included
    qint64 fileBytes = 0;
    int filesNamed = 0;  ///< left where they are
};

/// Writes everything that waits to be sent into a file (CARRYFILE.md), on a thread of its own. Nothing is taken from
/// the outbox. Errors: NotSignedIn (the store belongs to no dealership yet), NotFound (nothing waits), FileUnwritable.
/// `journal` must outlive the work.
QFuture<Expected<OutboxExported>> exportOutbox(Journal& journal, const QString& file, bool withFiles);

}  // namespace Forecourt
