// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/access.h"

namespace Forecourt {

/// Whom one snapshot is for: everybody with a role at some locations. It holds nothing of one person alone.
struct SnapshotClass {
    Access access;   ///< of nobody in particular
    QByteArray key;  ///< the same for the same rows and fields, as long as their declarations stay what they are

    static SnapshotClass of(const Access& access, const Schema& schema);
};

}  // namespace Forecourt
