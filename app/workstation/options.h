// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/expected.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Forecourt {

/// How the workstation ends, for scripts.
enum class ExitStatus : int {
    Normal = 0,
    BadOptions = 2,    ///< the command line was not understood
    StoreInUse = 3,    ///< another program holds the store and has no window to raise
    StoreFailed = 4,   ///< the store could not be opened: damaged, too new, unreadable, disk full
    CaptureFailed = 5  ///< pictures could not be written
};

/// What the command line asks for.
struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)

public:
    QString store;                    ///< directory; never empty
    QUrl server;                      ///< empty: the one the store knows
    bool demo = false;                ///< fill an empty store
    int demoSize = 0;                 ///< vehicles of the demo; 0 = its usual size
    bool offline = false;             ///< start with "Work offline"
    std::optional<QString> language;  ///< "en" or "fr", for this session
    std::optional<QString> theme;     ///< "light", "dark" or "system", for this session
    QString capture;                  ///< directory for pictures; empty: work normally
    bool timeStart = false;           ///< say when the first rows are painted, then end

    /// Help and version are answered here: then `answer` is set and the program ends.
    QString answer;

    /// `arguments` as QCoreApplication::arguments(). Errors: InvalidInput with the reason as subject.
    static Expected<Options> parse(const QStringList& arguments);
};

}  // namespace Forecourt
