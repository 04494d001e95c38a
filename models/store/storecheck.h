// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"
#include "models/store/connection.h"

#include <QString>

namespace Forecourt {

/// Decides whether a store has to be checked before it is used, and checks it.
/// A note beside the file remembers how the last session left it; when the file is as that session left it, and it was
/// checked within a day, the check (which reads every page) is skipped.
class StoreCheck {
public:
    explicit StoreCheck(QString directory);

    /// Errors: StoreDamaged.
    Expected<void> checkIfNeeded(Connection& connection, UtcMs now);
    /// After the last connection is closed.
    void noteCleanEnd() const;

private:
    QString noteFile() const;
    QString fingerprint() const;

    QString m_directory;
    UtcMs m_checkedAt = 0;
};

}  // namespace Forecourt
