// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/commands.h"

#include "app/server/auditcommand.h"
#include "app/server/devicecommand.h"
#include "app/server/dumpcommand.h"
#include "app/server/tlsarguments.h"
#include "app/server/usercommand.h"
#include "models/base/clock.h"
#include "models/base/errortext.h"
#include "sync/protocol/fingerprint.h"
#include "sync/server/backup.h"
#include "sync/server/storageengine.h"
#include "sync/server/storecopy.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

class ServerCommands {
    Q_DECLARE_TR_FUNCTIONS(ServerCommands)
};

void commandPrint(const QString& line)
{
    QTextStream(stdout) << line << Qt::endl;
}

ExitCode commandWrong(const QString& line)
{
    QTextStream(stderr) << line << Qt::endl;
    return ExitCode::Usage;
}

/// The store of the server, which may be running beside us.
Expected<std::unique_ptr<StorageEngine>> commandEngine(const StoreLocation& store)
{
    static const SystemClock clock;
    auto storage = store.open();
    if (!storage)
        return fail(storage.error());
    auto engine = std::make_unique<StorageEngine>(std::move(*storage), Schema::current(), clock);
    if (auto prepared = engine->prepare(); !prepared) {
        Error error = prepared.error();
        if (error.subject.isEmpty())
            error.subject = store.shown();
        return fail(error);
    }
    return engine;
}

ExitCode commandCertificate(const ServerArguments& arguments)
{
    const auto identity = tlsIdentity(arguments);
    if (!identity)
        return reportError(identity.error());
    commandPrint(Fingerprint::spelled(identity->fingerprint()));
    return ExitCode::Success;
}

/// A command that needs no more than the store.
ExitCode commandOnStore(const ServerArguments& arguments, ExitCode (*run)(const ServerArguments&, StorageEngine&))
{
    auto engine = commandEngine(arguments.store);
    return engine ? run(arguments, **engine) : reportError(engine.error());
}

ExitCode commandSummary(const QString& what, const Expected<BackupSummary>& summary)
{
    if (!summary)
        return reportError(summary.error());
    commandPrint(ServerCommands::tr("%1. Rows: %2, accounts: %3, files: %4, bytes of files: %5")
                     .arg(what)
                     .arg(summary->rows)
                     .arg(summary->accounts)
                     .arg(summary->files)
                     .arg(summary->bytes));
    commandPrint(ServerCommands::tr("Audit log: %n entry(s), the newest is %1 with hash %2", nullptr,
                                    static_cast<int>(summary->audit.entries))
                     .arg(summary->audit.newest.id)
                     .arg(QString::fromLatin1(summary->audit.newest.hash.toHex())));
    if (summary->filesMissing > 0)
        commandPrint(ServerCommands::tr("%n file(s) named by rows are not here yet", nullptr,
                                        static_cast<int>(summary->filesMissing)));
    if (summary->filesUnused > 0)
        commandPrint(
            ServerCommands::tr("%n file(s) with %1 bytes are named by no row; they go after 60 days without use",
                               nullptr, static_cast<int>(summary->filesUnused))
                .arg(summary->bytesUnused));
    return ExitCode::Success;
}

ExitCode commandMigrate(const ServerArguments& arguments)
{
    if (!arguments.store.database)
        return commandWrong(ServerCommands::tr("migrate needs the database: --to URL or --database-file FILE."));
    const auto moved = migrateStore({arguments.store.directory, {}}, arguments.store);
    if (!moved)
        return reportError(moved.error());
    for (const StoreSums::TableSum& table : moved->tables)
        commandPrint(u"%1\t%2\t%3"_s.arg(table.table).arg(table.rows).arg(QString::fromLatin1(table.sum.toHex())));
    commandPrint(
        ServerCommands::tr("moved and compared. Rows: %1. The files stay in %2; what the rows were before is in %3.")
            .arg(moved->rows())
            .arg(arguments.store.directory, arguments.store.movedFile()));
    return ExitCode::Success;
}

}  // namespace

ExitCode reportError(const Error& error)
{
    QString text = ErrorText::full(error);
    if (!text.contains(error.detail))
        text += ErrorText::detailOf(error);
    QTextStream(stderr) << text << Qt::endl;
    switch (error.code) {
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreTooNew: return ExitCode::Damaged;
    case ErrorCode::StoreInUse: return ExitCode::InUse;
    default: return ExitCode::Failed;
    }
}

ExitCode runCommand(const ServerArguments& arguments)
{
    const QStringList& words = arguments.command;
    const auto is = [&words](QLatin1StringView first, QLatin1StringView second, qsizetype count) {
        return words.size() == count && words.at(0) == first && (second.isEmpty() || words.at(1) == second);
    };
    if (is("user"_L1, "add"_L1, 3))
        return commandOnStore(arguments, &runUserAdd);
    if (is("user"_L1, "list"_L1, 2))
        return commandOnStore(arguments, &runUserList);
    if (is("user"_L1, "edit"_L1, 3) || is("user"_L1, "disable"_L1, 3) || is("user"_L1, "enable"_L1, 3))
        return commandOnStore(arguments, &runUserEdit);
    if (is("user"_L1, "password"_L1, 3))
        return commandOnStore(arguments, &runUserPassword);
    if (is("user"_L1, "reset-factor"_L1, 3))
        return commandOnStore(arguments, &runUserResetFactor);
    if (is("backup"_L1, {}, 2))
        return commandSummary(ServerCommands::tr("backed up"), backUp(arguments.store, words.at(1)));
    if (is("restore"_L1, {}, 2))
        return commandSummary(ServerCommands::tr("restored"), restoreBackup(words.at(1), arguments.store));
    if (is("check"_L1, {}, 2))
        return commandSummary(ServerCommands::tr("sound"), checkBackup(words.at(1)));
    if (is("check"_L1, {}, 1))
        return commandSummary(
            ServerCommands::tr("sound"),
            checkServer(arguments.store, arguments.checkBlobs ? CheckFiles::Read : CheckFiles::Count));
    if (is("migrate"_L1, {}, 1))
        return commandMigrate(arguments);
    if (is("certificate"_L1, {}, 1))
        return commandCertificate(arguments);
    if (is("dump"_L1, {}, 2))
        return runDump(arguments);
    if (is("audit"_L1, "export"_L1, 3))
        return commandOnStore(arguments, &runAuditExport);
    if (is("device"_L1, "list"_L1, 2))
        return commandOnStore(arguments, &runDeviceList);
    if (is("device"_L1, "revoke"_L1, 3))
        return commandOnStore(arguments, &runDeviceRevoke);
    return commandWrong(ServerCommands::tr("Unknown command '%1'; see --help.").arg(words.join(u' ')));
}

}  // namespace Forecourt
