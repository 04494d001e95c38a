// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Forecourt {

/// The rows of the server up to a sequence as one SQLite file, for a store that has few of them or none yet: an
/// ordinary table for each synced one, with `id`, `_clk`, `_seq`, `_del`, `_ext` and the fields as this store keeps
/// them, and the version of the schema as `user_version`.
struct StoreSnapshot {
    QString file;
    qint64 rows = 0;  ///< of all tables together
    qint64 upto = 0;  ///< every change up to this sequence is in it
    QByteArray view;  ///< what a store is complete for that has these rows; opaque, from the server
};

}  // namespace Forecourt
