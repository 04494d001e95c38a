// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/waitingroom.h"

namespace Forecourt {

WaitingRoom::Entry WaitingRoom::enter(Id id, const QString& address)
{
    if (!address.isEmpty() && m_ofAddress.value(address) >= m_limits.perAddress)
        return {};
    Entry entry{true};
    if (size() >= m_limits.all) {
        if (m_order.empty())
            return {};
        entry.victim = m_order.front().id;
        leave(*entry.victim);
    }
    m_order.push_back({id, address});
    m_places.insert(id, std::prev(m_order.end()));
    if (!address.isEmpty())
        ++m_ofAddress[address];
    return entry;
}

void WaitingRoom::leave(Id id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return;
    const auto place = *found;
    if (const auto count = m_ofAddress.find(place->address); count != m_ofAddress.end() && --*count == 0)
        m_ofAddress.erase(count);
    m_order.erase(place);
    m_places.erase(found);
}

}  // namespace Forecourt
