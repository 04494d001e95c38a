// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/command.h"

#include <QCoreApplication>
#include <QUrl>

#include <memory>
#include <optional>

namespace Forecourt {

/// What the command line asks for.
struct Invocation {
    Q_DECLARE_TR_FUNCTIONS(Invocation)

public:
    std::unique_ptr<QCommandLineParser> parser;
    QString store;  ///< directory, absolute
    QUrl server;    ///< empty: the one that the store knows
    bool json = false;
    Command command;
    Arguments arguments;

    /// Help and version are answered here: then `answer` is set and nothing else.
    QString answer;

    /// `arguments` as QCoreApplication::arguments(). Errors: InvalidInput, with what is wrong as detail.
    static Expected<Invocation> parse(const QStringList& arguments);
    /// Whether one JSON document is expected, as far as a command line that may be wrong says.
    static bool wantsJson(const QStringList& arguments);
    /// Language that the command line names, or that of the system: "en" or "fr".
    static QString language(const QStringList& arguments);
};

}  // namespace Forecourt
