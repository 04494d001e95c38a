// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/sqlstorage.h"
#include "tests/simulation/faults.h"
#include "tests/support/storekind.h"

#include <memory>
#include <optional>

namespace Forecourt::Tests {

/// What the simulated servers keep their rows in: each opens it, and it can be put back from its last backup.
class SimulatedStore {
public:
    /// A new one with the rows of `empty`, a SQLite file. `file`: where one of its own may be.
    static std::unique_ptr<SimulatedStore> make(StoreKind kind, const QString& empty, const QString& file, Fault fault);
    virtual ~SimulatedStore() = default;

    /// With the fault in it, until heal().
    std::unique_ptr<SqlStorage> open() { return openAsOf({}); }
    /// For whoever has asked for the sequence earlier: it is told as it was then.
    virtual std::unique_ptr<SqlStorage> openAsOf(std::optional<qint64> seq) = 0;
    void heal() { m_fault = Fault::None; }
    /// While servers use it.
    void backUp();
    bool hasBackup() const { return m_backups > 0; }
    /// Nobody has it open.
    void restore() { restoreFrom(backup()); }

protected:
    SimulatedStore(QString file, Fault fault) : m_file(std::move(file)), m_fault(fault) {}

    const QString m_file;
    Fault m_fault;

private:
    virtual void backUpTo(const QString& copy) = 0;
    virtual void restoreFrom(const QString& copy) = 0;
    QString backup() const { return QStringLiteral("%1.backup%2").arg(m_file).arg(m_backups); }

    int m_backups = 0;
};

}  // namespace Forecourt::Tests
