// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QVariant>

#include <cstdint>
#include <vector>

namespace Forecourt {

/// One field of a record in the audit log.
struct AuditChange {
    std::uint16_t field = 0;
    QVariant before;     ///< as it was; where the value does not stand: the one that does
    QVariant after;      ///< what was written
    bool stands = true;  ///< false: `after` lost against somebody else's value, or was refused

    friend bool operator==(const AuditChange&, const AuditChange&) = default;
};

/// What an entry of the audit log says beyond its columns. Stored as a CBOR map: 1 opid, 2 {field: value or
/// [before, after]}, 3 likewise for values that do not stand, 4 name, 5 code, 6 reason. Absent where empty.
struct AuditDetail {
    qint64 opid = 0;  ///< of the device; 0: none
    std::vector<AuditChange> changes;
    QString name;    ///< of what has no record: the login that was typed, the device's name
    QString code;    ///< why not
    QString reason;  ///< in words, English

    friend bool operator==(const AuditDetail&, const AuditDetail&) = default;
};

QByteArray encodeAuditDetail(const AuditDetail& detail);
/// Errors: StoreDamaged.
Expected<AuditDetail> decodeAuditDetail(const QByteArray& bytes);

}  // namespace Forecourt
