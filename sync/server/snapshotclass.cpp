// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/snapshotclass.h"

#include "models/base/sha256.h"
#include "sync/protocol/limits.h"

#include <QCborArray>
#include <QCborValue>

namespace Forecourt {

SnapshotClass SnapshotClass::of(const Access& access, const Schema& schema)
{
    SnapshotClass whose{access, {}};
    whose.access.user = Uuid();
    const QCborArray told{Wire::SnapshotFormat, schema.version(), View::pack(whose.access, schema, {})};
    whose.key = sha256(QCborValue(told).toCbor());
    return whose;
}

}  // namespace Forecourt
