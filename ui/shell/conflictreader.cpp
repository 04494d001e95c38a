// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/conflictreader.h"

#include "models/base/whendone.h"
#include "models/store/store.h"

#include <algorithm>
#include <memory>

namespace Forecourt {

namespace {

constexpr int ConflictRecordsShown = 200;

}  // namespace

ConflictReader::ConflictReader(Store& store, const std::vector<RecordWords*>& words, QObject* parent)
    : QObject(parent), m_store(store), m_words(words)
{
}

RecordWords* ConflictReader::wordsFor(std::uint16_t table) const
{
    const auto found = std::ranges::find_if(m_words, [table](const RecordWords* words) { return words->knows(table); });
    return found == m_words.end() ? nullptr : *found;
}

void ConflictReader::read()
{
    if (std::exchange(m_reading, true)) {
        m_stale = true;
        return;
    }
    const auto records = m_store.read([&store = m_store](Connection& connection) {
        return ConflictRepository::open(connection, store.schema(), ConflictRecordsShown);
    });
    whenDone(records, this, [this](Expected<std::vector<ConflictedRecord>> open) {
        if (open)
            describe(std::move(*open));
        else
            m_reading = false;
    });
}

void ConflictReader::describe(std::vector<ConflictedRecord> records)
{
    auto items = std::make_shared<std::vector<Item>>();
    for (ConflictedRecord& record : records)
        if (wordsFor(record.table) && record.here)
            items->push_back({std::move(record), {}});
    std::stable_partition(items->begin(), items->end(), [this](const Item& item) {
        return std::ranges::any_of(item.record.conflicts, [this](const Conflict& conflict) {
            return !m_person.isNull() && (conflict.keptBy == m_person || conflict.lostBy == m_person);
        });
    });
    auto open = std::make_shared<int>(1);
    const auto describedOne = [this, items, open] {
        if (--*open == 0)
            finish(std::move(*items));
    };
    for (RecordWords* words : m_words) {
        std::vector<ConflictedRecord> theirs;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (wordsFor((*items)[i].record.table) == words) {
                theirs.push_back((*items)[i].record);
                places.push_back(i);
            }
        }
        if (theirs.empty())
            continue;
        ++*open;
        whenDone(words->conflicts(std::move(theirs)), this,
                 [items, places, describedOne](const Expected<std::vector<ConflictText>>& texts) {
                     for (std::size_t i = 0; texts && i < texts->size(); ++i)
                         (*items)[places[i]].text = (*texts)[i];
                     describedOne();
                 });
    }
    describedOne();
}

void ConflictReader::finish(std::vector<Item> items)
{
    m_reading = false;
    std::erase_if(items, [](const Item& item) { return item.text.rows.size() != item.record.conflicts.size(); });
    Q_EMIT done(items);
    if (std::exchange(m_stale, false))
        read();
}

}  // namespace Forecourt
