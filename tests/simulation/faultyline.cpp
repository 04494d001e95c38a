// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faultyline.h"

#include "sync/protocol/codec.h"

#include <algorithm>
#include <limits>

namespace Forecourt::Tests {

QByteArray FaultyLine::up(const QByteArray& bytes)
{
    if (m_fault != Fault::PushSwallowed && m_fault != Fault::BasesStripped && m_fault != Fault::BasesForged &&
        m_fault != Fault::RemovalForced)
        return bytes;
    auto message = Wire::decodeClientMessage(bytes);
    auto* push = message ? std::get_if<Wire::Push>(&*message) : nullptr;
    if (!push || (m_fault == Fault::PushSwallowed && !m_third.isDue()))
        return bytes;
    for (Wire::Op& op : push->ops)
        spoil(op);
    return Wire::encode(Wire::ClientMessage(*push));
}

void FaultyLine::spoil(Wire::Op& operation)
{
    const bool removes = operation.kind == Wire::Op::Kind::Delete;
    if (m_fault == Fault::PushSwallowed)
        operation.fields.clear();
    if (m_fault == Fault::RemovalForced && removes)
        operation.fields = {{RowState::Existence, {}, {std::numeric_limits<quint64>::max() >> 1, 1}, {}}};
    for (Wire::Op::FieldEdit& edit : operation.fields) {
        if (m_fault == Fault::BasesStripped)
            edit.base = {};
        if (m_fault == Fault::BasesForged && !removes && !operation.create)
            edit.base = m_server.row(operation.table, operation.id).clock.of(edit.field);
    }
}

void FaultyLine::down(std::deque<QByteArray>& queue, const QByteArray& bytes, std::uint32_t device)
{
    queue.push_back(bytes);
    if (m_fault == Fault::None)
        return;
    auto message = Wire::decodeServerMessage(bytes);
    if (!message)
        return;
    if (auto* pushed = std::get_if<Wire::Pushed>(&*message)) {
        if (m_fault == Fault::ExceptionsDropped && !pushed->exceptions.empty()) {
            pushed->exceptions.clear();
            queue.back() = Wire::encode(Wire::ServerMessage(*pushed));
        }
        return;
    }
    if (const auto* have = std::get_if<Wire::Have>(&*message)) {
        if (m_fault == Fault::GotTooEarly && !have->complete && m_third.isDue())
            queue.back() = Wire::encode(Wire::ServerMessage(Wire::Got{have->sha}));
        if (m_fault == Fault::ArrivalUntold && have->complete)
            queue.pop_back();
        return;
    }
    if (auto* snapshot = std::get_if<Wire::Snapshot>(&*message)) {
        if (m_fault == Fault::SnapshotTooNew) {
            snapshot->upto = m_server.newest();
            queue.back() = Wire::encode(Wire::ServerMessage(*snapshot));
        }
        return;
    }
    auto* page = std::get_if<Wire::Page>(&*message);
    if (!page)
        return;
    spoil(*page, device);
    queue.back() = Wire::encode(Wire::ServerMessage(*page));
    if (m_fault == Fault::PagesSwapped && !page->rows.empty() && queue.size() > 1 && m_third.isDue())
        std::swap(queue.back(), queue[queue.size() - 2]);
}

void FaultyLine::spoil(Wire::Page& page, std::uint32_t device)
{
    if (m_fault == Fault::RowDropped && !page.rows.empty() && m_third.isDue())
        page.rows.pop_back();
    if (m_fault == Fault::ForgetSkipped)
        page.forgotten.clear();
    // Not the first one: who knows of none gets everything anew.
    if (m_fault == Fault::ViewDropped && !page.view.isEmpty() && m_other.isDue())
        page.view.clear();
    if (m_fault == Fault::EchoSuppressed)
        std::erase_if(page.rows, [device](const Wire::Row& row) {
            return !row.fields.empty() && std::ranges::all_of(row.fields, [device](const auto& state) {
                return state.clock.device == device;
            });
        });
    for (Wire::Row& row : page.rows) {
        if (m_fault == Fault::RemovalDropped && row.deleted && m_third.isDue())
            row.deleted = false;
    }
}

}  // namespace Forecourt::Tests
