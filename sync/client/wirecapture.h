// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <QFile>

#include <mutex>

namespace Forecourt {

/// Writes what passes between this workstation and the server to the file that the environment variable
/// FORECOURT_CAPTURE names, for whoever looks for a mistake; `forecourt-server dump` prints it. Never tokens, proofs or
/// passwords, but all the values of rows. May be called on any thread.
class WireCapture {
public:
    /// Null where nothing is to be captured, or the file cannot be written.
    static WireCapture* ofThisProcess();

    void sent(const Wire::ClientMessage& message);
    /// `message`: what `bytes` mean; null where they cannot be read.
    void received(const QByteArray& bytes, const Wire::ServerMessage* message);

private:
    explicit WireCapture(const QString& file);
    void write(const QByteArray& record);

    std::mutex m_mutex;
    QFile m_file;
};

}  // namespace Forecourt
