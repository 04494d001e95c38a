// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/hlc.h"
#include "models/base/id.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <vector>

namespace Forecourt {

/// One operation on its way to the server.
struct OutboxOp {
    enum class Kind : std::uint8_t { Upsert = 0, Delete = 1 };
    struct FieldEdit {
        std::uint16_t field = 0;
        QVariant value;
        Hlc base;  ///< clock of the value that the person saw; null for a new row
        /// That value, where it is still known and short enough to travel along.
        std::optional<QVariant> seen = std::nullopt;

        friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
    };

    qint64 opid = 0;  ///< gapless per device
    qint64 txn = 0;   ///< operations of one edit share it
    std::uint16_t table = 0;
    Uuid id;
    Kind kind = Kind::Upsert;
    bool create = false;   ///< the row is new, or comes back from the dead
    bool suspect = false;  ///< stamped while the clock of this computer was in doubt
    Hlc clock;
    /// For Delete: what was seen, without values. Field 0 with the newest clock, others if theirs is older
    /// or of this device.
    std::vector<FieldEdit> fields;
    bool carried = false;  ///< made on another workstation and brought here in a file

    friend bool operator==(const OutboxOp&, const OutboxOp&) = default;
};

/// What the server answered to one operation where it is not a plain yes.
struct OpException {
    enum class Status : std::uint8_t {
        Merged = 1,     ///< another value stays, or both count: the row comes back with the next page
        Restamped = 2,  ///< accepted with a new clock: likewise
        Rejected = 3,   ///< not accepted, see code
    };
    qint64 opid = 0;
    Status status = Status::Merged;
    QString code;    ///< for Rejected: "no_access", "unknown_field", "too_large", …
    QString reason;  ///< for Rejected: words for support, English

    friend bool operator==(const OpException&, const OpException&) = default;
};

/// How much waits.
struct OutboxCounts {
    int waiting = 0;    ///< operations not acknowledged yet
    int rejected = 0;   ///< operations the server refused
    int conflicts = 0;  ///< records with something to decide
    int blobsToSend = 0;
    qint64 bytesToSend = 0;
    int blobsToFetch = 0;
    qint64 bytesToFetch = 0;

    friend bool operator==(const OutboxCounts&, const OutboxCounts&) = default;
};

/// One operation as a list shows it.
struct OutboxEntry {
    qint64 opid = 0;  ///< below 0: of a refused one whose number was given to another
    std::uint16_t table = 0;
    Uuid id;
    OutboxOp::Kind kind = OutboxOp::Kind::Upsert;
    bool create = false;
    std::vector<QString> fields;  ///< names of the fields that change
    QVariantList values;          ///< new values, same order
    bool sent = false;            ///< on its way
    bool held = false;            ///< the server is too old for it
    UtcMs at = 0;
    QString code;  ///< of a rejected one
    QString reason;
};

}  // namespace Forecourt
