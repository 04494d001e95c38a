// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/journal.h"
#include "models/store/store.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace Forecourt::Tests {

/// A real store in a temporary directory, with its journal and a clock in the test's hand.
class TestStore {
public:
    /// `design`: to be another version of the program.
    explicit TestStore(StoreDesign design = {}) : m_design(std::move(design)) { reopen(); }

    /// Closes and opens the same directory again, as a new start of the program does.
    void reopen()
    {
        close();
        auto opened = Store::open({m_directory.path(), &clock, 2, m_design});
        if (!opened)
            qFatal("test store: %s", qUtf8Printable(opened.error().detail));
        m_store = std::move(*opened);
        auto journalOpened = Journal::open(*m_store);
        if (!journalOpened)
            qFatal("test journal: %s", qUtf8Printable(journalOpened.error().detail));
        m_journal = std::move(*journalOpened);
    }
    /// The program is exchanged for another version, which opens the store.
    void update(StoreDesign design)
    {
        m_design = std::move(design);
        reopen();
    }
    void close()
    {
        m_journal.reset();
        m_store.reset();
    }

    QString path() const { return m_directory.path(); }
    Store& store() { return *m_store; }
    Journal& journal() { return *m_journal; }

    /// Runs an edit and waits for it.
    Expected<EditOutcome> edit(Journal::Job job) { return m_journal->edit(std::move(job)).result(); }

    /// First column of the first row of a query.
    QVariant scalar(const QString& sql, const QVariantList& parameters = {})
    {
        auto value = m_store->read([=](Connection& connection) { return connection.scalar(sql, parameters); }).result();
        if (!value)
            qFatal("test query: %s", qUtf8Printable(value.error().detail));
        return *value;
    }

    FakeClock clock;

private:
    StoreDesign m_design;
    QTemporaryDir m_directory;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
};

}  // namespace Forecourt::Tests
