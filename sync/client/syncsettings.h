// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/outbox/originals.h"

#include <QString>
#include <QUrl>

namespace Forecourt {

/// What the next start wants to know about the server: the file sync.ini in the store's folder. No secrets. Blocks.
struct SyncSettings {
    QUrl server;
    QString userName;  ///< as typed at sign-in
    UtcMs lastSyncAt = 0;

    /// These two are changed by themselves, while the others stay as they are in the file.
    static OriginalsPolicy originals(const QString& storeDirectory);
    static void setOriginals(const QString& storeDirectory, OriginalsPolicy policy);

    static SyncSettings load(const QString& storeDirectory);
    void save(const QString& storeDirectory) const;
};

}  // namespace Forecourt
