// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Forecourt {

/// Which vehicles have changes that are not on the server yet, their photos' included. Asked while painting: it answers
/// at once from what it knows, reads what it does not know in the background, and says when an answer is different.
/// Only vehicles that were asked for lately are read, so the size of the stock does not matter. Lives on the GUI
/// thread.
class UnsentVehicles : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the object.
    explicit UnsentVehicles(Store& store, QObject* parent = nullptr);

    bool isUnsent(VehicleId id);

Q_SIGNALS:
    /// Some answers are different now.
    void changed();

private:
    void readSoon();
    void read();

    // Some ten screens of a list.
    static constexpr qsizetype Watched = 400;

    Store& m_store;
    QHash<VehicleId, bool> m_known;
    QTimer m_delay;
    bool m_reading = false;
};

}  // namespace Forecourt
