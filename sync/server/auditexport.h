// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/auditreader.h"

class QIODevice;

namespace Forecourt {

enum class AuditFormat {
    Csv,    ///< for spreadsheets: a line per field; text that a spreadsheet would take for a formula begins with '
    Jsonl,  ///< one JSON object per entry, with its own hash and that of the entry in front
};

/// Writes all lines that pass the filter, oldest first, in UTF-8; times in ISO 8601 UTC, bytes in hex, ids as UUID.
/// Returns how many entries. Errors: FileUnwritable, those of the storage.
Expected<qint64> exportAudit(AuditReader& reader, const AuditFilter& filter, AuditFormat format, QIODevice& out);

}  // namespace Forecourt
