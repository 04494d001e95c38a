// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/outbox/fields.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// What an entry of the server's audit log is about.
enum class ActivityKind {
    Created,
    Changed,
    Deleted,
    Restored,
    Overruled,  ///< what was typed does not stand: somebody else's value does
    Refused,    ///< a change that this person may not make, or that makes no sense
    SignedIn,
    SignInRefused,
    SessionRefused,
    AccountAdded,
    AccountChanged,
    AccountDisabled,
    AccountEnabled,
    DeviceRemoved,
    Requested,
    BackupRestored,
    Pruned,
    PasswordChanged,
    FactorOn,
    FactorOff,
    FactorCodesMade,
    FactorCodeUsed,
    FactorReset,
    Other,  ///< of a newer server
};

/// "changed", "signed-in", …: as the server says it.
QString activityKindCode(ActivityKind kind);

/// One field of a record.
struct ActivityChange {
    QString field;  ///< its column
    QVariant before;
    QVariant after;
    bool stands = true;  ///< false: `after` was not taken
    bool cut = false;    ///< a long value is told in part

    friend bool operator==(const ActivityChange&, const ActivityChange&) = default;
};

/// One entry of the audit log, as the server tells it to this person.
struct ActivityEntry {
    qint64 id = 0;  ///< newer ones have larger numbers
    UtcMs at = 0;   ///< by the server's clock
    ActivityKind kind = ActivityKind::Other;
    QString code;             ///< of the kind
    Uuid user;                ///< null: the server itself, or a name that nobody has
    QString person;           ///< display name
    qint64 device = 0;        ///< number of the computer; 0: none
    QString deviceName;       ///< its name
    QString address;          ///< from where; "console": at the server itself
    std::uint16_t table = 0;  ///< 0: about no record, or one of a table that this version does not know
    Uuid record;
    QString name;    ///< of what has no record: the login that was typed, the computer
    QString why;     ///< code of a refusal
    QString reason;  ///< of a refusal, English
    std::vector<ActivityChange> changes;
    QString hash;  ///< SHA-256 of the entry in hex, as the chain of the server has it

    static ActivityEntry fromJson(const QJsonObject& told);

    /// Columns as they were and as they were written, of the changes that stand, or of the others.
    Fields before(bool stands = true) const;
    Fields after(bool stands = true) const;

    friend bool operator==(const ActivityEntry&, const ActivityEntry&) = default;
};

/// An answer to audit.list (sync/PROTOCOL.md, Requests).
struct ActivityAnswer {
    std::vector<ActivityEntry> entries;  ///< newest first
    qint64 next = 0;                     ///< where to go on; 0: there is nothing more
    UtcMs reached = 0;                   ///< how far back the server has looked, if there is a `next`

    static ActivityAnswer fromAnswer(const QJsonObject& answer);
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::ActivityEntry)
