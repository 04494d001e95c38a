// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ledger.h"

#include <algorithm>

namespace Forecourt::Tests {

using namespace Qt::StringLiterals;

namespace {

/// Nothing is nothing, whatever type it has.
bool isSame(const QVariant& one, const QVariant& other)
{
    return one.isNull() == other.isNull() && (one.isNull() || one == other);
}

}  // namespace

void Ledger::typed(int who, Uuid row, const Fields& values, const Fields& seen)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        m_typed.push_back({who, row, it.key(), it.value(), seen.value(it.key()), false});
        if (seen.contains(it.key()))
            m_overwritten.push_back({row, it.key(), seen.value(it.key())});
    }
}

void Ledger::removed(int who, Uuid row, const Fields& seen)
{
    m_removals.push_back({who, row, false});
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        m_removedWith.push_back({row, it.key(), it.value()});
    // They know what they typed into it, also where their rights have changed since.
    for (const Typed& typed : m_typed) {
        if (typed.who == who && typed.row == row)
            m_removedWith.push_back({row, typed.field, typed.value});
    }
}

void Ledger::removedUnseen(Uuid row, const QString& field)
{
    m_removedUnseen.push_back({row, field});
}

void Ledger::appeared(int who, Uuid row, const Fields& values)
{
    const bool isNew = std::ranges::find(m_typed, row, &Typed::row) == m_typed.end();
    if (isNew)
        typed(who, row, values, {});
    else
        m_restored.push_back(row);
}

void Ledger::forgive(int who, const Mark& since)
{
    for (size_t i = since.typed; i < m_typed.size(); ++i)
        m_typed[i].forgiven = m_typed[i].forgiven || m_typed[i].who == who;
    for (size_t i = since.removals; i < m_removals.size(); ++i)
        m_removals[i].forgiven = m_removals[i].forgiven || m_removals[i].who == who;
}

bool Ledger::sawTheOther(Uuid row, const QString& field, const QVariant& one, const QVariant& other) const
{
    if (one.isNull() || other.isNull())
        return false;
    return std::ranges::any_of(m_typed, [&](const Typed& typed) {
        return typed.row == row && typed.field == field &&
               ((typed.value == one && typed.seen == other) || (typed.value == other && typed.seen == one));
    });
}

bool Ledger::wasSeen(const Typed& typed, const std::vector<Overwritten>& by) const
{
    return std::ranges::any_of(by, [&](const Overwritten& one) {
        return one.row == typed.row && one.field == typed.field && isSame(one.value, typed.value);
    });
}

bool Ledger::largerWasTyped(const Typed& typed) const
{
    return std::ranges::any_of(m_typed, [&](const Typed& other) {
        return other.row == typed.row && other.field == typed.field &&
               other.value.toLongLong() > typed.value.toLongLong();
    });
}

QString Ledger::missing(const Outcome& outcome) const
{
    for (const Typed& typed : m_typed) {
        if (typed.forgiven)
            continue;
        const bool removed = outcome.isRemoved(typed.row);
        const QVariant present = outcome.present(typed.row, typed.field);
        const bool stands = isSame(present, typed.value);
        if ((stands && !removed) || wasSeen(typed, m_overwritten) || (removed && wasSeen(typed, m_removedWith)) ||
            (removed &&
             std::ranges::find(m_removedUnseen, std::pair(typed.row, typed.field)) != m_removedUnseen.end()) ||
            (outcome.largestStays(typed.field) && largerWasTyped(typed)) ||
            outcome.inConflict(typed.row, typed.field, typed.value) ||
            outcome.refused(typed.who, typed.row, typed.field, typed.value))
            continue;
        return u"%1 typed %2 = %3 into %4: it is nowhere (there is %5%6)"_s.arg(typed.who).arg(
            typed.field, typed.value.toString(), typed.row.toString(), present.toString(),
            removed ? u", removed"_s : QString());
    }
    for (const Removal& removal : m_removals) {
        if (!removal.forgiven && !outcome.isRemoved(removal.row) && !outcome.inConflict(removal.row, {}, {}) &&
            std::ranges::find(m_restored, removal.row) == m_restored.end() &&
            !outcome.refused(removal.who, removal.row, {}, {}))
            return u"%1 removed %2: it stands and nothing says why"_s.arg(removal.who).arg(removal.row.toString());
    }
    return {};
}

}  // namespace Forecourt::Tests
