// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faults.h"

#include "sync/protocol/codec.h"

namespace Forecourt::Tests {

QByteArray FaultyLine::up(const QByteArray& bytes)
{
    if (m_fault != Fault::PushSwallowed && m_fault != Fault::BasesStripped)
        return bytes;
    auto message = Wire::decodeClientMessage(bytes);
    auto* push = message ? std::get_if<Wire::Push>(&*message) : nullptr;
    if (!push || (m_fault == Fault::PushSwallowed && !isDue()))
        return bytes;
    for (Wire::Op& op : push->ops) {
        if (m_fault == Fault::PushSwallowed)
            op.fields.clear();
        for (Wire::Op::FieldEdit& edit : op.fields)
            edit.base = {};
    }
    return Wire::encode(Wire::ClientMessage(*push));
}

void FaultyLine::down(std::deque<QByteArray>& queue, const QByteArray& bytes)
{
    queue.push_back(bytes);
    const bool concerned = m_fault == Fault::RowDropped || m_fault == Fault::PagesSwapped ||
                           m_fault == Fault::ExceptionsDropped || m_fault == Fault::RemovalDropped;
    auto message = concerned ? Wire::decodeServerMessage(bytes) : Expected<Wire::ServerMessage>(Wire::Pong{});
    if (!message)
        return;
    if (auto* pushed = std::get_if<Wire::Pushed>(&*message)) {
        if (m_fault == Fault::ExceptionsDropped && !pushed->exceptions.empty()) {
            pushed->exceptions.clear();
            queue.back() = Wire::encode(Wire::ServerMessage(*pushed));
        }
        return;
    }
    auto* page = std::get_if<Wire::Page>(&*message);
    if (!page || page->rows.empty())
        return;
    if (m_fault == Fault::RowDropped && isDue())
        page->rows.pop_back();
    for (Wire::Row& row : page->rows) {
        if (m_fault == Fault::RemovalDropped && row.deleted && isDue())
            row.deleted = false;
    }
    queue.back() = Wire::encode(Wire::ServerMessage(*page));
    if (m_fault == Fault::PagesSwapped && queue.size() > 1 && isDue())
        std::swap(queue.back(), queue[queue.size() - 2]);
}

}  // namespace Forecourt::Tests
