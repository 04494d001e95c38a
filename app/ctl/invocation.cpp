// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/invocation.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

// Options of the program that take a value: what follows them is no command.
const QStringList ValuedOptions{u"--store"_s, u"--server"_s, u"--language"_s};

/// The words that can name a command, at most two.
QStringList commandWords(const QStringList& arguments)
{
    QStringList words;
    for (int i = 1; i < arguments.size() && words.size() < 2; ++i) {
        if (ValuedOptions.contains(arguments[i]))
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            words << arguments[i];
    }
    return words;
}

const Command* findCommand(const std::vector<Command>& commands, const QStringList& words)
{
    const auto found = std::ranges::find_if(commands, [&](const Command& command) {
        return words.first(std::min(words.size(), command.name.size())) == command.name;
    });
    return found == commands.end() ? nullptr : &*found;
}

tl::unexpected<Error> usageError(const QString& detail)
{
    return fail(ErrorCode::InvalidInput, {}, detail);
}

QString overview(const std::vector<Command>& commands, const QCommandLineParser& parser)
{
    QString text = parser.helpText() + u'\n' + Invocation::tr("Commands:") + u'\n';
    for (const Command& command : commands) {
        const QString call =
            u"  "_s + command.name.join(u' ') + (command.arguments.isEmpty() ? QString() : u' ' + command.arguments);
        text += call.size() < 38 ? call.leftJustified(38) : call + u'\n' + QString(38, u' ');
        text += command.summary + u'\n';
    }
    return text + u'\n' +
           Invocation::tr(
               "“forecourtctl COMMAND --help” tells more about one command.\n"
               "Money is written like 24950.00 CAD. Messages go to standard error.\n"
               "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 not found, 4 refused, 5 server not "
               "reachable, 6 done in part, 7 not signed in, 8 store cannot be opened, 9 locked.") +
           u'\n';
}

}  // namespace

Expected<Invocation> Invocation::parse(const QStringList& arguments)
{
    Invocation invocation;
    invocation.parser = std::make_unique<QCommandLineParser>();
    QCommandLineParser& parser = *invocation.parser;
    const QCommandLineOption help({u"h"_s, u"help"_s}, tr("Shows this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, tr("Shows the version."));
    parser.addOptions({
        help,
        version,
        {u"store"_s, tr("Directory of the store."), u"DIR"_s},
        {u"server"_s, tr("Address of the server; otherwise the one that the store knows."), u"URL"_s},
        {u"json"_s, tr("Prints one JSON document on standard output.")},
        {u"language"_s, tr("Language of messages: en or fr."), u"LANG"_s},
    });

    const std::vector<Command> commands = allCommands();
    const QStringList words = commandWords(arguments);
    const Command* command = findCommand(commands, words);
    if (command) {
        parser.setApplicationDescription(command->details.isEmpty() ? command->summary
                                                                    : command->summary + u"\n\n"_s + command->details);
        parser.addOptions(command->options);
        parser.addPositionalArgument(command->name.join(u' '), {},
                                     command->name.join(u' ') + u' ' + command->arguments);
    } else {
        parser.setApplicationDescription(
            tr("Works with the store of a Forecourt workstation, without a window: for scripts and support."));
        parser.addPositionalArgument(u"command"_s, tr("What to do, see below."), u"COMMAND"_s);
    }

    const bool understood = parser.parse(arguments);
    if (parser.isSet(help)) {
        invocation.answer = command ? parser.helpText() : overview(commands, parser);
        return invocation;
    }
    if (parser.isSet(version)) {
        invocation.answer = u"forecourtctl "_s + QCoreApplication::applicationVersion() + u'\n';
        return invocation;
    }
    if (!command)
        return usageError(words.isEmpty()
                              ? tr("No command is given; see forecourtctl --help.")
                              : tr("There is no command “%1”; see forecourtctl --help.").arg(words.join(u' ')));
    if (!understood)
        return usageError(parser.errorText());

    invocation.command = *command;
    invocation.arguments = {parser.positionalArguments().mid(command->name.size()), &parser};
    const auto given = invocation.arguments.words.size();
    if (given < command->fewest || given > command->most)
        return usageError(tr("It is used like this: forecourtctl --store DIR %1")
                              .arg(command->name.join(u' ') + u' ' + command->arguments));
    if (!parser.isSet(u"store"_s))
        return usageError(tr("Name the store with --store DIR."));
    invocation.store = QDir(parser.value(u"store"_s)).absolutePath();
    if (parser.isSet(u"server"_s)) {
        invocation.server = QUrl::fromUserInput(parser.value(u"server"_s));
        if (!invocation.server.isValid() || invocation.server.host().isEmpty())
            return usageError(tr("“%1” is not the address of a server.").arg(parser.value(u"server"_s)));
    }
    invocation.json = parser.isSet(u"json"_s);
    return invocation;
}

bool Invocation::wantsJson(const QStringList& arguments)
{
    return arguments.contains(u"--json"_s);
}

QString Invocation::language(const QStringList& arguments)
{
    const auto at = arguments.indexOf(u"--language"_s);
    const QString named = at > 0 ? arguments.value(at + 1) : QLocale::system().name();
    return named.startsWith(u"fr"_s) ? u"fr"_s : u"en"_s;
}

}  // namespace Forecourt
