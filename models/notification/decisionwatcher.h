// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// Notices records that wait for somebody's decision and puts them among the notifications: kind "conflict" where two
/// people changed the same, kind "refused_other" where a change of somebody who had no right to it lies here for a
/// manager; arguments: name of the record, empty for one that is not here. Takes them off the list when they are
/// decided. One for each record and kind.
class DecisionWatcher : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the watcher.
    explicit DecisionWatcher(Store& store, QObject* parent = nullptr);

Q_SIGNALS:
    /// These notifications are different now.
    void changed();

private:
    void look();

    Store& m_store;
    bool m_looking = false;
    bool m_stale = false;
};

}  // namespace Forecourt
