// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/merge.h"

#include <algorithm>

namespace Forecourt {

namespace {

using MergeStatus = Wire::OpException::Status;

constexpr UtcMs MergeMaxAhead = 60'000;

/// Fields of one operation that share a clock.
struct MergeUnit {
    std::vector<std::uint16_t> members;             ///< every field of the group, in the operation or not
    std::vector<const Wire::Op::FieldEdit*> edits;  ///< those in the operation
    MergePolicy policy = MergePolicy::NewestWins;
};

std::vector<MergeUnit> mergeUnits(const Wire::Op& operation, const TableSchema& schema)
{
    std::vector<MergeUnit> units;
    std::vector<int> groups;
    for (const Wire::Op::FieldEdit& edit : operation.fields) {
        const Field* field = schema.field(edit.field);
        const int group = field ? field->group : -1;
        const auto known = group < 0 ? groups.end() : std::ranges::find(groups, group);
        if (known != groups.end()) {
            units[static_cast<size_t>(known - groups.begin())].edits.push_back(&edit);
            continue;
        }
        MergeUnit unit;
        unit.policy = field ? field->policy : MergePolicy::NewestWins;
        unit.edits.push_back(&edit);
        if (group < 0) {
            unit.members.push_back(edit.field);
        } else {
            for (const QLatin1StringView name : schema.declaration->groups[static_cast<size_t>(group)])
                unit.members.push_back(schema.field(QString(name))->number);
        }
        units.push_back(std::move(unit));
        groups.push_back(group);
    }
    return units;
}

Hlc mergeLater(Hlc wanted, Hlc current)
{
    return wanted > current ? wanted : Hlc{current.stamp + 1, wanted.device};
}

bool mergeLarger(const QVariant& one, const QVariant* other)
{
    return !one.isNull() && (!other || other->isNull() || one.toDouble() > other->toDouble());
}

class OperationMerge {
public:
    OperationMerge(RowState& row, const Wire::Op& operation) : m_row(row), m_op(operation) {}

    MergeOutcome create()
    {
        m_row.known = true;
        m_row.clock = RowClock(m_op.clock);
        for (const Wire::Op::FieldEdit& edit : m_op.fields) {
            m_row.setValue(edit.field, edit.value);
            m_out.changed.push_back(edit.field);
        }
        m_out.wholeForOthers = true;
        m_out.touched = true;
        return std::move(m_out);
    }

    MergeOutcome remove()
    {
        if (!m_row.known)
            return removeUnknown();
        if (m_row.deleted)
            return std::move(m_out);
        m_out.touched = true;
        if (const Hlc unseen = newestUnseen(); !unseen.isNull()) {
            m_out.lost.push_back({RowState::Existence, {}, {}, unseen, m_op.clock});
            m_out.status = MergeStatus::Merged;
            m_out.wholeForAuthor = true;
            return std::move(m_out);
        }
        m_row.deleted = true;
        m_row.clock.set(RowState::Existence, mergeLater(m_op.clock, m_row.clock.of(RowState::Existence)));
        m_out.wholeForOthers = true;
        return std::move(m_out);
    }

    MergeOutcome editDeleted()
    {
        const Hlc gone = m_row.clock.of(RowState::Existence);
        for (const Wire::Op::FieldEdit& edit : m_op.fields) {
            // A new row that was carried twice, and removed in between, is not an edit of it.
            const QVariant* value = m_row.value(edit.field);
            if (m_op.create && value && *value == edit.value)
                continue;
            m_out.lost.push_back(
                {edit.field, {}, edit.value, gone, m_op.clock, edit.seen, edit.seen ? edit.base : Hlc{}});
        }
        m_out.status = MergeStatus::Merged;
        m_out.wholeForAuthor = true;
        m_out.touched = true;
        return std::move(m_out);
    }

    MergeOutcome edit(const TableSchema& schema)
    {
        if (m_row.deleted) {
            // Whoever takes a removal back saw the values. A row that is new came here before this server was put back
            // from a backup, and comes again after somebody who had seen it removed what they had edited of it.
            const bool isNew = std::ranges::all_of(m_op.fields, [](const auto& edit) { return edit.base.isNull(); });
            if (const Hlc gone = m_row.clock.of(RowState::Existence); isNew && gone.device != m_op.clock.device)
                m_out.lost.push_back({RowState::Existence, {}, {}, m_op.clock, gone});
            m_row.deleted = false;
            m_row.clock.set(RowState::Existence, mergeLater(m_op.clock, m_row.clock.of(RowState::Existence)));
            m_out.wholeForOthers = true;
            m_out.touched = true;
        }
        for (const MergeUnit& unit : mergeUnits(m_op, schema))
            merge(unit);
        return std::move(m_out);
    }

private:
    /// A row that somebody else wrote was here before this server was put back from a backup, and comes again.
    MergeOutcome removeUnknown()
    {
        const Hlc seen = m_op.fields.empty() ? Hlc{} : m_op.fields.front().base;
        if (seen.device != 0 && seen.device != m_op.clock.device) {
            m_out.lost.push_back({RowState::Existence, {}, {}, seen, m_op.clock});
            m_out.status = MergeStatus::Merged;
        }
        return std::move(m_out);
    }

    /// The latest clock of a field that the delete knows an earlier one of, or null. The newest clock of the row alone
    /// does not tell: an edit that is older than it may have arrived later.
    Hlc newestUnseen() const
    {
        const std::uint32_t own = m_op.carried ? 0 : m_op.clock.device;
        const auto baseOf = [this](std::uint16_t field) {
            const auto found = std::ranges::find(m_op.fields, field, &Wire::Op::FieldEdit::field);
            return found == m_op.fields.end() ? nullptr : &found->base;
        };
        const Hlc* const whole = baseOf(RowState::Existence);
        Hlc newest;
        for (const auto& [field, value] : m_row.values) {
            const Hlc present = m_row.clock.of(field);
            if (present.device == own)
                continue;
            const Hlc* const base = baseOf(field);
            // Whoever saw a value of their own there did not see that another one stands, under any stamp.
            const bool unseen = base ? base->device == own || present > *base : !whole || present > *whole;
            if (unseen)
                newest = std::max(newest, present);
        }
        return newest;
    }

    void merge(const MergeUnit& unit)
    {
        Hlc current;
        for (const std::uint16_t member : unit.members)
            current = std::max(current, m_row.clock.of(member));
        // Nobody has written it: an edit of the row has come before the row, after a backup was restored.
        const bool unwritten =
            std::ranges::none_of(unit.members, [this](std::uint16_t member) { return m_row.value(member) != nullptr; });
        // A device sends its operations in order, so it has seen whatever it wrote itself, under any stamp.
        if (unwritten || hasSeen(unit) || (current.device == m_op.clock.device && !m_op.carried))
            return accept(unit, mergeLater(m_op.clock, current));
        const bool same = std::ranges::all_of(unit.edits, [this](const Wire::Op::FieldEdit* edit) {
            const QVariant* value = m_row.value(edit->field);
            return value && *value == edit->value;
        });
        if (same)
            return accept(unit, std::max(m_op.clock, current));

        const bool newer = m_op.clock > current && !m_op.suspect && !m_op.carried;
        switch (unit.policy) {
        case MergePolicy::Quiet: return newer ? accept(unit, m_op.clock) : keep(unit);
        case MergePolicy::Max:
            return mergeLarger(unit.edits.front()->value, m_row.value(unit.edits.front()->field))
                       ? accept(unit, mergeLater(m_op.clock, current))
                       : keep(unit);
        case MergePolicy::Review: return lose(unit, current);
        case MergePolicy::NewestWins: break;
        }
        if (!newer)
            return lose(unit, current);
        for (const Wire::Op::FieldEdit* edit : unit.edits) {
            if (const QVariant* value = m_row.value(edit->field); value && *value != edit->value)
                note(unit, *edit, edit->value, *value, m_op.clock, current);
        }
        accept(unit, m_op.clock);
    }

    /// The author had every present value of the unit in front of them. One of a group is not enough: what waits to be
    /// sent hides what comes for that field, but not what comes for its neighbour.
    bool hasSeen(const MergeUnit& unit) const
    {
        Hlc newest;
        for (const Wire::Op::FieldEdit* edit : unit.edits)
            newest = std::max(newest, edit->base);
        return std::ranges::all_of(unit.members, [&](std::uint16_t member) {
            const auto edit = std::ranges::find(unit.edits, member, &Wire::Op::FieldEdit::field);
            const Hlc present = m_row.clock.of(member);
            return edit == unit.edits.end() ? present <= newest : (*edit)->base == present;
        });
    }

    void accept(const MergeUnit& unit, Hlc clock)
    {
        for (const Wire::Op::FieldEdit* edit : unit.edits)
            m_row.setValue(edit->field, edit->value);
        for (const std::uint16_t member : unit.members) {
            m_row.clock.set(member, clock);
            m_out.changed.push_back(member);
        }
        m_out.touched = true;
        if (clock != m_op.clock)
            alter(unit, MergeStatus::Restamped);
    }

    void lose(const MergeUnit& unit, Hlc current)
    {
        for (const Wire::Op::FieldEdit* edit : unit.edits) {
            const QVariant* value = m_row.value(edit->field);
            if (!value || *value != edit->value)
                note(unit, *edit, value ? *value : QVariant(), edit->value, current, m_op.clock);
        }
        keep(unit);
    }

    /// Call it while the row still has the value from before the operation.
    void note(const MergeUnit& unit, const Wire::Op::FieldEdit& edit, QVariant kept, QVariant lost, Hlc keptClock,
              Hlc lostClock)
    {
        LostValue value{edit.field, std::move(kept), std::move(lost), keptClock, lostClock};
        if (edit.seen) {
            value.before = edit.seen;
            value.beforeClock = edit.base;
        }
        for (const std::uint16_t member : unit.members) {
            if (member == edit.field)
                continue;
            const QVariant* present = m_row.value(member);
            const auto other = std::ranges::find(unit.edits, member, &Wire::Op::FieldEdit::field);
            if (other == unit.edits.end())
                value.beside.push_back({member, present ? *present : QVariant()});
            else if (present && *present == (*other)->value)
                value.beside.push_back({member, *present, (*other)->seen});
        }
        m_out.lost.push_back(std::move(value));
    }

    void keep(const MergeUnit& unit)
    {
        m_out.touched = true;
        alter(unit, MergeStatus::Merged);
    }

    void alter(const MergeUnit& unit, MergeStatus status)
    {
        m_out.altered.insert(m_out.altered.end(), unit.members.begin(), unit.members.end());
        if (m_out.status != MergeStatus::Merged)
            m_out.status = status;
    }

    RowState& m_row;
    const Wire::Op& m_op;
    MergeOutcome m_out;
};

}  // namespace

MergeOutcome mergeOperation(RowState& row, const Wire::Op& operation, const TableSchema& schema)
{
    OperationMerge merge(row, operation);
    if (operation.kind == Wire::Op::Kind::Delete)
        return merge.remove();
    if (!row.known)
        return merge.create();
    if (row.deleted && (!operation.create || operation.carried))
        return merge.editDeleted();
    return merge.edit(schema);
}

bool clampClock(Wire::Op& operation, HlcClock& server, UtcMs now)
{
    if (operation.clock.msecs() <= now + MergeMaxAhead)
        return false;
    operation.clock.stamp = server.next(now).stamp;
    return true;
}

}  // namespace Forecourt
