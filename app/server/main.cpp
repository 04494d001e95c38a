// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/commands.h"
#include "app/server/demoseed.h"
#include "app/server/processlimits.h"
#include "app/server/serverarguments.h"
#include "app/server/stopsignal.h"
#include "app/server/tlsarguments.h"
#include "models/base/error.h"
#include "sync/protocol/fingerprint.h"
#include "sync/server/logevent.h"
#include "sync/server/serverhost.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QLockFile>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Forecourt {

namespace {

constexpr int ServerGoodbyeMs = 200;
constexpr qint64 ServerMegabyte = 1'000'000;
constexpr qint64 ServerSecond = 1'000;
constexpr qint64 ServerDay = 86'400'000;

/// A certificate that was renewed in its place.
void renewCertificate(ServerHost& host, const ServerArguments& arguments)
{
    const auto identity = tlsIdentity(arguments);
    if (identity)
        host.setTls(*identity);
    else
        LogEvent(u"certificate_unreadable"_s, LogEvent::Level::Warning)
            .with(u"file"_s, identity.error().subject)
            .with(u"reason"_s, identity.error().detail);
}

ExitCode serve(const ServerArguments& arguments)
{
    if (const auto installed = ServerLog::install(arguments.log); !installed)
        return reportError(installed.error());
    raiseProcessLimits();
    QDir().mkpath(arguments.store.directory);
    // A database may have several servers, and they share the directory.
    QLockFile lock(arguments.store.lockFile());
    lock.setStaleLockTime(0);
    if (!arguments.store.database && !lock.tryLock())
        return reportError({ErrorCode::StoreInUse, arguments.store.directory, {}});

    if (arguments.demo) {
        if (const auto seeded = seedDemo(arguments.store, arguments.demoSize); !seeded)
            return reportError(seeded.error());
    }
    std::optional<TlsIdentity> tls;
    if (arguments.tls) {
        const auto identity = tlsIdentity(arguments);
        if (!identity)
            return reportError(identity.error());
        tls = *identity;
    }
    ServerHost::Options options;
    options.store = arguments.store;
    options.address = arguments.address;
    options.port = arguments.port;
    options.proxies = arguments.proxies;
    options.tls = tls;
    options.limits = arguments.limits;
    options.leaseMs = arguments.leaseDays * ServerDay;
    options.maxSessions = arguments.maxSessions;
    options.silenceMs = arguments.silenceSeconds * ServerSecond;
    options.minFreeDisk = arguments.minFreeDisk * ServerMegabyte;
    if (!arguments.metricsTokenFile.isEmpty()) {
        const auto token = MetricsAccess::readToken(arguments.metricsTokenFile);
        if (!token)
            return reportError(token.error());
        options.metrics = MetricsAccess(*token);
    }
    auto host = ServerHost::start(options);
    if (!host) {
        const ExitCode code = reportError(host.error());
        return host.error().code == ErrorCode::InvalidInput ? ExitCode::Address : code;
    }
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopAsked, host->get(), [&host] {
        (*host)->shutDown();
        // Long enough for the good-byes to leave; what was accepted is stored whatever happens.
        QTimer::singleShot(ServerGoodbyeMs, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    QObject::connect(&stop, &StopSignal::reopenAsked, host->get(), [&host, &arguments] {
        ServerLog::reopen();
        if (arguments.tls)
            renewCertificate(**host, arguments);
    });
    QTextStream out(stdout);
    out << u"listening on "_s << (*host)->url() << u'\n';
    if (tls)
        out << u"certificate SHA-256 "_s << Fingerprint::spelled(tls->fingerprint()) << u'\n';
    out.flush();
    const int code = QCoreApplication::exec();
    host->reset();
    return static_cast<ExitCode>(code);
}

}  // namespace

}  // namespace Forecourt

int main(int argc, char** argv)
{
    qSetMessagePattern(u"%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"_s);
    Forecourt::keepFilesPrivate();
    // GLib looks through lists of all connections to watch one of them; Qt's own loop does not. Nothing here needs
    // GLib.
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"forecourt-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FORECOURT_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), u"forecourt"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(&translator);
    const Forecourt::ServerArguments arguments = Forecourt::readServerArguments();
    if (!arguments.problem.isEmpty()) {
        QTextStream(stderr) << arguments.problem << Qt::endl;
        return static_cast<int>(Forecourt::ExitCode::Usage);
    }
    if (!arguments.command.isEmpty())
        return static_cast<int>(Forecourt::runCommand(arguments));
    return static_cast<int>(Forecourt::serve(arguments));
}
