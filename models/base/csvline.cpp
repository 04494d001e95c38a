// SPDX-FileCopyrightText: 2026 The Forecourt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/csvline.h"

namespace Forecourt {

using namespace Qt::StringLiterals;

namespace {

bool startsLikeAFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

}  // namespace

QString csvGuarded(const QString& text)
{
    const bool looksGuarded = text.startsWith(u'\'') && startsLikeAFormula(QStringView(text).mid(1));
    return looksGuarded || startsLikeAFormula(text) ? QString(u'\'' + text) : text;
}

QString csvUnguarded(const QString& text)
{
    const QStringView rest = QStringView(text).mid(1);
    const bool guardsGuarded = rest.startsWith(u'\'') && startsLikeAFormula(rest.mid(1));
    return text.startsWith(u'\'') && (startsLikeAFormula(rest) || guardsGuarded) ? rest.toString() : text;
}

QByteArray csvLine(const QStringList& cells, QChar delimiter)
{
    QString line;
    for (const QString& cell : cells) {
        if (!line.isNull())
            line += delimiter;
        const bool needsQuotes = cell.contains(delimiter) || cell.contains(u'"') || cell.contains(u'\n') ||
                                 cell.contains(u'\r') || cell != cell.trimmed();
        if (needsQuotes)
            line += u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
        else
            line += cell.isNull() ? u""_s : cell;
    }
    return line.toUtf8() + "\r\n";
}

}  // namespace Forecourt
