// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/store/connection.h"

#include <QString>

namespace Forecourt {

/// How much of this computer's disk a store takes.
struct StorageFacts {
    qint64 databaseBytes = 0;  ///< rows, with what is not yet folded into the main file
    qint64 fileBytes = 0;      ///< photos and other files that are here
    int files = 0;

    /// Reads them on the thread of the connection; `directory` is that of the store. Errors as Connection::run.
    static Expected<StorageFacts> read(Connection& connection, const QString& directory);
};

}  // namespace Forecourt
