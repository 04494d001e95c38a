// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/backup.h"

#include "models/base/sha256.h"
#include "models/store/connection.h"
#include "models/store/schema.h"
#include "sync/protocol/codec.h"
#include "sync/server/auditdetail.h"
#include "sync/server/audittrail.h"
#include "sync/server/epochrenewal.h"
#include "sync/server/postgresstorage.h"
#include "sync/server/sqlitestorage.h"
#include "sync/server/storecopy.h"
#include "sync/server/storedfiles.h"
#include "sync/server/tlsidentity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BackupPiece = 1024 * 1024;
constexpr int BackupReservedDevices = 1'000;

struct BackupStore {
    BackupSummary summary;
    QSet<QByteArray> named;  ///< files that rows name, by hash
};

tl::unexpected<Error> backupDamaged(const QString& what)
{
    return fail(ErrorCode::StoreDamaged, {}, what);
}

/// Files that are whole, with their hashes.
std::vector<std::pair<QByteArray, QString>> backupFiles(const QString& blobDirectory)
{
    std::vector<std::pair<QByteArray, QString>> files;
    for (int first = 0; first < 256; ++first) {
        for (const QByteArray& sha : storedFiles(blobDirectory, static_cast<std::uint8_t>(first)))
            files.emplace_back(sha, storedFilePath(blobDirectory, sha));
    }
    return files;
}

Expected<void> backupAddFile(Connection& backup, const QByteArray& sha, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    for (int piece = 0; !file.atEnd(); ++piece) {
        auto added = backup.run(u"INSERT INTO backup_blob (sha, piece, data) VALUES (?, ?, ?)"_s,
                                {sha, piece, file.read(BackupPiece)});
        if (!added)
            return fail(added.error());
    }
    return {};
}

/// The files that a row names.
void backupNoteFiles(std::uint16_t table, const Wire::FieldValues& values, QSet<QByteArray>& named)
{
    const TableSchema* schema = Schema::current().find(table);
    if (!schema)
        return;
    for (const BlobField& blob : schema->declaration->blobs) {
        const std::uint16_t number = schema->field(QString(blob.field))->number;
        const auto value = std::ranges::find(values, number, &Wire::FieldValues::value_type::first);
        if (value != values.end() && value->second.toByteArray().size() == 32)
            named.insert(value->second.toByteArray());
    }
}

/// Reads everything in a server's store but its files.
Expected<BackupStore> backupReadStore(SqlStorage& storage)
{
    SqlSession& store = storage.session();
    const auto newest = storage.seq();
    if (!newest)
        return backupDamaged(newest.error().detail);
    BackupStore found;
    {
        auto rows = store.stream(u"SELECT tbl, id, seq, del, clk, body FROM row_state"_s);
        if (!rows)
            return backupDamaged(rows.error().detail);
        while (rows->next()) {
            ++found.summary.rows;
            const auto table = static_cast<std::uint16_t>(rows->integer(0));
            const auto values = Wire::decodeFields(rows->blob(5));
            const QString name = u"row %1 of table %2"_s.arg(Uuid::fromBytes(rows->blob(1)).toString()).arg(table);
            if (!values)
                return backupDamaged(name + u": its values"_s);
            if (RowClock::unpack(rows->blob(4)).base().isNull())
                return backupDamaged(name + u": its clocks"_s);
            if (rows->integer(2) > *newest)
                return backupDamaged(name + u": its sequence"_s);
            if (rows->integer(3) == 0)
                backupNoteFiles(table, *values, found.named);
        }
        if (const auto error = rows->error())
            return fail(*error);
    }
    const auto accounts = storage.accounts();
    if (!accounts)
        return backupDamaged(accounts.error().detail);
    found.summary.accounts = static_cast<qint64>(accounts->size());
    const auto audit = checkAudit(storage);
    if (!audit)
        return fail(audit.error());
    found.summary.audit = *audit;
    return found;
}

Expected<BackupStore> backupReadFile(const QString& file)
{
    auto storage = SqliteStorage::look(file);
    if (!storage)
        return fail(storage.error());
    const auto sound = (*storage)->session().scalar(u"PRAGMA integrity_check"_s);
    if (!sound)
        return backupDamaged(sound.error().detail);
    if (sound->toString() != "ok"_L1)
        return backupDamaged(sound->toString());
    return backupReadStore(**storage);
}

Expected<BackupStore> backupReadServer(const StoreLocation& server)
{
    if (!server.database)
        return QFile::exists(server.storeFile()) ? backupReadFile(server.storeFile())
                                                 : fail(ErrorCode::NotFound, server.storeFile());
    auto storage = PostgresStorage::look(*server.database);
    if (!storage)
        return fail(storage.error());
    return backupReadStore(**storage);
}

/// The rows of a server, as they are at this moment, in a new SQLite file.
Expected<void> backupRows(const StoreLocation& server, const QString& file)
{
    if (server.database) {
        auto source = PostgresStorage::look(*server.database);
        if (!source)
            return fail(source.error());
        auto target = SqliteStorage::open(file);
        if (!target)
            return fail(target.error());
        FC_TRY((*target)->begin());
        if (const auto copied = copyStore(**source, **target); !copied)
            return fail(copied.error());
        return (*target)->commit();
    }
    if (!QFile::exists(server.storeFile()))
        return fail(ErrorCode::NotFound, server.storeFile());
    auto store = Connection::open(server.storeFile(), Connection::Access::ReadWrite);
    if (!store)
        return fail(store.error());
    if (auto copied = (*store)->run(u"VACUUM INTO ?"_s, {file}); !copied)
        return fail(ErrorCode::FileUnwritable, file, copied.error().detail);
    return {};
}

/// Puts the rows of a SQLite file into an empty database.
Expected<void> backupFillDatabase(const QString& file, const StoreLocation& server)
{
    auto source = SqliteStorage::open(file);
    if (!source)
        return fail(source.error());
    auto target = server.open();
    if (!target)
        return fail(target.error());
    FC_TRY((*source)->begin());
    FC_TRY((*target)->begin());
    const auto empty = isStoreEmpty(**target);
    if (!empty)
        return fail(empty.error());
    if (!*empty)
        return fail(ErrorCode::InvalidInput, server.database->shown(), u"it holds rows of a server already"_s);
    if (const auto copied = copyStore(**source, **target); !copied)
        return fail(copied.error());
    return (*target)->commit();
}

/// Hands each piece of each file in a backup to `take(sha, data)`, and `finish(sha)` after the last one.
template <class Take, class Finish>
Expected<void> backupEachFile(Connection& backup, Take take, Finish finish)
{
    auto pieces = backup.run(u"SELECT sha, data FROM backup_blob ORDER BY sha, piece"_s);
    if (!pieces)
        return fail(ErrorCode::StoreDamaged, {}, pieces.error().detail);
    QByteArray current;
    while (pieces->next()) {
        const QByteArray sha = pieces->blob(0);
        if (sha != current && !current.isEmpty())
            FC_TRY(finish(current));
        current = sha;
        FC_TRY(take(sha, pieces->blob(1)));
    }
    if (const auto error = pieces->error())
        return fail(*error);
    if (!current.isEmpty())
        FC_TRY(finish(current));
    return {};
}

Expected<void> backupUnpackFiles(Connection& backup, const QString& blobDirectory)
{
    QFile file;
    return backupEachFile(
        backup,
        [&](const QByteArray& sha, const QByteArray& data) -> Expected<void> {
            if (!file.isOpen()) {
                file.setFileName(storedFilePath(blobDirectory, sha));
                QDir().mkpath(QFileInfo(file.fileName()).path());
                if (!file.open(QIODevice::WriteOnly))
                    return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
            }
            if (file.write(data) != data.size())
                return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
            return {};
        },
        [&](const QByteArray&) -> Expected<void> {
            file.close();
            return {};
        });
}

/// What has to be different in a store that was put back: the numbers of devices that enrolled after the backup are not
/// given to others, since they are in the clocks of rows that will come back; devices go on with tokens that were given
/// since; and the audit log says that it happened.
Expected<void> backupMarkRestored(SqliteStorage& storage)
{
    const UtcMs now = SystemClock().now();
    auto reserved = storage.session().run(
        u"INSERT INTO devices (ordinal, id, user_id, name, enrolled_at, seen_at) "
        "VALUES ((SELECT max(ordinal) FROM devices) + ?, ?, ?, 'restored', ?, ?)"_s,
        {BackupReservedDevices, Uuid::create().toBytes(), Uuid().toBytes(), qint64(now), qint64(now)});
    if (!reserved)
        return fail(reserved.error());
    FC_TRY(storage.forgetRefreshTokens());
    AuditEntry entry;
    entry.kind = AuditKind::BackupRestored;
    entry.address = u"console"_s;
    entry.detail = encodeAuditDetail({});
    return writeAudit(storage, std::move(entry), now);
}

}  // namespace

Expected<BackupSummary> backUp(const StoreLocation& server, const QString& file)
{
    if (QFile::exists(file))
        return fail(ErrorCode::FileUnwritable, file, u"it exists already"_s);
    const QString partial = file + u".partial"_s;
    QFile::remove(partial);
    FC_TRY(backupRows(server, partial));
    {
        auto backup = Connection::open(partial, Connection::Access::ReadWrite);
        if (!backup)
            return fail(backup.error());
        // One plain file, without a log beside it.
        FC_TRY(
            (*backup)->script(u"PRAGMA journal_mode = DELETE; CREATE TABLE backup_blob (sha BLOB NOT NULL, "
                              "piece INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha, piece))"_s));
        auto transaction = Transaction::begin(**backup);
        if (!transaction)
            return fail(transaction.error());
        // After the rows: what they name is here then, and a file more does no harm.
        for (const auto& [sha, path] : backupFiles(server.blobDirectory()))
            FC_TRY(backupAddFile(**backup, sha, path));
        FC_TRY(transaction->commit());
    }
    auto summary = checkBackup(partial);
    if (!summary)
        return summary;
    if (!QFile::rename(partial, file))
        return fail(ErrorCode::FileUnwritable, file);
    return summary;
}

Expected<BackupSummary> checkBackup(const QString& file)
{
    if (!QFile::exists(file))
        return fail(ErrorCode::FileUnreadable, file);
    auto store = backupReadFile(file);
    if (!store)
        return fail(store.error());
    BackupSummary& summary = store->summary;
    auto backup = Connection::open(file, Connection::Access::ReadOnly);
    if (!backup)
        return fail(backup.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    FC_TRY(backupEachFile(
        **backup,
        [&](const QByteArray&, const QByteArray& data) -> Expected<void> {
            hash.addData(data);
            summary.bytes += data.size();
            return {};
        },
        [&](const QByteArray& sha) -> Expected<void> {
            ++summary.files;
            store->named.remove(sha);
            if (hash.result() != sha)
                return fail(ErrorCode::StoreDamaged, QString::fromLatin1(sha.toHex()), u"file with another hash"_s);
            hash.reset();
            return {};
        }));
    summary.filesMissing = store->named.size();
    return summary;
}

Expected<BackupSummary> restoreBackup(const QString& file, const StoreLocation& server)
{
    auto summary = checkBackup(file);
    if (!summary)
        return summary;
    QDir().mkpath(server.directory);
    // Its certificate may be there already: workstations know it.
    QStringList there = QDir(server.directory).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    there.removeAll(QFileInfo(TlsIdentity::ownFile(server.directory)).fileName());
    if (!there.isEmpty())
        return fail(ErrorCode::FileUnwritable, server.directory, u"it is not empty"_s);
    const QString target = server.storeFile();
    const QString partial = target + u".partial"_s;
    if (!QFile::copy(file, partial))
        return fail(ErrorCode::FileUnwritable, partial);
    {
        auto store = Connection::open(partial, Connection::Access::ReadWrite);
        if (!store)
            return fail(store.error());
        FC_TRY(backupUnpackFiles(**store, server.blobDirectory()));
        FC_TRY((*store)->script(u"DROP TABLE backup_blob; VACUUM"_s));
    }
    {
        auto storage = SqliteStorage::open(partial);
        if (!storage)
            return fail(storage.error());
        FC_TRY(backupMarkRestored(**storage));
        QByteArray epoch(8, Qt::Uninitialized);
        for (char& byte : epoch)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        FC_TRY(renewEpoch((*storage)->session(), epoch));
        FC_TRY((*storage)->session().script(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    if (server.database) {
        FC_TRY(backupFillDatabase(partial, server));
        QFile::remove(partial);
        return summary;
    }
    if (!QFile::rename(partial, target))
        return fail(ErrorCode::FileUnwritable, target);
    return summary;
}

Expected<BackupSummary> checkServer(const StoreLocation& server, CheckFiles files)
{
    auto store = backupReadServer(server);
    if (!store)
        return fail(store.error());
    BackupSummary& summary = store->summary;
    for (const auto& [sha, path] : backupFiles(server.blobDirectory())) {
        ++summary.files;
        QFile file(path);
        summary.bytes += file.size();
        if (!store->named.remove(sha)) {
            ++summary.filesUnused;
            summary.bytesUnused += file.size();
        }
        if (files == CheckFiles::Count)
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path);
        const auto actual = sha256(file);
        if (!actual)
            return fail(actual.error());
        if (*actual != sha)
            return fail(ErrorCode::StoreDamaged, path, u"file with another hash"_s);
    }
    summary.filesMissing = store->named.size();
    return summary;
}

}  // namespace Forecourt
