// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// Notices when sync brings a vehicle whose VIN another one has already, and leaves a notification of the kind
/// "duplicate_vin" for the person: table and id of the vehicle that came, arguments [its stock number, the other's
/// stock number, its VIN]. Lives on the GUI thread.
class VehicleDuplicateWatcher : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the watcher.
    explicit VehicleDuplicateWatcher(Store& store, QObject* parent = nullptr);

Q_SIGNALS:
    /// New notifications were stored.
    void noticed(int count);

private:
    void look(const ChangeSet& changes);

    Store& m_store;
};

}  // namespace Forecourt
