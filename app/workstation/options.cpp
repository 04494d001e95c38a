// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation/options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestDemo = 100'000;

}  // namespace

Expected<Options> Options::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Workstation for vehicle dealers. Works with and without the network.") + u"\n\n"_s +
        tr("Exit status: 0 ended normally, or the window that is already open was raised; 2 wrong options; 3 the "
           "store is in use elsewhere; 4 the store cannot be opened; 5 pictures could not be written."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, tr("Shows this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, tr("Shows the version."));
    const QCommandLineOption store(u"store"_s, tr("Directory of the store; made when it does not exist."), u"DIR"_s);
    const QCommandLineOption server(u"server"_s, tr("Address of the server, such as http://server:8471."), u"URL"_s);
    const QCommandLineOption demo(u"demo"_s, tr("Fills an empty store with a believable dealership."));
    const QCommandLineOption demoSize(u"demo-size"_s, tr("As --demo, with this many vehicles, up to 100000."), u"N"_s);
    const QCommandLineOption offline(u"offline"_s, tr("Starts without talking to the server."));
    const QCommandLineOption language(u"language"_s, tr("Language of this session: en or fr."), u"LANG"_s);
    const QCommandLineOption theme(u"theme"_s, tr("Colours of this session: light, dark or system."), u"THEME"_s);
    const QCommandLineOption capture(u"capture"_s, tr("Writes pictures of all pages to this directory, then ends."),
                                     u"DIR"_s);
    const QCommandLineOption timeStart(u"time-start"_s,
                                       tr("Says when the first rows of the list are painted, then ends."));
    parser.addOptions({help, version, store, server, demo, demoSize, offline, language, theme, capture, timeStart});

    if (!parser.parse(arguments))
        return fail(ErrorCode::InvalidInput, parser.errorText());
    Options options;
    if (parser.isSet(help)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.answer = u"Forecourt "_s + QCoreApplication::applicationVersion() + u'\n';
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::InvalidInput, parser.positionalArguments().first());

    options.store =
        QDir(parser.isSet(store) ? parser.value(store)
                                 : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/store"_s)
            .absolutePath();
    if (parser.isSet(server)) {
        options.server = QUrl::fromUserInput(parser.value(server));
        if (!options.server.isValid() || options.server.host().isEmpty())
            return fail(ErrorCode::InvalidInput, u"--server "_s + parser.value(server));
    }
    options.demo = parser.isSet(demo) || parser.isSet(demoSize);
    if (parser.isSet(demoSize)) {
        bool number = false;
        options.demoSize = parser.value(demoSize).toInt(&number);
        if (!number || options.demoSize < 1 || options.demoSize > LargestDemo)
            return fail(ErrorCode::InvalidInput, u"--demo-size "_s + parser.value(demoSize));
    }
    options.offline = parser.isSet(offline);
    if (parser.isSet(language)) {
        options.language = parser.value(language);
        if (*options.language != "en"_L1 && *options.language != "fr"_L1)
            return fail(ErrorCode::InvalidInput, u"--language "_s + *options.language);
    }
    if (parser.isSet(theme)) {
        options.theme = parser.value(theme);
        if (!QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(*options.theme))
            return fail(ErrorCode::InvalidInput, u"--theme "_s + *options.theme);
    }
    options.capture = parser.value(capture);
    options.timeStart = parser.isSet(timeStart);
    return options;
}

}  // namespace Forecourt
