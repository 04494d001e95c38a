// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/gallery/shotlist.h"
#include "models/store/store.h"

#include <QObject>

namespace Forecourt {

/// The shot list of the dealership, kept up to date.
class ShotListDirectory : public QObject {
    Q_OBJECT

public:
    /// Starts reading; until then it holds the built-in list. `store` must outlive it.
    explicit ShotListDirectory(Store& store, QObject* parent = nullptr);

    const ShotList& list() const { return m_list; }

Q_SIGNALS:
    void changed();

private:
    void read();

    Store& m_store;
    ShotList m_list = ShotList::builtIn();
};

}  // namespace Forecourt
