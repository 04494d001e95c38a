// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/changering.h"

#include <algorithm>

namespace Forecourt {

namespace {

size_t ringWeight(const Change& change)
{
    return 4 + change.row.fields.size() + (change.forAuthor ? change.forAuthor->fields.size() : 0) +
           (change.whole ? change.whole->fields.size() : 0);
}

}  // namespace

void ChangeRing::append(std::vector<Change> changes)
{
    if (changes.empty())
        return;
    if (changes.front().seq != m_seq + 1)
        skipTo(changes.front().seq - 1);
    for (Change& change : changes) {
        m_seq = change.seq;
        m_size += ringWeight(change);
        m_changes.push_back(std::move(change));
    }
}

void ChangeRing::trim()
{
    while (m_size > m_capacity) {
        m_start = m_changes.front().seq;
        m_size -= ringWeight(m_changes.front());
        m_changes.pop_front();
    }
}

void ChangeRing::skipTo(qint64 seq)
{
    if (seq == m_seq)
        return;
    m_changes.clear();
    m_size = 0;
    m_start = m_seq = seq;
}

ChangeRing::Slice ChangeRing::after(qint64 cursor, const Reader& reader, int limit) const
{
    Slice slice;
    slice.upto = cursor;
    for (auto i = static_cast<size_t>(cursor - m_start); i < m_changes.size(); ++i) {
        if (static_cast<int>(slice.rows.size() + slice.forgotten.size()) >= limit)
            return slice;
        const Change& change = m_changes[i];
        slice.upto = change.seq;
        if (!change.scope.person.isNull() || (change.before && !change.before->person.isNull()) || reader.had)
            slice.common = false;
        if (std::ranges::find(slice.authors, change.author) == slice.authors.end())
            slice.authors.push_back(change.author);
        const bool own = change.author == reader.device;
        slice.common = slice.common && !own;
        if (!reader.audience.sees(change.scope)) {
            const bool had = change.before &&
                             (reader.audience.sees(*change.before) || (reader.had && reader.had->sees(*change.before)));
            if (had || own) {
                // What was told of it earlier in this page would bring it back.
                std::erase_if(slice.rows, [&](const Wire::Row& row) {
                    return row.id == change.row.id && row.table == change.row.table;
                });
                slice.forgotten.push_back({change.row.table, change.row.id});
            }
            continue;
        }
        const auto tell = [&](Wire::Row row) {
            if (reader.audience.withhold(row))
                slice.rows.push_back(std::move(row));
        };
        // Under earlier rights it may have missed what it would have seen under the present ones.
        if (change.before &&
            (!reader.audience.sees(*change.before) || (reader.knew && !reader.knew->sees(*change.before)))) {
            tell(*change.whole);
            continue;
        }
        // An operation that changed nothing only took a sequence for its author's sake.
        const bool tells = !change.row.fields.empty() || !change.row.base.isNull();
        if (tells && (!own || change.session != reader.session))
            tell(change.row);
        if (own && change.forAuthor)
            tell(*change.forAuthor);
    }
    return slice;
}

}  // namespace Forecourt
