// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"

#include <QCryptographicHash>
#include <QString>

namespace Forecourt::Tests {

/// What happened in a world, line by line.
class Trace {
public:
    enum class Mode {
        Off,  ///< the words are not even made: they would cost as much as the rest
        Hashed,
        Printed,  ///< and hashed
    };
    explicit Trace(Mode mode) : m_mode(mode) {}
    /// `words()` makes the line.
    template <class Words>
    void note(Words words)
    {
        if (m_mode != Mode::Off)
            add(words());
    }
    /// Of a message as it is taken in by the other side; what differs from run to run (epochs, ids of people) left out.
    void note(int who, const QByteArray& bytesOfClient);
    void note(int who, const Wire::ServerMessage& message);
    QByteArray hash() const { return m_hash.result().toHex(); }

private:
    void add(const QString& line);

    const Mode m_mode;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

}  // namespace Forecourt::Tests
