// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/serverlog.h"

#include "sync/server/logevent.h"
#include "sync/server/logfile.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>
#include <mutex>
#include <optional>

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

/// Messages come from all threads.
struct InstalledLog {
    std::mutex mutex;
    ServerLog::Format format = ServerLog::Format::Text;
    std::optional<LogFile> file;
};

InstalledLog& installedLog()
{
    static auto* log = new InstalledLog;  // messages may come until the very end
    return *log;
}

QString logLevel(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return u"debug"_s;
    case QtInfoMsg: return u"info"_s;
    case QtWarningMsg: return u"warning"_s;
    case QtCriticalMsg: return u"error"_s;
    case QtFatalMsg: break;
    }
    return u"fatal"_s;
}

void logMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const UtcMs now = SystemClock().now();
    const QString category = QString::fromLatin1(context.category);
    InstalledLog& log = installedLog();
    const std::lock_guard lock(log.mutex);
    const QByteArray shown = ServerLog::line(log.format, now, type, category, message);
    std::fwrite(shown.constData(), 1, static_cast<size_t>(shown.size()), stderr);
    if (log.file)
        log.file->write(ServerLog::line(ServerLog::Format::Json, now, type, category, message));
}

/// "event key=value key=value"
QString logWords(QJsonObject fields)
{
    QString out = fields.take("event"_L1).toString();
    for (auto at = fields.constBegin(); at != fields.constEnd(); ++at)
        out += u' ' + at.key() + u'=' + at.value().toVariant().toString();
    return out;
}

}  // namespace

QByteArray ServerLog::line(Format format, UtcMs now, QtMsgType type, const QString& category, const QString& message)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::ISODateWithMs);
    const bool isEvent = category == QLatin1StringView(LogEvent::Category);
    QJsonObject fields = isEvent ? QJsonDocument::fromJson(message.toUtf8()).object() : QJsonObject();
    if (format == Format::Text) {
        QString words = isEvent ? logWords(fields) : category + u": "_s + message;
        // One line each, whatever is in it.
        words.replace(u'\n', u' ');
        return (time + u' ' + logLevel(type) + u' ' + words + u'\n').toUtf8();
    }
    if (!isEvent)
        fields = {{u"event"_s, u"message"_s}, {u"category"_s, category}, {u"message"_s, message}};
    fields.insert(u"time"_s, time);
    fields.insert(u"level"_s, logLevel(type));
    return QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
}

Expected<void> ServerLog::install(const Options& options)
{
    InstalledLog& log = installedLog();
    {
        const std::lock_guard lock(log.mutex);
        log.format = options.format;
        if (!options.file.isEmpty()) {
            log.file.emplace(options.file, FileSize, FileCount);
            FC_TRY(log.file->open());
        }
    }
    if (options.debug)
        QLoggingCategory::setFilterRules(QLatin1StringView(LogEvent::Category) + u".debug=true"_s);
    qInstallMessageHandler(logMessage);
    return {};
}

void ServerLog::reopen()
{
    InstalledLog& log = installedLog();
    const std::lock_guard lock(log.mutex);
    if (log.file) {
        // Without it, standard error goes on.
        if (!log.file->reopen())
            log.file.reset();
    }
}

}  // namespace Forecourt
