// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/carryfile.h"
#include "models/outbox/journal.h"

#include <QFuture>

#include <memory>
#include <vector>

namespace Forecourt {

/// What importing a file of waiting changes would do, or has done.
struct OutboxImported {
    struct Refused {
        enum class Reason {
            NotHere,      ///< an edit of a record that this store does not have
            OtherPerson,  ///< belongs to the person who wrote the file
            Unreadable,   ///< a table or a value of a later version
        };
        std::uint16_t table = 0;
        Uuid record;
        Reason reason = Reason::NotHere;
    };

    CarryFile::Header header;
    int changes = 0;       ///< operations that become edits
    int records = 0;       ///< records that they are about
    int vehicles = 0;      ///< of those, vehicles
    int already = 0;       ///< imported before, or done here already
    int files = 0;         ///< photos and other files that come along
    int filesMissing = 0;  ///< named only: they follow from the other workstation
    std::vector<Refused> refused;
    UndoStep undo;  ///< after an import
};

/// Looks at a file and says what importing it would do; nothing is changed. Works on a thread of its own; `journal`
/// must outlive it. Errors: those of CarryFile::read, NotSignedIn, CarryDealership, CarryOwn.
QFuture<Expected<OutboxImported>> planOutboxImport(Journal& journal, const QString& file);
/// Imports it, in one transaction. Errors likewise, and those of an edit.
QFuture<Expected<OutboxImported>> importOutbox(Journal& journal, const QString& file);

}  // namespace Forecourt
