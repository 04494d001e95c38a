// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/indexqueue.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView IndexNote = "index:"_L1;

}  // namespace

Expected<void> IndexQueue::setAside(Connection& connection, const QString& table)
{
    const auto noted = connection.run(
        u"INSERT OR REPLACE INTO sync_state (k, v) SELECT ? || name, sql FROM main.sqlite_schema "
        "WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid"_s,
        {QString(IndexNote), table});
    if (!noted)
        return fail(noted.error());
    QStringList names;
    {
        auto rows = connection.run(
            u"SELECT name FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"_s,
            {table});
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            names.append(rows->text(0));
        if (const auto error = rows->error())
            return fail(*error);
    }
    for (const QString& name : names)
        FC_TRY(connection.script(u"DROP INDEX main.\"%1\""_s.arg(name)));
    return {};
}

Expected<void> IndexQueue::make(Connection& connection, const QString& name)
{
    const QString key = IndexNote + name;
    const auto definition = connection.scalar(u"SELECT v FROM sync_state WHERE k = ?"_s, {key});
    if (!definition)
        return fail(definition.error());
    if (!definition->isValid())
        return {};
    // There already, where an older program has worked on the store meanwhile.
    FC_TRY(connection.script(u"DROP INDEX IF EXISTS main.\"%1\""_s.arg(name)));
    FC_TRY(connection.script(definition->toString()));
    if (const auto done = connection.run(u"DELETE FROM sync_state WHERE k = ?"_s, {key}); !done)
        return fail(done.error());
    return {};
}

Expected<bool> IndexQueue::makeNext(Connection& connection)
{
    const auto key = connection.scalar(u"SELECT k FROM sync_state WHERE k GLOB 'index:*' ORDER BY rowid LIMIT 1"_s);
    if (!key)
        return fail(key.error());
    if (!key->isValid())
        return false;
    FC_TRY(make(connection, key->toString().sliced(IndexNote.size())));
    return true;
}

Expected<void> IndexQueue::makeAll(Connection& connection)
{
    for (;;) {
        const auto made = makeNext(connection);
        if (!made)
            return fail(made.error());
        if (!*made)
            return {};
    }
}

}  // namespace Forecourt
