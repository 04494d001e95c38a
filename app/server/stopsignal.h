// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace Forecourt {

/// Turns SIGTERM and SIGINT (on Windows: Ctrl+C and closing the console) into a signal of the event loop, and SIGHUP,
/// which Windows has not, into another.
/// One per process.
class StopSignal : public QObject {
    Q_OBJECT

public:
    explicit StopSignal(QObject* parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void stopAsked();
    /// Open files by their names again.
    void reopenAsked();
};

}  // namespace Forecourt
