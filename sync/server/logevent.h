// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace Forecourt {

/// One thing that happened, for the log of whoever runs the server; written when it goes out of scope. Names and values
/// are for machines: English, never a token, a password, or what people typed into a sign-in that did not succeed.
class LogEvent {
public:
    enum class Level { Debug, Info, Warning };

    explicit LogEvent(const QString& name, Level level = Level::Info);
    ~LogEvent();
    LogEvent(const LogEvent&) = delete;
    LogEvent& operator=(const LogEvent&) = delete;

    /// Whether it would be written: spares the work where there is much of it.
    static bool isWanted(Level level);
    LogEvent& with(const QString& key, const QJsonValue& value);

    /// The category of these messages; their text is the JSON of this.
    static constexpr auto Category = "forecourt.event";

private:
    QJsonObject m_fields;
    const Level m_level;
};

}  // namespace Forecourt
