// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/gallery/shotlistdirectory.h"

#include "models/base/whendone.h"

namespace Forecourt {

ShotListDirectory::ShotListDirectory(Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&store.changes(), &ChangeNotifier::committed, this, [this](const ChangeSet& changes) {
        if (changes.everything || changes.contains(Table::ShotLists))
            read();
    });
    read();
}

void ShotListDirectory::read()
{
    whenDone(m_store.read(ShotListRepository::current), this, [this](Expected<ShotList> list) {
        if (!list || *list == m_list)
            return;
        m_list = std::move(*list);
        Q_EMIT changed();
    });
}

}  // namespace Forecourt
