// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/rowclock.h"
#include "sync/client/syncclient.h"
#include "tests/support/serverprocess.h"
#include "tests/support/teststore.h"

namespace Forecourt::Tests {

/// A workstation without windows: store, journal and sync.
class Workstation : public TestStore {
public:
    /// `design`: to be another version of the program.
    explicit Workstation(StoreDesign design = {}) : TestStore(std::move(design))
    {
        qputenv("FORECOURT_NO_KEYCHAIN", "1");
        clock.set(QDateTime::currentMSecsSinceEpoch());
        open();
    }
    ~Workstation() { m_client.reset(); }

    /// Ends the program.
    void close()
    {
        m_client.reset();
        TestStore::close();
    }
    /// Ends the program and starts it again on the same store.
    void restart(bool workOffline = false)
    {
        m_client.reset();
        reopen();
        open(workOffline);
    }

    /// The program is exchanged for another version, which opens the store.
    void update(StoreDesign design, bool workOffline = false)
    {
        m_client.reset();
        TestStore::update(std::move(design));
        open(workOffline);
    }

    SyncClient& sync() { return *m_client; }
    Expected<void> signIn(const ServerProcess& server, const QString& name,
                          const QString& password = ServerProcess::Password, const QString& newPassword = {})
    {
        return m_client->signIn(server.url(), name, password, {}, newPassword).result();
    }
    Expected<void> settle(SyncClient::Files files = SyncClient::Files::LeaveOut)
    {
        return m_client->settle(std::chrono::seconds(60), files).result();
    }

    /// Rows of a synced table as texts that are equal on two stores when what people see is equal, and the clock of
    /// each field.
    QStringList content(Table table)
    {
        const TableSchema& schema = store().schema().table(table);
        QString columns;
        for (const Field& field : schema.fields)
            columns += QStringLiteral(", quote(\"%1\")").arg(field.name);
        const QString sql = QStringLiteral("SELECT hex(id), _del, _clk%1 FROM %2 ORDER BY id")
                                .arg(columns, QString(schema.declaration->name));
        auto rows = store()
                        .read([&](Connection& connection) -> Expected<QStringList> {
                            auto query = connection.run(sql);
                            if (!query)
                                return fail(query.error());
                            QStringList lines;
                            while (query->next()) {
                                const RowClock clocks = RowClock::unpack(query->blob(2));
                                QString line = query->text(0);
                                if (query->integer(1) != 0)
                                    line += QStringLiteral(" removed");
                                for (const Field& field : schema.fields)
                                    line += QStringLiteral(" %1=%2@%3")
                                                .arg(field.name, query->text(field.number + 2),
                                                     QString::fromLatin1(clocks.of(field.number).toBytes().toHex()));
                                lines.append(line);
                            }
                            return lines;
                        })
                        .result();
        if (!rows)
            qFatal("test query: %s", qUtf8Printable(rows.error().detail));
        return *rows;
    }

private:
    void open(bool workOffline = false)
    {
        m_client = std::make_unique<SyncClient>(store(), journal(), SyncClient::Options{{}, workOffline});
    }

    std::unique_ptr<SyncClient> m_client;
};

/// Fails the running test at the first row that differs.
inline void compareContent(Workstation& one, Workstation& other, Table table)
{
    const QStringList mine = one.content(table);
    const QStringList theirs = other.content(table);
    for (qsizetype i = 0; i < std::min(mine.size(), theirs.size()); ++i)
        QCOMPARE(mine.at(i), theirs.at(i));
    QCOMPARE(mine.size(), theirs.size());
}

}  // namespace Forecourt::Tests
