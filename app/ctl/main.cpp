// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/exitcode.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/ctl/session.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>

using namespace Forecourt;
using namespace Qt::StringLiterals;

namespace {

QString lockedWords(const DeviceLease& lease)
{
    switch (lease.ended) {
    case DeviceLease::Ended::No: break;
    case DeviceLease::Ended::SignedOut:
        return QCoreApplication::translate("ServerCommands",
                                           "This computer was signed out (by: %1) and has locked its store. Nothing is "
                                           "lost. Run forecourtctl login.")
            .arg(lease.endedBy.isEmpty() ? QCoreApplication::translate("ServerCommands", "the server") : lease.endedBy);
    case DeviceLease::Ended::Disabled:
        return QCoreApplication::translate(
            "ServerCommands",
            "The account that is signed in here is disabled, and the store is locked. "
            "Nothing is lost. Ask your manager, or run forecourtctl login as somebody else.");
    }
    return QCoreApplication::translate(
        "ServerCommands",
        "This computer was too long without contact to the server and has locked its store. "
        "Nothing is lost. Run forecourtctl sync where the network reaches the server.");
}

int end(ExitCode code)
{
    return static_cast<int>(code);
}

int endWith(Output& output, const Error& error)
{
    output.failure(error);
    output.finish();
    return end(exitCodeOf(error.code));
}

}  // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"forecourtctl"_s);
    QCoreApplication::setOrganizationName(u"Forecourt"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FORECOURT_VERSION));
    const QStringList arguments = QCoreApplication::arguments();

    QTranslator translator;
    if (translator.load(u":/translations/forecourt_%1.qm"_s.arg(Invocation::language(arguments))))
        QCoreApplication::installTranslator(&translator);

    Output output(Invocation::wantsJson(arguments));
    auto invocation = Invocation::parse(arguments);
    if (!invocation) {
        output.usage(invocation.error().detail);
        output.finish();
        return end(ExitCode::Usage);
    }
    if (!invocation->answer.isEmpty()) {
        const QByteArray answer = invocation->answer.toUtf8();
        std::fwrite(answer.constData(), 1, static_cast<size_t>(answer.size()), stdout);
        return end(ExitCode::Done);
    }

    auto session = Session::open(invocation->store, invocation->server, invocation->command.makesStore);
    if (!session)
        return endWith(output, session.error());
    if (!invocation->command.whileLocked) {
        const auto lease = (*session)->lookAtLease();
        if (!lease)
            return endWith(output, lease.error());
        if (lease->isOver()) {
            output.locked(lockedWords(*lease));
            output.finish();
            return end(ExitCode::Locked);
        }
    }
    const auto outcome = invocation->command.run(**session, invocation->arguments, output);
    if (!outcome)
        return endWith(output, outcome.error());
    output.finish();
    return end(*outcome == Outcome::Done ? ExitCode::Done : ExitCode::Partly);
}
