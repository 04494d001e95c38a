// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/outbox/storesnapshot.h"
#include "tests/support/teststore.h"

#include <QFile>

namespace Forecourt::Tests {

/// Writes all rows of a store into a file of its own, as a server makes it: plain tables in the order of sequence,
/// nothing else. The store must have no changes that wait.
inline StoreSnapshot writeSnapshot(TestStore& from, const QString& file, const QByteArray& view)
{
    using namespace Qt::StringLiterals;
    QFile::remove(file);
    StoreSnapshot snapshot{file, 0, from.journal().identity().result()->cursor, view};
    const Schema& schema = from.store().schema();
    const auto written =
        from.store()
            .writeRaw([&](Connection& connection) -> Expected<void> {
                FC_TRY(connection.run(u"ATTACH ? AS made"_s, {file}));
                for (const SyncedTable& declaration : schema.declarations()) {
                    QStringList columns{u"id"_s, u"_clk"_s, u"_seq"_s, u"_del"_s, u"_ext"_s};
                    for (const Field& field : schema.table(declaration.table).fields)
                        columns.append(u'"' + field.name + u'"');
                    const QString name = declaration.name;
                    FC_TRY(connection.script(u"CREATE TABLE made.%1 AS SELECT %2 FROM main.%1 ORDER BY _seq"_s.arg(
                        name, columns.join(u", "_s))));
                    const auto count = connection.scalar(u"SELECT count(*) FROM made."_s + name);
                    if (!count)
                        return fail(count.error());
                    snapshot.rows += count->toLongLong();
                }
                FC_TRY(connection.script(u"PRAGMA made.user_version = %1"_s.arg(schema.version())));
                return connection.script(u"DETACH made"_s);
            })
            .result();
    if (!written)
        qFatal("test snapshot: %s", qUtf8Printable(written.error().detail));
    return snapshot;
}

}  // namespace Forecourt::Tests
