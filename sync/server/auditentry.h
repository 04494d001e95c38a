// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace Forecourt {

/// What an entry of the audit log is about. Numbers are stored and never reused. All but the first two are rare: the
/// store finds them by an index of their own.
enum class AuditKind : std::uint16_t {
    Created = 1,          ///< a record is new
    Changed = 2,          ///< fields of a record
    Deleted = 3,          ///< a record
    Restored = 4,         ///< a deleted record is back
    Overruled = 5,        ///< what was typed does not stand: somebody else's value does
    Refused = 6,          ///< an operation that this person may not do, or that makes no sense
    SignedIn = 20,        ///< a person on a device
    SignInRefused = 21,   ///< wrong name, wrong password, disabled
    SessionRefused = 22,  ///< a device whose token does not count any more
    AccountAdded = 30,
    AccountChanged = 31,
    AccountDisabled = 32,
    AccountEnabled = 33,
    DeviceRemoved = 34,
    Requested = 40,        ///< a question that the server answered with a change of its own
    BackupRestored = 50,   ///< everything after this entry happened to the restored copy
    Pruned = 51,           ///< older entries were removed because their time was over
    PasswordChanged = 60,  ///< by the person
    FactorOn = 61,         ///< the second factor of a person; likewise the four below
    FactorOff = 62,
    FactorCodesMade = 63,  ///< other recovery codes
    FactorCodeUsed = 64,   ///< a recovery code
    FactorReset = 65,      ///< taken away at the console
};

/// One entry. Each holds the SHA-256 of the one before it, so none can be changed, removed or put in between without
/// the chain telling where.
struct AuditEntry {
    qint64 id = 0;  ///< 1, 2, 3 … without a gap
    UtcMs at = 0;   ///< by the server's clock; never before the entry in front
    AuditKind kind = AuditKind::Changed;
    Uuid user;                 ///< who; null: the server itself, or a name that nobody has
    std::uint32_t device = 0;  ///< on which device, by ordinal; 0: none
    QString address;           ///< from where: the address of the peer, "console" for commands of the program itself
    std::uint16_t table = 0;   ///< of the record, 0: none
    Uuid record;               ///< what; for accounts the person
    QByteArray detail;         ///< AuditDetail, encoded
    QByteArray before;         ///< SHA-256 of the entry in front

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// SHA-256 over everything in the entry, `before` included.
QByteArray auditHash(const AuditEntry& entry);

/// A place in the chain: an entry and its hash. Id 0 and 32 zeros before the first.
struct AuditMark {
    qint64 id = 0;
    UtcMs at = 0;
    QByteArray hash = QByteArray(32, '\0');

    friend bool operator==(const AuditMark&, const AuditMark&) = default;
};

/// Between these two lies what is kept.
struct AuditEnds {
    AuditMark pruned;  ///< the last entry that was removed
    AuditMark newest;
};

}  // namespace Forecourt
