// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/serverarguments.h"

#include "models/base/errortext.h"
#include "sync/protocol/limits.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>
#include <QUrl>

#include <iterator>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int ArgumentsMost = 100'000;
constexpr int ArgumentsSecond = 1'000;

class ServerTexts {
    Q_DECLARE_TR_FUNCTIONS(ServerTexts)
};

QString argumentsText()
{
    // In parts, so that each command stands beside its French.
    const QString parts[] = {
        ServerTexts::tr("Keeps the data of a dealership and brings its workstations together.\n"
                        "\n"
                        "Commands:\n"
                        "  (none)             serve until SIGTERM or Ctrl+C; prints 'listening on URL'"),
        ServerTexts::tr("  user add NAME      add a person who may sign in (--role, --name, --location)\n"
                        "  user edit NAME     change what was given (--login, --role, --name, --location,\n"
                        "                     --all-locations, --disable, --enable)\n"
                        "  user password NAME give a person another password; as with user add, they\n"
                        "                     choose their own at the next sign-in (unless --keep)\n"
                        "  user reset-factor NAME\n"
                        "                     take away the second factor of a person whose telephone\n"
                        "                     and recovery codes are lost\n"
                        "  user list          list who may sign in (--json)\n"
                        "  user disable NAME  cut a person off, at once\n"
                        "  user enable NAME   let a person in again"),
        ServerTexts::tr("  device list        list who is signed in on which computer (--json)\n"
                        "  device revoke N    sign a computer out, at once if it is connected"),
        ServerTexts::tr("  backup FILE        copy everything into one file, also while serving\n"
                        "  restore FILE       put a backup into an empty data directory\n"
                        "  check [FILE]       verify a backup, or the data directory: rows, clocks, the\n"
                        "                     chain of the audit log; with --blobs every file too"),
        ServerTexts::tr("  certificate        print the SHA-256 fingerprint of the certificate of --tls, or\n"
                        "                     of --tls-certificate, for people to compare"),
        ServerTexts::tr("  audit export FILE  write the audit log to FILE.csv or FILE.jsonl, or - to print\n"
                        "                     (--from, --to, --user, --record)"),
        ServerTexts::tr("  dump FILE          print what a workstation has captured, - for standard input (--json)"),
        ServerTexts::tr("\n"
                        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 another server uses the data\n"
                        "directory, 4 the address cannot be listened on, 5 store or backup damaged."),
    };
    return QStringList(std::begin(parts), std::end(parts)).join(u'\n');
}

QString argumentsDatabaseText()
{
    return ServerTexts::tr(
        "With --database, rows are kept in PostgreSQL, and several servers may share them\n"
        "and the data directory, which then holds the files.\n"
        "A password belongs into PGPASSFILE, ~/.pgpass or the file of --database-file,\n"
        "not on the command line, where everybody on this computer can read it.\n"
        "\n"
        "  migrate --to URL   move the rows of the data directory into an empty database, no\n"
        "                     server running: all of them, compared, or none");
}

bool argumentsListen(const QString& text, ServerArguments& arguments)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return false;
    bool ok = false;
    const uint port = QStringView(text).sliced(colon + 1).toUInt(&ok);
    QString host = text.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address = host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (!ok || port > 65'535 || address.isNull())
        return false;
    arguments.address = address;
    arguments.port = static_cast<quint16>(port);
    return true;
}

/// At least 1, and small enough for everything that is done with it.
int argumentsNumber(const QCommandLineParser& parser, const QCommandLineOption& option, QString& problem)
{
    bool ok = false;
    const int number = parser.value(option).toInt(&ok);
    if (!ok || number < 1 || number > ArgumentsMost)
        problem = ServerTexts::tr("--%1 takes a number from 1 to %2.").arg(option.names().first()).arg(ArgumentsMost);
    return number;
}

/// Whether passwords would cross a network in the clear.
bool argumentsAreOpen(const ServerArguments& arguments)
{
    return !arguments.address.isLoopback() && !arguments.tls && !arguments.insecure && arguments.proxies.isEmpty();
}

/// What is wrong with it, or nothing.
QString argumentsDatabase(const QString& url, const QString& file, ServerArguments& arguments)
{
    if (url.isEmpty() && file.isEmpty())
        return {};
    const auto address = file.isEmpty() ? PostgresAddress::parse(url) : PostgresAddress::read(file);
    if (!address)
        return ErrorText::full(address.error());
    // Everybody on this computer sees the command line.
    if (file.isEmpty() && address->hasPassword())
        return ServerTexts::tr("Do not put the password there: put the address into a file and give --database-file.");
    arguments.store.database = *address;
    return {};
}

}  // namespace

ServerArguments readServerArguments()
{
    const QString standard =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/forecourt-server"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(argumentsText() + u"\n\n"_s + argumentsDatabaseText());
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(u"data"_s, ServerTexts::tr("Where everything is kept (default: %1).").arg(standard),
                                  u"DIR"_s, standard);
    const QCommandLineOption database(
        u"database"_s, ServerTexts::tr("Keep rows in PostgreSQL: postgresql://USER@HOST:PORT/NAME."), u"URL"_s);
    const QCommandLineOption databaseFile(u"database-file"_s,
                                          ServerTexts::tr("The same, read from the first line of a file."), u"FILE"_s);
    const QCommandLineOption listen(u"listen"_s, ServerTexts::tr("Address to listen on; port 0 picks a free one."),
                                    u"ADDR:PORT"_s, u"127.0.0.1:8471"_s);
    const QCommandLineOption proxy(
        {u"proxy"_s, u"trusted-proxy"_s},
        ServerTexts::tr("A proxy in front, whose X-Forwarded-For is believed; may be given again."), u"ADDR"_s);
    const QCommandLineOption tls(u"tls"_s,
                                 ServerTexts::tr("Speak TLS with a self-signed certificate, made at the first start."));
    const QCommandLineOption tlsCertificate(
        u"tls-certificate"_s, ServerTexts::tr("Speak TLS with this certificate and its chain, as PEM."), u"FILE"_s);
    const QCommandLineOption tlsKey(u"tls-key"_s, ServerTexts::tr("The private key of that certificate, as PEM."),
                                    u"FILE"_s);
    const QCommandLineOption insecure(
        u"insecure"_s, ServerTexts::tr("Let others connect without TLS: passwords can be read on the network."));
    const QCommandLineOption metricsToken(
        u"metrics-token-file"_s,
        ServerTexts::tr("Give /metrics to whoever sends the token in this file, and not only to this computer."),
        u"FILE"_s);
    const QCommandLineOption minFreeDisk(u"min-free-disk"_s,
                                         ServerTexts::tr("With less room than this for the data, /healthz says so."),
                                         u"MB"_s, u"200"_s);
    const QCommandLineOption logFile(
        u"log-file"_s,
        ServerTexts::tr("Write the log as JSON, an object a line; ten files of 15 MB, opened again on SIGHUP."),
        u"FILE"_s);
    const QCommandLineOption logFormat(u"log-format"_s, ServerTexts::tr("Of standard error: text or json."),
                                       u"FORMAT"_s, u"text"_s);
    const QCommandLineOption logLevel(
        u"log-level"_s, ServerTexts::tr("info, or debug for every request and push as well."), u"LEVEL"_s, u"info"_s);
    const QCommandLineOption leaseDays(
        u"lease-days"_s, ServerTexts::tr("Days that a workstation may be opened without contact to this server."),
        u"N"_s, u"14"_s);
    const QCommandLineOption maxSessions(
        u"max-sessions"_s, ServerTexts::tr("WebSockets at a time, two for each workstation."), u"N"_s, u"4096"_s);
    const QCommandLineOption maxWaiting(
        u"max-waiting"_s, ServerTexts::tr("Connections at a time of which nobody knows yet whose they are."), u"N"_s,
        u"1024"_s);
    const QCommandLineOption maxWaitingOfOne(u"max-waiting-per-address"_s,
                                             ServerTexts::tr("The same, from one address."), u"N"_s, u"256"_s);
    const QCommandLineOption requestTimeout(u"request-timeout"_s, ServerTexts::tr("For a whole request to arrive."),
                                            u"SECONDS"_s, u"10"_s);
    const QCommandLineOption silenceTimeout(
        u"silence-timeout"_s,
        ServerTexts::tr("A workstation that says nothing, or takes nothing, for so long is cut off."), u"SECONDS"_s,
        QString::number(Wire::SilenceMs / ArgumentsSecond));
    const QCommandLineOption demo(u"demo"_s,
                                  ServerTexts::tr("Fill an empty data directory with a demo dealership; everybody's "
                                                  "password there is 'forecourt'."));
    const QCommandLineOption demoSize(u"demo-size"_s, ServerTexts::tr("Vehicles of the demo dealership."), u"N"_s,
                                      u"400"_s);
    const QCommandLineOption role(u"role"_s, ServerTexts::tr("owner, manager, sales, support, buyer or viewer."),
                                  u"ROLE"_s);
    const QCommandLineOption display({u"name"_s, u"display-name"_s}, ServerTexts::tr("Name as others read it."),
                                     u"TEXT"_s);
    const QCommandLineOption location(
        u"location"_s,
        ServerTexts::tr("Name, code or id of a location that the person may see; once for each. Without it: all."),
        u"NAME"_s);
    const QCommandLineOption allLocations(u"all-locations"_s,
                                          ServerTexts::tr("With user edit: the person may see all."));
    const QCommandLineOption disable(u"disable"_s, ServerTexts::tr("With user edit: cut the person off, at once."));
    const QCommandLineOption enable(u"enable"_s, ServerTexts::tr("With user edit: let the person in again."));
    const QCommandLineOption password(u"password-stdin"_s, ServerTexts::tr("Read the password from standard input."));
    const QCommandLineOption keep(
        u"keep"_s, ServerTexts::tr("With user add or user password: the person need not choose another password at "
                                   "the next sign-in."));
    const QCommandLineOption login(u"login"_s, ServerTexts::tr("With user edit: what the person signs in as."),
                                   u"NAME"_s);
    const QCommandLineOption json(u"json"_s, ServerTexts::tr("With list or dump: print one JSON document."));
    const QCommandLineOption blobs(u"blobs"_s, ServerTexts::tr("With check: read every file and compare its hash."));
    const QCommandLineOption from(u"from"_s, ServerTexts::tr("With audit: not before this day or moment."), u"TIME"_s);
    const QCommandLineOption to(
        u"to"_s, ServerTexts::tr("With audit: before this day or moment. With migrate: the database."), u"TIME"_s);
    const QCommandLineOption user(u"user"_s, ServerTexts::tr("With audit: only what this person did."), u"NAME"_s);
    const QCommandLineOption record(u"record"_s, ServerTexts::tr("With audit: only what happened to this record."),
                                    u"ID"_s);
    QList<QCommandLineOption> options{database,       databaseFile,
                                      listen,         proxy,
                                      demo,           demoSize,
                                      role,           display,
                                      password,       tls,
                                      tlsCertificate, tlsKey,
                                      insecure,       metricsToken,
                                      minFreeDisk,    logFile,
                                      logFormat,      logLevel,
                                      leaseDays,      maxSessions,
                                      maxWaiting,     maxWaitingOfOne,
                                      requestTimeout, silenceTimeout,
                                      json,           blobs,
                                      from,           to,
                                      user,           record,
                                      location,       allLocations,
                                      disable,        enable,
                                      keep,           login};
    for (QCommandLineOption& option : options) {
        if (!option.defaultValues().isEmpty())
            option.setDescription(option.description() + u' ' +
                                  ServerTexts::tr("(default: %1)").arg(option.defaultValues().first()));
    }
    parser.addOption(data);
    parser.addOptions(options);
    parser.addPositionalArgument(u"command"_s, ServerTexts::tr("What to do; see above."), u"[command …]"_s);
    parser.process(QCoreApplication::arguments());

    ServerArguments arguments;
    arguments.store.directory = parser.value(data);
    arguments.demo = parser.isSet(demo);
    arguments.role = parser.value(role);
    if (parser.isSet(display))
        arguments.displayName = parser.value(display);
    arguments.locations = parser.values(location);
    arguments.allLocations = parser.isSet(allLocations);
    arguments.disable = parser.isSet(disable);
    arguments.enable = parser.isSet(enable);
    arguments.passwordFromStdin = parser.isSet(password);
    arguments.keepPassword = parser.isSet(keep);
    if (parser.isSet(login))
        arguments.login = parser.value(login);
    arguments.json = parser.isSet(json);
    arguments.checkBlobs = parser.isSet(blobs);
    arguments.auditFrom = parser.value(from);
    arguments.auditTo = parser.value(to);
    arguments.auditUser = parser.value(user);
    arguments.auditRecord = parser.value(record);
    arguments.command = parser.positionalArguments();
    // Whoever migrates says "to", and means the database that the server will have.
    const bool migrates = arguments.command.value(0) == "migrate"_L1 && parser.isSet(to);
    arguments.problem =
        argumentsDatabase(parser.value(migrates ? to : database), parser.value(databaseFile), arguments);
    bool sized = false;
    arguments.demoSize = parser.value(demoSize).toInt(&sized);
    if (!sized || arguments.demoSize < 1 || arguments.demoSize > 100'000)
        arguments.problem = ServerTexts::tr("--demo-size takes a number from 1 to 100000.");
    const QStringList proxies = parser.values(proxy);
    for (const QString& address : proxies) {
        arguments.proxies.append(QHostAddress(address));
        if (arguments.proxies.constLast().isNull())
            arguments.problem = ServerTexts::tr("--proxy takes an IP address.");
    }
    arguments.tlsCertificate = parser.value(tlsCertificate);
    arguments.tlsKey = parser.value(tlsKey);
    arguments.tls = parser.isSet(tls) || !arguments.tlsCertificate.isEmpty();
    arguments.leaseDays = argumentsNumber(parser, leaseDays, arguments.problem);
    arguments.maxSessions = argumentsNumber(parser, maxSessions, arguments.problem);
    arguments.silenceSeconds = argumentsNumber(parser, silenceTimeout, arguments.problem);
    arguments.limits.waiting.all = argumentsNumber(parser, maxWaiting, arguments.problem);
    arguments.limits.waiting.perAddress = argumentsNumber(parser, maxWaitingOfOne, arguments.problem);
    arguments.limits.requestMs = argumentsNumber(parser, requestTimeout, arguments.problem) * ArgumentsSecond;
    arguments.log.file = parser.value(logFile);
    arguments.log.format = parser.value(logFormat) == "json"_L1 ? ServerLog::Format::Json : ServerLog::Format::Text;
    arguments.log.debug = parser.value(logLevel) == "debug"_L1;
    if (!QStringList{u"text"_s, u"json"_s}.contains(parser.value(logFormat)))
        arguments.problem = ServerTexts::tr("--log-format takes text or json.");
    if (!QStringList{u"info"_s, u"debug"_s}.contains(parser.value(logLevel)))
        arguments.problem = ServerTexts::tr("--log-level takes info or debug.");
    arguments.metricsTokenFile = parser.value(metricsToken);
    bool room = false;
    arguments.minFreeDisk = parser.value(minFreeDisk).toInt(&room);
    if (!room || arguments.minFreeDisk < 0)
        arguments.problem = ServerTexts::tr("--min-free-disk takes a number of megabytes.");
    arguments.insecure = parser.isSet(insecure);
    if (arguments.tlsCertificate.isEmpty() != arguments.tlsKey.isEmpty())
        arguments.problem = ServerTexts::tr("--tls-certificate and --tls-key go together.");
    if (!argumentsListen(parser.value(listen), arguments))
        arguments.problem = ServerTexts::tr("--listen takes an IP address and a port, for example 0.0.0.0:8471.");
    else if (arguments.command.isEmpty() && argumentsAreOpen(arguments))
        arguments.problem = ServerTexts::tr(
                                "On %1, others could read passwords on the network. Give --tls, or listen "
                                "on 127.0.0.1 behind a proxy that speaks TLS, or name that proxy with "
                                "--proxy; --insecure where everybody on the network is trusted.")
                                .arg(arguments.address.toString());
    return arguments;
}

}  // namespace Forecourt
