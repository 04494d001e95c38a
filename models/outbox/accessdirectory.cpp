// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/accessdirectory.h"

#include "models/base/whendone.h"

namespace Forecourt {

AccessDirectory::AccessDirectory(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    // Another access comes with a change of everything.
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything)
            read();
    });
    read();
}

bool AccessDirectory::isWithheld(Table table, QStringView column) const
{
    return m_access.isWithheld(m_store.schema().table(table), column);
}

void AccessDirectory::read()
{
    whenDone(m_store.read(StoreAccess::load), this, [this](Expected<StoreAccess> access) {
        if (!access || *access == m_access)
            return;
        m_access = std::move(*access);
        Q_EMIT changed();
    });
}

}  // namespace Forecourt
