// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/expected.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace Forecourt {

/// Where all messages of the process go: standard error, in words for people or as one JSON object a line, and a file
/// that holds JSON always. Members of an object: time, level, event, and those of LogEvent; a message that is none has
/// the event "message", its category and its text.
class ServerLog {
public:
    enum class Format { Text, Json };
    struct Options {
        Format format = Format::Text;  ///< of standard error
        QString file;                  ///< empty: none
        bool debug = false;            ///< every request and push as well
    };
    static constexpr qint64 FileSize = 15'000'000;
    static constexpr int FileCount = 10;

    /// From now until the process ends; once. Errors: FileUnwritable.
    static Expected<void> install(const Options& options);
    /// Opens the file by its name again.
    static void reopen();

    /// One line with its end.
    static QByteArray line(Format format, UtcMs now, QtMsgType type, const QString& category, const QString& message);
};

}  // namespace Forecourt
