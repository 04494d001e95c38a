// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/schema.h"
#include "sync/server/auditdetail.h"
#include "sync/server/serverstorage.h"

#include <QHash>

#include <functional>
#include <optional>

namespace Forecourt {

/// Which entries of the audit log somebody wants to see. Everything that is set has to hold.
struct AuditFilter {
    UtcMs from = 0;  ///< not before
    UtcMs upto = 0;  ///< before this time; 0: no end
    Uuid user = {};
    Uuid record = {};
    std::vector<AuditKind> kinds = {};  ///< empty: all
    std::uint32_t device = 0;           ///< ordinal; 0: any
    std::uint16_t table = 0;            ///< 0: any
    QString text = {};                  ///< in a name, a value or an address, whatever its case …
    QStringList fields = {};            ///< … or one of these fields, by name, was changed; both empty: all
};

/// An entry with the names that people know. Values are as stored: amounts in minor units, times in ms since 1970 UTC,
/// ids and hashes as bytes.
struct AuditLine {
    AuditEntry entry;
    AuditDetail detail;
    QString kind;    ///< auditKindCode()
    QString user;    ///< login; empty for the server itself
    QString person;  ///< display name, likewise
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
std::optional<AuditKind> auditKindOf(const QString& code);
/// All kinds, in order.
const std::vector<AuditKind>& auditKinds();

/// Reads the audit log through a filter. Used on the thread of the storage.
class AuditReader {
public:
    /// With a reader, entries about records that this person does not see stay out, and so do fields that are kept
    /// from their role or that this version does not know. Without, everything is read.
    AuditReader(ServerStorage& storage, const Schema& schema, std::optional<Access> reader = {})
        : m_storage(storage), m_schema(schema), m_reader(std::move(reader))
    {
    }

    struct Page {
        std::vector<AuditLine> lines;  ///< newest first
        qint64 next = 0;               ///< hand this to `before` for what follows; 0: there is nothing more
        UtcMs reached = 0;             ///< how far back was looked, if there is a `next`
    };
    /// Up to `limit` lines, and about 48 KiB of them, between the entries `after` and `before` (0: from the newest).
    /// Works for a few milliseconds at most: a page may hold fewer lines, even none, and yet have a `next`.
    Expected<Page> page(const AuditFilter& filter, qint64 before, int limit, qint64 after = 0);

    /// Every line, oldest first.
    Expected<void> each(const AuditFilter& filter, const std::function<Expected<void>(const AuditLine&)>& take);

private:
    Expected<AuditRange> rangeOf(const AuditFilter& filter);
    /// Nothing if none of it is for the reader.
    Expected<std::optional<AuditLine>> lineOf(AuditEntry entry);
    /// False: nothing is left of it that the reader may see.
    bool withhold(AuditLine& line, const TableSchema* schema) const;
    const Account* account(Uuid user);
    QString deviceName(std::uint32_t device);

    ServerStorage& m_storage;
    const Schema& m_schema;
    const std::optional<Access> m_reader;
    std::optional<std::vector<Account>> m_accounts;
    QHash<std::uint32_t, QString> m_devices;
};

}  // namespace Forecourt
