// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <list>
#include <optional>

namespace Forecourt {

/// Connections of which nobody knows yet whose they are. There are only so many, in all and from one address. When all
/// places are taken, whoever has waited longest has to go: who means well says quickly what he wants. Everything takes
/// the same time however many there are.
class WaitingRoom {
public:
    using Id = quint64;

    struct Limits {
        int all = 1'024;
        int perAddress = 256;  ///< a dealership comes from one address, all at once after a restart
    };
    explicit WaitingRoom(Limits limits) : m_limits(limits) {}

    struct Entry {
        bool admitted = false;
        std::optional<Id> victim{};  ///< has to go, and has left the room already
    };
    /// `address`: empty where many are behind it, such as a proxy, which only counts for all.
    Entry enter(Id id, const QString& address);
    /// Harmless if it is not there any more.
    void leave(Id id);
    int size() const { return static_cast<int>(m_places.size()); }

private:
    struct Place {
        Id id = 0;
        QString address;
    };

    const Limits m_limits;
    std::list<Place> m_order;  ///< the longest wait first
    QHash<Id, std::list<Place>::iterator> m_places;
    QHash<QString, int> m_ofAddress;
};

}  // namespace Forecourt
