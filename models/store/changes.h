// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/store/syncedtables.h"

#include <QMetaType>
#include <QObject>

#include <vector>

namespace Forecourt {

/// What one committed transaction changed. Item models update those rows in place.
struct ChangeSet {
    struct Row {
        Table table;
        Uuid id;
        enum class Kind { Inserted, Updated, Removed } kind;
    };
    std::vector<Row> rows;
    bool remote = false;      ///< came from the server
    bool everything = false;  ///< too many rows to name (over 2,000), or unknown: read again
    bool contains(Table table) const;
};

/// Announces committed changes. Lives on the main thread; the signals are emitted there.
class ChangeNotifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void committed(const Forecourt::ChangeSet& changes);
    /// The outbox, the blobs or the sync state moved: counts are worth reading again.
    void outboxChanged();
};

}  // namespace Forecourt

Q_DECLARE_METATYPE(Forecourt::ChangeSet)
