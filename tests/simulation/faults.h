// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <deque>

namespace Forecourt::Tests {

/// What may be put into the messages on purpose, to see that the checks notice it.
enum class Fault {
    None,
    RowDropped,         ///< a page without its last row, under the same cursor
    PushSwallowed,      ///< operations are answered with yes, and nothing of them is stored
    BasesStripped,      ///< the server does not hear what people had seen
    PagesSwapped,       ///< a page overtakes the one before
    ExceptionsDropped,  ///< nobody hears that an operation was merged
    RemovalDropped,     ///< removed rows arrive as if they stood
};

/// Puts the fault into every third message that can have it; into every one where it rarely matters.
class FaultyLine {
public:
    explicit FaultyLine(Fault fault) : m_fault(fault) {}

    /// On its way to the server.
    QByteArray up(const QByteArray& bytes);
    /// Puts a message of the server on its way.
    void down(std::deque<QByteArray>& queue, const QByteArray& bytes);

private:
    bool isDue() { return ++m_count % 3 == 0; }

    const Fault m_fault;
    int m_count = 0;
};

}  // namespace Forecourt::Tests
