// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/commands.h"

#include "app/server/auditcommand.h"
#include "app/server/devicecommand.h"
#include "app/server/tlsarguments.h"
#include "models/base/clock.h"
#include "models/base/errortext.h"
#include "sync/protocol/fingerprint.h"
#include "sync/server/accounts.h"
#include "sync/server/backup.h"
#include "sync/server/storageengine.h"
#include "sync/server/storecopy.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#ifndef Q_OS_WIN
#include <termios.h>
#include <unistd.h>
#endif

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

/// From standard input, or typed on the terminal without being shown.
QString commandPassword(bool fromStdin)
{
    QTextStream in(stdin);
#ifndef Q_OS_WIN
    if (!fromStdin && isatty(STDIN_FILENO) != 0) {
        QTextStream(stderr) << ServerCommands::tr("Password: ") << Qt::flush;
        termios shown{};
        tcgetattr(STDIN_FILENO, &shown);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
        QString typed = in.readLine();
        tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        QTextStream(stderr) << u'\n' << Qt::flush;
        return typed;
    }
#endif
    return fromStdin ? in.readLine() : QString();
}

/// The store of the server, which may be running beside us.
Expected<std::unique_ptr<StorageEngine>> commandEngine(const StoreLocation& store)
{
    static const SystemClock clock;
    auto storage = store.open();
    if (!storage)
        return fail(storage.error());
    auto engine = std::make_unique<StorageEngine>(std::move(*storage), Schema::current(), clock);
    FC_TRY(engine->prepare());
    return engine;
}

ExitCode commandUserAdd(const ServerArguments& arguments)
{
    if (arguments.role.isEmpty())
        return commandWrong(ServerCommands::tr("user add needs --role: one of %1.").arg(accountRoles().join(u", "_s)));
    auto engine = commandEngine(arguments.store);
    if (!engine)
        return reportError(engine.error());
    const auto added = addAccount(**engine, arguments.command.at(2), arguments.role, arguments.displayName,
                                  commandPassword(arguments.passwordFromStdin));
    if (!added)
        return reportError(added.error());
    commandPrint(ServerCommands::tr("added %1 (%2)").arg(added->login, added->role));
    return ExitCode::Success;
}

ExitCode commandUserList(const ServerArguments& arguments)
{
    auto engine = commandEngine(arguments.store);
    if (!engine)
        return reportError(engine.error());
    const auto accounts = (*engine)->storage().accounts();
    if (!accounts)
        return reportError(accounts.error());
    for (const Account& account : *accounts)
        commandPrint(u"%1\t%2\t%3\t%4"_s.arg(account.login, account.role,
                                             account.disabled ? u"disabled"_s : u"active"_s, account.displayName));
    return ExitCode::Success;
}

ExitCode commandUserSet(const ServerArguments& arguments, bool disabled)
{
    auto engine = commandEngine(arguments.store);
    if (!engine)
        return reportError(engine.error());
    const QString login = arguments.command.at(2);
    if (const auto set = setAccountDisabled(**engine, login, disabled); !set)
        return reportError(set.error());
    commandPrint((disabled ? ServerCommands::tr("disabled %1") : ServerCommands::tr("enabled %1")).arg(login));
    return ExitCode::Success;
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
        return commandUserAdd(arguments);
    if (is("user"_L1, "list"_L1, 2))
        return commandUserList(arguments);
    if (is("user"_L1, "disable"_L1, 3))
        return commandUserSet(arguments, true);
    if (is("user"_L1, "enable"_L1, 3))
        return commandUserSet(arguments, false);
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
    if (is("audit"_L1, "export"_L1, 3))
        return commandOnStore(arguments, &runAuditExport);
    if (is("device"_L1, "list"_L1, 2))
        return commandOnStore(arguments, &runDeviceList);
    if (is("device"_L1, "revoke"_L1, 3))
        return commandOnStore(arguments, &runDeviceRevoke);
    return commandWrong(ServerCommands::tr("Unknown command '%1'; see --help.").arg(words.join(u' ')));
}

}  // namespace Forecourt
