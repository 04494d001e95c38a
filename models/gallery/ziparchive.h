// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QString>
#include <QStringList>

namespace Forecourt {

/// Puts files of a folder into a ZIP file, stored as they are: photos are packed already. It replaces a file of that
/// name once it is complete. Errors: FileUnwritable, DiskFull.
Expected<void> writeZip(const QString& path, const QString& folder, const QStringList& names);

}  // namespace Forecourt
