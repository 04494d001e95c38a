// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/outbox/fields.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <utility>
#include <vector>

namespace Forecourt::Tests {

/// Everything that people typed, with what was in front of them when they did.
class Ledger {
public:
    struct Typed {
        int who = 0;
        Uuid row;
        QString field;
        QVariant value;
        QVariant seen;  ///< before
        bool forgiven = false;
    };
    struct Removal {
        int who = 0;
        Uuid row;
        bool forgiven = false;
    };

    /// `seen`: the values of the row before, none for a new one.
    void typed(int who, Uuid row, const Fields& values, const Fields& seen);
    void removed(int who, Uuid row, const Fields& seen);
    /// Who removed the row may not see this field: it goes with the rest.
    void removedUnseen(Uuid row, const QString& field);
    /// A new row, or one that comes back.
    void appeared(int who, Uuid row, const Fields& values);

    /// How much was typed until now.
    struct Mark {
        size_t typed = 0;
        size_t removals = 0;
    };
    Mark mark() const { return {m_typed.size(), m_removals.size()}; }
    /// What somebody did since then may be gone: with a disk, of which there was only a copy.
    void forgive(int who, const Mark& since);

    /// Where things are in the end.
    struct Outcome {
        std::function<bool(Uuid row)> isRemoved;
        std::function<QVariant(Uuid row, const QString& field)> present;
        /// In a conflict as the value that stayed or the one that did not; an empty field means the removal.
        std::function<bool(Uuid row, const QString& field, const QVariant& value)> inConflict;
        std::function<bool(int who, Uuid row, const QString& field, const QVariant& value)> refused;
        std::function<bool(const QString& field)> largestStays;
    };
    /// What went missing, in words; empty if nothing did.
    QString missing(const Outcome& outcome) const;
    /// One of two values was typed by somebody who had the other before them.
    bool sawTheOther(Uuid row, const QString& field, const QVariant& one, const QVariant& other) const;

private:
    struct Overwritten {
        Uuid row;
        QString field;
        QVariant value;
    };
    bool wasSeen(const Typed& typed, const std::vector<Overwritten>& by) const;

    /// Of a field where the larger value stays without a word.
    bool largerWasTyped(const Typed& typed) const;

    std::vector<Typed> m_typed;
    std::vector<Removal> m_removals;
    std::vector<Overwritten> m_overwritten;  ///< by somebody who had it in front of them
    std::vector<Overwritten> m_removedWith;  ///< likewise, with the row
    std::vector<std::pair<Uuid, QString>> m_removedUnseen;
    std::vector<Uuid> m_restored;
};

}  // namespace Forecourt::Tests
