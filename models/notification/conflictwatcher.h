// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// Notices records that wait for somebody's decision and puts them among the notifications (kind "conflict", arguments:
/// name of the record); takes them off the list when they are decided. One for each record.
class ConflictWatcher : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the watcher.
    explicit ConflictWatcher(Store& store, QObject* parent = nullptr);

Q_SIGNALS:
    /// The notifications about conflicts are different now.
    void changed();

private:
    void look();

    Store& m_store;
    bool m_looking = false;
    bool m_stale = false;
};

}  // namespace Forecourt
