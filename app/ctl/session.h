// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"
#include "models/outbox/devicelease.h"
#include "models/outbox/journal.h"
#include "models/store/store.h"

#include <QFuture>
#include <QString>
#include <QUrl>

#include <memory>
#include <utility>

namespace Forecourt {

/// The store that a command works on, and the waiting that a program without a window may do.
class Session {
public:
    /// Opens the store. `make`: where there is none, begins one. Errors: those of Store::open; StoreUnreadable where
    /// there is none.
    static Expected<std::unique_ptr<Session>> open(const QString& directory, const QUrl& server, bool make);

    Store& store() { return *m_store; }
    Journal& journal() { return *m_journal; }
    /// As given on the command line; empty: the one that the store knows.
    const QUrl& server() const { return m_server; }

    /// How long the store may still be opened, after noting that it was opened now.
    Expected<DeviceLease> lookAtLease();

    /// Reads in the background and waits for it. The job returns Expected.
    template <class Job>
    auto read(Job job)
    {
        return m_store->read(std::move(job)).takeResult();
    }
    /// Runs a command and waits for it.
    template <class Edit>
    Expected<EditOutcome> run(Edit edit)
    {
        return m_journal->run(std::move(edit)).takeResult();
    }

private:
    Session() = default;

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    QUrl m_server;
};

}  // namespace Forecourt
