// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <vector>

namespace Forecourt {

class Output;
class Session;

/// What was typed after the words of a command.
struct Arguments {
    QStringList words;                            ///< positional ones
    const QCommandLineParser* options = nullptr;  ///< of the command and of the program

    bool isSet(const QString& option) const { return options->isSet(option); }
    QString value(const QString& option) const { return options->value(option); }
    QStringList values(const QString& option) const { return options->values(option); }
};

/// How a command that did not fail has ended.
enum class Outcome {
    Done,
    Partly,  ///< some of what was asked could not be done; the output says what
};

/// One thing that forecourtctl can do.
struct Command {
    static constexpr int Any = std::numeric_limits<int>::max();

    QStringList name = {};   ///< {"vehicle", "list"}
    QString summary = {};    ///< one line, in the language of the program
    QString arguments = {};  ///< "STOCK FIELD=VALUE…"
    int fewest = 0;          ///< positional arguments
    int most = 0;            ///< positional arguments
    QString details = {};    ///< more for its help; may be empty
    QList<QCommandLineOption> options = {};
    bool makesStore = false;   ///< may begin a store where there is none
    bool whileLocked = false;  ///< shows and changes no record, so that it works when the lease of the store is over
    Expected<Outcome> (*run)(Session&, const Arguments&, Output&) = nullptr;
};

// One list per group, each in its own file.
std::vector<Command> serverCommands();
std::vector<Command> vehicleReadingCommands();
std::vector<Command> vehicleEditingCommands();
std::vector<Command> vehicleImportCommands();

std::vector<Command> photoReadingCommands();
std::vector<Command> photoEditingCommands();
std::vector<Command> photoCheckingCommands();
std::vector<Command> searchCommands();
std::vector<Command> outboxCommands();
std::vector<Command> conflictCommands();

/// All of them, in the order of the help.
std::vector<Command> allCommands();

}  // namespace Forecourt
