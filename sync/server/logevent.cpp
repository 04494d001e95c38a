// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/logevent.h"

#include <QJsonDocument>
#include <QLoggingCategory>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(eventLog, LogEvent::Category, QtInfoMsg)

}  // namespace

LogEvent::LogEvent(const QString& name, Level level) : m_fields{{u"event"_s, name}}, m_level(level) {}

bool LogEvent::isWanted(Level level)
{
    return level != Level::Debug || eventLog().isDebugEnabled();
}

LogEvent& LogEvent::with(const QString& key, const QJsonValue& value)
{
    m_fields.insert(key, value);
    return *this;
}

LogEvent::~LogEvent()
{
    const auto text = [this] { return QString::fromUtf8(QJsonDocument(m_fields).toJson(QJsonDocument::Compact)); };
    switch (m_level) {
    case Level::Debug: qCDebug(eventLog).noquote() << text(); break;
    case Level::Info: qCInfo(eventLog).noquote() << text(); break;
    case Level::Warning: qCWarning(eventLog).noquote() << text(); break;
    }
}

}  // namespace Forecourt
