// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/auditcommand.h"

#include "app/server/commands.h"
#include "sync/server/auditexport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

class AuditWords {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

/// "2026-11-20" is the start of that day by this computer's time, "2026-11-20T14:30:00Z" a moment.
Expected<UtcMs> auditTimeOf(const QString& text, const QString& option)
{
    if (text.isEmpty())
        return 0;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return fail(ErrorCode::InvalidInput, u"%1 %2"_s.arg(option, text),
                    AuditWords::tr("Write a day like 2026-11-20, or a moment like 2026-11-20T14:30:00Z."));
    return time.toMSecsSinceEpoch();
}

Expected<AuditFilter> auditFilterOf(const ServerArguments& arguments, ServerStorage& storage)
{
    AuditFilter filter;
    const auto from = auditTimeOf(arguments.auditFrom, u"--from"_s);
    const auto upto = auditTimeOf(arguments.auditTo, u"--to"_s);
    if (!from || !upto)
        return fail(from ? upto.error() : from.error());
    filter.from = *from;
    filter.upto = *upto;
    if (!arguments.auditUser.isEmpty()) {
        const auto account = storage.accountByLogin(arguments.auditUser);
        if (!account)
            return fail(account.error());
        if (!*account)
            return fail(ErrorCode::NotFound, arguments.auditUser);
        filter.user = (*account)->user;
    }
    if (!arguments.auditRecord.isEmpty()) {
        const auto id = Uuid::fromString(arguments.auditRecord);
        if (!id)
            return fail(ErrorCode::InvalidInput, u"--record "_s + arguments.auditRecord,
                        AuditWords::tr("Give the id of the record."));
        filter.record = *id;
    }
    return filter;
}

ExitCode auditDone(const Expected<qint64>& written)
{
    if (!written)
        return reportError(written.error());
    QTextStream(stderr) << AuditWords::tr("%n entry(s) written", nullptr, static_cast<int>(*written)) << Qt::endl;
    return ExitCode::Success;
}

}  // namespace

ExitCode runAuditExport(const ServerArguments& arguments, StorageEngine& engine)
{
    const QString name = arguments.command.at(2);
    const bool print = name == "-"_L1;
    if (!print && !name.endsWith(".csv"_L1) && !name.endsWith(".jsonl"_L1)) {
        QTextStream(stderr) << AuditWords::tr("audit export writes a file that ends in .csv or .jsonl, or - to print.")
                            << Qt::endl;
        return ExitCode::Usage;
    }
    const auto filter = auditFilterOf(arguments, engine.storage());
    if (!filter)
        return reportError(filter.error());
    AuditReader reader(engine.storage(), engine.schema());
    if (print) {
        QFile out;
        std::ignore = out.open(stdout, QIODevice::WriteOnly);
        return auditDone(exportAudit(reader, *filter, AuditFormat::Jsonl, out));
    }
    QSaveFile out(name);
    if (!out.open(QIODevice::WriteOnly))
        return reportError({ErrorCode::FileUnwritable, name, out.errorString()});
    const auto written =
        exportAudit(reader, *filter, name.endsWith(".csv"_L1) ? AuditFormat::Csv : AuditFormat::Jsonl, out);
    if (written && !out.commit())
        return reportError({ErrorCode::FileUnwritable, name, out.errorString()});
    return auditDone(written);
}

}  // namespace Forecourt
