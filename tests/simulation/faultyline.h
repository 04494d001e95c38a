// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/messages.h"
#include "sync/server/rowstate.h"
#include "tests/simulation/faults.h"

#include <QByteArray>

#include <deque>
#include <functional>

namespace Forecourt::Tests {

/// Puts a fault into every third message that can have it; into every one where it rarely matters.
class FaultyLine {
public:
    /// What the server has.
    struct Server {
        std::function<RowState(std::uint16_t table, Uuid id)> row;
        std::function<qint64()> newest;  ///< sequence
    };

    FaultyLine(Fault fault, Server server) : m_fault(fault), m_server(std::move(server)) {}

    /// On its way to the server.
    QByteArray up(const QByteArray& bytes);
    /// Puts a message of the server to this device on its way.
    void down(std::deque<QByteArray>& queue, const QByteArray& bytes, std::uint32_t device);

private:
    void spoil(Wire::Op& operation);
    void spoil(Wire::Page& page, std::uint32_t device);

    const Fault m_fault;
    const Server m_server;
    FaultChance m_third{3};
    FaultChance m_other{2};
};

}  // namespace Forecourt::Tests
