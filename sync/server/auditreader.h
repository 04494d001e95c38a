// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/auditdetail.h"
#include "sync/server/serverstorage.h"

#include <QHash>

#include <functional>

namespace Forecourt {

/// Which entries of the audit log somebody wants to see. Everything that is set has to hold.
struct AuditFilter {
    UtcMs from = 0;  ///< not before
    UtcMs upto = 0;  ///< before this time; 0: no end
    Uuid user = {};
    Uuid record = {};
    std::vector<AuditKind> kinds = {};  ///< empty: all
    QString text = {};                  ///< in a name, a value or an address, whatever its case
};

/// An entry with the names that people know. Values are as stored: amounts in minor units, times in ms since 1970 UTC,
/// ids and hashes as bytes.
struct AuditLine {
    AuditEntry entry;
    AuditDetail detail;
    QString kind;    ///< auditKindCode()
    QString user;    ///< login; empty for the server itself
    QString device;  ///< its name
    QString table;
    struct Change {
        QString field;
        AuditChange change;
    };
    std::vector<Change> changes;
};

/// "changed", "signed-in", …: in exports, on the command line and over the wire.
QString auditKindCode(AuditKind kind);
/// All kinds, in order.
const std::vector<AuditKind>& auditKinds();

/// Reads the audit log through a filter. Used on the thread of the storage.
class AuditReader {
public:
    AuditReader(ServerStorage& storage, const Schema& schema) : m_storage(storage), m_schema(schema) {}

    struct Page {
        std::vector<AuditLine> lines;  ///< newest first
        qint64 next = 0;               ///< hand this to `before` for what follows; 0: there is nothing more
    };
    /// Up to `limit` lines older than entry `before` (0: from the newest). Looks at a bounded number of entries: a page
    /// may hold fewer lines, even none, and yet have a `next`.
    Expected<Page> page(const AuditFilter& filter, qint64 before, int limit);

    /// Every line, oldest first.
    Expected<void> each(const AuditFilter& filter, const std::function<Expected<void>(const AuditLine&)>& take);

private:
    Expected<AuditRange> rangeOf(const AuditFilter& filter);
    Expected<AuditLine> lineOf(AuditEntry entry);
    QString userName(Uuid user);
    QString deviceName(std::uint32_t device);

    ServerStorage& m_storage;
    const Schema& m_schema;
    QHash<Uuid, QString> m_users;
    QHash<std::uint32_t, QString> m_devices;
};

}  // namespace Forecourt
