// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <QCryptographicHash>
#include <QString>

namespace Forecourt::Tests {

/// What happened in a world, line by line: into a hash always, printed on demand.
class Trace {
public:
    explicit Trace(bool printed) : m_printed(printed) {}
    void note(const QString& line);
    /// Of a message as it is taken in by the other side; what differs from run to run (epochs, ids of people) left out.
    void note(int who, const Wire::ClientMessage& message);
    void note(int who, const Wire::ServerMessage& message);
    QByteArray hash() const { return m_hash.result().toHex(); }

private:
    const bool m_printed;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

}  // namespace Forecourt::Tests
