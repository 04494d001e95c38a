// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/auditentry.h"
#include "sync/server/serverstorage.h"

namespace Forecourt {

/// How long entries of the audit log are kept: 7 years, the longest that tax law asks of a dealer where we sell
/// (Canada: Income Tax Act s. 230(4)(b), six years after the end of the tax year).
inline constexpr UtcMs AuditKeep = 7 * 366LL * 24 * 3600 * 1000;

/// Gathers what happens inside one transaction and writes it into the chain with it. Made for one transaction.
class AuditTrail {
public:
    AuditTrail(ServerStorage& storage, UtcMs now) : m_storage(storage), m_now(now) {}

    /// `id`, `at` and `before` are given by write().
    void note(AuditEntry entry) { m_entries.push_back(std::move(entry)); }
    /// Links and stores what was noted. Call inside the transaction, last.
    [[nodiscard]] Expected<void> write();

private:
    ServerStorage& m_storage;
    const UtcMs m_now;
    std::vector<AuditEntry> m_entries;
};

/// One entry in a transaction of its own, for what changes nothing else (a refused sign-in).
[[nodiscard]] Expected<void> writeAudit(ServerStorage& storage, AuditEntry entry, UtcMs now);

/// Removes entries older than AuditKeep, from the old end, at most `most`. Their place is taken by the mark of the last
/// one removed, from which the chain goes on, and by an entry that says so. True if there are more to remove.
Expected<bool> pruneAudit(ServerStorage& storage, UtcMs now, qint64 most);

/// The first entry that is not before `time`; one more than the newest if there is none.
Expected<qint64> firstAuditSince(ServerStorage& storage, UtcMs time);

}  // namespace Forecourt
