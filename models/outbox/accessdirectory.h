// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/storeaccess.h"
#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// What the person signed in may see, kept in memory for pages that leave out what would stay empty for them. Lives on
/// the GUI thread, reads in the background, follows what the server says.
class AccessDirectory : public QObject {
    Q_OBJECT

public:
    /// Starts reading; until changed() everything is allowed. `store` must outlive the directory.
    explicit AccessDirectory(Store& store, QObject* parent = nullptr);

    const StoreAccess& access() const { return m_access; }
    /// Whether a column of a synced table is never shown to this person.
    bool isWithheld(Table table, QStringView column) const;

Q_SIGNALS:
    void changed();

private:
    void read();

    Store& m_store;
    StoreAccess m_access;
};

}  // namespace Forecourt
