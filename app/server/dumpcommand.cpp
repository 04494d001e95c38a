// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/dumpcommand.h"

#include "app/server/commands.h"
#include "sync/server/messagedump.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

namespace Forecourt {

using namespace Qt::StringLiterals;

ExitCode runDump(const ServerArguments& arguments)
{
    const QString& name = arguments.command.at(1);
    QFile file(name);
    const bool opened = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return reportError({ErrorCode::FileUnreadable, name, file.errorString()});
    Wire::CaptureReader reader(file);
    const MessageDump dump;
    QTextStream out(stdout);
    qint64 number = 0;
    bool allReadable = true;
    out << (arguments.json ? u"["_s : QString());
    auto message = reader.next();
    for (; message && *message; message = reader.next()) {
        ++number;
        allReadable = allReadable && MessageDump::isReadable(**message);
        if (arguments.json)
            out << (number > 1 ? u",\n"_s : u"\n"_s)
                << QString::fromUtf8(QJsonDocument(dump.json(number, **message)).toJson(QJsonDocument::Compact));
        else
            out << dump.text(number, **message) << u'\n';
    }
    out << (arguments.json ? u"\n]\n"_s : QString()) << Qt::flush;
    if (!message)
        return reportError({message.error().code, name, message.error().detail});
    return allReadable ? ExitCode::Success : ExitCode::Failed;
}

}  // namespace Forecourt
