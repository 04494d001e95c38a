// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace Forecourt {

class StorageThread;

/// Lets the storage remove what has been kept long enough: at the start and then every few hours, for a server runs for
/// months. In small steps with pauses, since the storage thread serves everybody.
class Tidying : public QObject {
public:
    /// The storage thread may still answer to this object while it ends.
    explicit Tidying(StorageThread& storage, QObject* parent = nullptr);

    void start();

private:
    void step();

    StorageThread& m_storage;
    QTimer m_next;
};

}  // namespace Forecourt
