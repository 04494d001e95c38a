// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/id.h"
#include "models/outbox/conflict.h"
#include "ui/shell/recordwords.h"

#include <QObject>

#include <vector>

namespace Forecourt {

class Store;

/// Reads the records with open conflicts and has their features put them into words. Lives on the GUI thread, reads in
/// the background; what is asked for while a reading runs is read once more after it.
class ConflictReader : public QObject {
    Q_OBJECT

public:
    struct Item {
        ConflictedRecord record;
        ConflictText text;  ///< a row for each conflict
    };

    /// Store and words outlive the reader.
    ConflictReader(Store& store, const std::vector<RecordWords*>& words, QObject* parent = nullptr);

    /// Whose conflicts come first: those that this person is a side of.
    void setPerson(UserId person) { m_person = person; }
    void read();
    /// Null for a table of no feature.
    RecordWords* wordsFor(std::uint16_t table) const;

Q_SIGNALS:
    /// After each reading that succeeded.
    void done(const std::vector<Forecourt::ConflictReader::Item>& items);

private:
    void describe(std::vector<ConflictedRecord> records);
    void finish(std::vector<Item> items);

    Store& m_store;
    std::vector<RecordWords*> m_words;
    UserId m_person;
    bool m_reading = false;
    bool m_stale = false;
};

}  // namespace Forecourt
