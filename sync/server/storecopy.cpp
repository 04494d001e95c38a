// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/storecopy.h"

#include "models/base/sha256.h"
#include "sync/server/serverschema.h"

#include <QFile>
#include <QLockFile>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int CopyRowsTogether = 50;

/// A value as both databases take it. What is empty but there must not become NULL on the way.
QVariant copyValue(const Query& row, int column)
{
    if (row.isNull(column))
        return {};
    const QVariant value = row.value(column);
    switch (value.typeId()) {
    case QMetaType::QByteArray: return value.toByteArray().isNull() ? QByteArray("") : value.toByteArray();
    case QMetaType::QString: return u""_s + value.toString();
    default: return value.toLongLong();
    }
}

/// The same for the same row of either database.
QByteArray copyHash(const QVariantList& row)
{
    QByteArray bytes;
    for (const QVariant& value : row) {
        QByteArray part;
        char type = '0';
        switch (value.typeId()) {
        case QMetaType::UnknownType: break;
        case QMetaType::QByteArray:
            type = 'b';
            part = value.toByteArray();
            break;
        case QMetaType::QString:
            type = 't';
            part = value.toString().toUtf8();
            break;
        default: type = 'i'; part = QByteArray::number(value.toLongLong());
        }
        bytes += type + QByteArray::number(part.size()) + ':' + part;
    }
    return sha256(bytes);
}

/// Hands every row of `table` to `take(row)`, its columns in the order of `columns`, which is filled when empty.
template <class Take>
Expected<StoreSums::TableSum> copyEachRow(SqlStorage& store, const QString& table, QStringList& columns, Take take)
{
    StoreSums::TableSum sum{table, 0, QByteArray(32, '\0')};
    // The order of columns is that of one database, and may differ in another that came by another way.
    auto rows =
        store.session().stream(u"SELECT %1 FROM %2"_s.arg(columns.isEmpty() ? u"*"_s : columns.join(u", "_s), table));
    if (!rows)
        return fail(rows.error());
    if (columns.isEmpty())
        columns = rows->columns();
    while (rows->next()) {
        QVariantList row;
        row.reserve(columns.size());
        for (int i = 0; i < columns.size(); ++i)
            row.append(copyValue(*rows, i));
        ++sum.rows;
        const QByteArray hash = copyHash(row);
        std::ranges::transform(sum.sum, hash, sum.sum.begin(), [](char a, char b) { return static_cast<char>(a ^ b); });
        FC_TRY(take(std::move(row)));
    }
    if (const auto error = rows->error())
        return fail(*error);
    return sum;
}

/// Adds rows to a table, many with each statement.
class CopyWriter {
public:
    CopyWriter(SqlStorage& store, QString table, const QStringList& columns)
        : m_store(store), m_table(std::move(table)), m_columns(columns)
    {
    }

    Expected<void> add(QVariantList row)
    {
        m_values += std::move(row);
        return ++m_rows < CopyRowsTogether ? Expected<void>() : flush();
    }
    Expected<void> flush()
    {
        if (m_rows == 0)
            return {};
        const QString row = u'(' + QStringList(m_columns.size(), u"?"_s).join(u", "_s) + u')';
        auto done = m_store.session().run(u"INSERT INTO %1 (%2) VALUES %3"_s.arg(
                                              m_table, m_columns.join(u", "_s), QStringList(m_rows, row).join(u", "_s)),
                                          std::exchange(m_values, {}));
        m_rows = 0;
        if (!done)
            return fail(done.error());
        return {};
    }

private:
    SqlStorage& m_store;
    const QString m_table;
    const QStringList& m_columns;
    QVariantList m_values;
    qsizetype m_rows = 0;
};

Expected<void> copyIgnore(const QVariantList&)
{
    return {};
}

Expected<StoreSums::TableSum> copyTable(SqlStorage& from, SqlStorage& to, const QString& table)
{
    if (auto emptied = to.session().run(u"DELETE FROM "_s + table); !emptied)
        return fail(emptied.error());
    QStringList columns;
    std::optional<CopyWriter> writer;
    const auto sum = copyEachRow(from, table, columns, [&](QVariantList row) {
        if (!writer)
            writer.emplace(to, table, columns);
        return writer->add(std::move(row));
    });
    if (!sum)
        return fail(sum.error());
    if (writer)
        FC_TRY(writer->flush());
    const auto arrived = copyEachRow(to, table, columns, copyIgnore);
    if (!arrived)
        return fail(arrived.error());
    if (*arrived != *sum)
        return fail(ErrorCode::QueryFailed, {},
                    u"%1: %2 rows left, %3 came out otherwise"_s.arg(table).arg(sum->rows).arg(arrived->rows));
    return *sum;
}

/// Runs `body` inside a transaction of `store`; `keep` says whether to commit it.
template <class Body>
auto copyInside(SqlStorage& store, bool keep, Body body) -> decltype(body())
{
    FC_TRY(store.begin());
    auto done = body();
    if (!done || !keep) {
        store.rollback();
        return done;
    }
    if (const auto committed = store.commit(); !committed) {
        store.rollback();
        return fail(committed.error());
    }
    return done;
}

}  // namespace

qint64 StoreSums::rows() const
{
    qint64 count = 0;
    for (const TableSum& table : tables)
        count += table.rows;
    return count;
}

Expected<StoreSums> sumStore(SqlStorage& store)
{
    StoreSums sums;
    for (const QString& table : serverTables()) {
        QStringList columns;
        auto sum = copyEachRow(store, table, columns, copyIgnore);
        if (!sum)
            return fail(sum.error());
        sums.tables.push_back(std::move(*sum));
    }
    return sums;
}

Expected<bool> isStoreEmpty(SqlStorage& store)
{
    // One device is the server itself.
    const auto used = store.session().scalar(
        u"SELECT (SELECT count(*) FROM row_state) + (SELECT count(*) FROM accounts) + (SELECT count(*) FROM devices) - 1"_s);
    if (!used)
        return fail(used.error());
    return used->toLongLong() == 0;
}

Expected<StoreSums> copyStore(SqlStorage& from, SqlStorage& to)
{
    StoreSums sums;
    for (const QString& table : serverTables()) {
        auto sum = copyTable(from, to, table);
        if (!sum)
            return fail(sum.error());
        sums.tables.push_back(std::move(*sum));
    }
    return sums;
}

Expected<StoreSums> migrateStore(const StoreLocation& from, const StoreLocation& to)
{
    if (!QFile::exists(from.storeFile()))
        return fail(ErrorCode::NotFound, from.storeFile());
    QLockFile lock(from.lockFile());
    lock.setStaleLockTime(0);
    if (!lock.tryLock())
        return fail(ErrorCode::StoreInUse, from.directory);
    Expected<StoreSums> moved;
    {
        auto source = from.open();
        if (!source)
            return fail(source.error());
        auto target = to.open();
        if (!target)
            return fail(target.error());
        // Nobody adds a person with the command line meanwhile, and the file stays as it is.
        moved = copyInside(**source, false, [&] {
            return copyInside(**target, true, [&]() -> Expected<StoreSums> {
                const auto empty = isStoreEmpty(**target);
                if (!empty)
                    return fail(empty.error());
                if (*empty)
                    return copyStore(**source, **target);
                // Perhaps we were here before and did not come to the end.
                auto wanted = sumStore(**source);
                const auto present = sumStore(**target);
                if (wanted && present && *wanted == *present)
                    return wanted;
                return fail(ErrorCode::InvalidInput, to.database->shown(),
                            u"it holds rows of a server already; give an empty database"_s);
            });
        });
    }
    if (!moved)
        return moved;
    // Whoever starts a server on the file from now on must hear that its rows are elsewhere.
    if (!QFile::rename(from.storeFile(), from.movedFile()))
        return fail(ErrorCode::FileUnwritable, from.movedFile(),
                    u"the rows are in the database; rename %1 to it by hand"_s.arg(from.storeFile()));
    return moved;
}

}  // namespace Forecourt
