// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/gallery/videowords.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace Forecourt {

using namespace Qt::StringLiterals;

QString VideoWords::clock(qint64 milliseconds)
{
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 60 * Minute;
    const auto two = [](qint64 value) { return QString::number(value).rightJustified(2, u'0'); };
    const qint64 seconds = std::max<qint64>(0, milliseconds + 500) / 1000;
    if (seconds < Hour)
        return u"%1:%2"_s.arg(seconds / Minute).arg(two(seconds % Minute));
    return u"%1:%2:%3"_s.arg(seconds / Hour).arg(two(seconds % Hour / Minute), two(seconds % Minute));
}

QString VideoWords::copyName(const QString& fileName, const QString& mime)
{
    constexpr qsizetype Longest = 80;
    static const QHash<QString, QString> Endings{{u"video/quicktime"_s, u"mov"_s},
                                                 {u"video/webm"_s, u"webm"_s},
                                                 {u"video/x-matroska"_s, u"mkv"_s},
                                                 {u"video/x-msvideo"_s, u"avi"_s}};
    QString name;
    for (const QChar letter : QFileInfo(fileName).completeBaseName())
        name += letter.isLetterOrNumber() || letter == u'-' || letter == u'_' || letter == u' ' ? letter : u'_';
    name = name.trimmed().left(Longest);
    return (name.isEmpty() ? u"video"_s : name) + u'.' + Endings.value(mime, u"mp4"_s);
}

}  // namespace Forecourt
